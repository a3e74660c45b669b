package io.github.quartermaster.amp.internal.run;

import io.github.quartermaster.amp.model.Fingerprint;
import io.github.quartermaster.amp.model.WarInventory;

/**
 * The size of a WAR in bytes: of a packed one the file's, of an exploded one the sum of its files.
 */
final class WarSize {
  private WarSize() {}

  static long of(WarInventory war) {
    return war.exploded()
        ? war.files().values().stream().mapToLong(Fingerprint::size).sum()
        : war.stamp().size();
  }
}
