package io.github.quartermaster.amp.model;

import java.util.Comparator;

/**
 * What makes a module one and the same: its id together with its tier. Published projects give
 * their repository AMP and their Share AMP the same id, so the id alone does not.
 */
public record ModuleKey(ModuleId id, Tier tier) implements Comparable<ModuleKey> {
  private static final Comparator<ModuleKey> ORDER =
      Comparator.comparing(ModuleKey::id).thenComparing(ModuleKey::tier);

  @Override
  public int compareTo(ModuleKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return id + " (" + tier + ")";
  }
}
