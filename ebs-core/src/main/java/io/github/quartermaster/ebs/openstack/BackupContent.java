package io.github.quartermaster.ebs.openstack;

/**
 * Whether a backup can hold what it says. Cinder's generic NFS driver has been seen to back up the
 * few kilobytes of an overlay instead of a volume, and to call that available: one object, whatever
 * the size. Drivers that cut a volume in pieces make pieces of 50 MB to 1.9 GB unless they are told
 * otherwise; those that do not count objects say 0. Small volumes cannot be told by that.
 */
final class BackupContent {
  /** Four times the largest piece that a driver makes by itself. */
  private static final long LARGEST_PIECE_GIB = 8;

  private BackupContent() {}

  static boolean isPlausible(Json backup) {
    long objects = backup.number("object_count");
    return !backup.text("status").equals("available")
        || backup.flag("is_incremental")
        || objects == 0
        || objects * LARGEST_PIECE_GIB >= backup.number("size");
  }

  /** What is wrong with one that is not plausible. */
  static String doubt(Json backup) {
    return "Cinder calls it available, but a full backup of "
        + backup.number("size")
        + " GiB has more than "
        + backup.number("object_count")
        + " objects: it cannot be whole";
  }
}
