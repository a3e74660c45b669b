package io.github.quartermaster.amp.internal.plan;

import io.github.quartermaster.amp.model.Fingerprint;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.Modifications.Change;
import io.github.quartermaster.amp.model.WarInventory;
import java.util.List;
import java.util.Optional;

/** Files that are no longer what a module's installer had written. */
final class DriftedFiles {
  private DriftedFiles() {}

  /** Those of one module, if there are any. */
  static Optional<List<String>> of(InstalledModule module, WarInventory war) {
    List<String> drifted =
        module.modifications().stream()
            .flatMap(recorded -> recorded.files().entrySet().stream())
            .filter(file -> isDrifted(file.getKey(), file.getValue(), module, war))
            .map(java.util.Map.Entry::getKey)
            .toList();
    return drifted.isEmpty() ? Optional.empty() : Optional.of(drifted);
  }

  /** Whether what the module wrote lies on top, and both contents are known and differ. */
  private static boolean isDrifted(
      String path, Change change, InstalledModule module, WarInventory war) {
    Fingerprint now = war.files().get(path);
    return now != null
        && now.crc32() != Fingerprint.UNREAD
        && change.content().isPresent()
        && !change.content().get().matches(now)
        && isOnTop(path, change, module, war);
  }

  private static boolean isOnTop(
      String path, Change change, InstalledModule module, WarInventory war) {
    return war.modules().stream()
        .filter(other -> !other.id().equals(module.id()))
        .flatMap(other -> other.modifications().stream())
        .flatMap(recorded -> Optional.ofNullable(recorded.files().get(path)).stream())
        .noneMatch(other -> other.layer() == 0 || other.layer() > change.layer());
  }
}
