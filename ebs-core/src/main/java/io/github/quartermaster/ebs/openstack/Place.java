package io.github.quartermaster.ebs.openstack;

import io.github.quartermaster.ebs.model.Region;
import java.util.Optional;

/**
 * A region as we name them: one of the cloud, with its volumes and snapshots, or the backup store
 * of one, which is called like it with {@code -backup} behind.
 *
 * @param region the cloud's name
 * @param isStore whether its backup store is meant
 */
record Place(Region region, boolean isStore) {
  private static final String SUFFIX = "-backup";
  private static final int LONGEST = 64 - SUFFIX.length();

  static Place of(Region named) {
    String name = named.name();
    return name.endsWith(SUFFIX) && name.length() > SUFFIX.length()
        ? new Place(new Region(name.substring(0, name.length() - SUFFIX.length())), true)
        : new Place(named, false);
  }

  /** The backup store of a region of the cloud; nothing where its name would be too long. */
  static Optional<Region> storeOf(Region region) {
    return region.name().length() > LONGEST
        ? Optional.empty()
        : Optional.of(new Region(region.name() + SUFFIX));
  }

  /** Whether a region of the cloud can be told from a backup store. */
  static boolean isUnmistakable(Region region) {
    return !of(region).isStore();
  }
}
