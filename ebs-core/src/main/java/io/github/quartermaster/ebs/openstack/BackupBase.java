package io.github.quartermaster.ebs.openstack;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the next backup of a volume can build on. Cinder itself chooses the newest one that is older
 * than the snapshot, and takes it only if it is whole; it accepts a backup of a volume that has
 * grown since, and then fails it.
 */
final class BackupBase {
  /**
   * So many backups follow from one full one at most, itself counted: each restore reads all of
   * them, and none can be removed before those that build on it.
   */
  static final int LONGEST_CHAIN = 7;

  private static final Comparator<Json> BY_DATA = Comparator.comparing(BackupBase::dataTime);

  private BackupBase() {}

  /**
   * Whether an incremental backup would be accepted, and make sense.
   *
   * @param backups all of the volume
   * @param snapshotTime when the snapshot was made that is to be backed up
   * @param sizeGib of the snapshot
   */
  static boolean isThere(List<Json> backups, Instant snapshotTime, long sizeGib) {
    List<Json> older =
        backups.stream()
            .filter(backup -> dataTime(backup).isBefore(snapshotTime))
            .sorted(BY_DATA.reversed())
            .toList();
    Optional<Json> base = older.stream().findFirst();
    return base.filter(BackupBase::isWhole).filter(it -> it.number("size") == sizeGib).isPresent()
        && chain(older) < LONGEST_CHAIN;
  }

  private static boolean isWhole(Json backup) {
    return backup.text("status").equals("available") && BackupContent.isPlausible(backup);
  }

  /** How many the newest one needs, itself counted. */
  private static long chain(List<Json> newestFirst) {
    return newestFirst.stream().takeWhile(backup -> backup.flag("is_incremental")).count() + 1;
  }

  /** Of when its data is. */
  static Instant dataTime(Json backup) {
    return Descriptions.time(
        backup, backup.at("data_timestamp").isThere() ? "data_timestamp" : "created_at");
  }
}
