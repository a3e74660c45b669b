package io.github.quartermaster.ebs.openstack;

import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.SnapshotUse;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Which backups others build on. Cinder says of a backup that there are such, and not which: by its
 * own rule it is the next incremental one of the volume.
 */
final class Increments {
  private static final String SOME_OTHER = "another backup";

  private Increments() {}

  /** Whether something builds on it. */
  static boolean isBase(Json backup) {
    return backup.flag("has_dependent_backups");
  }

  static List<SnapshotUse> of(List<Json> backups) {
    return backups.stream()
        .filter(Increments::isBase)
        .map(
            base ->
                new SnapshotUse(
                    new SnapshotId(base.required("id", "a backup without an id")),
                    SnapshotUse.Kind.INCREMENT,
                    next(base, backups)))
        .toList();
  }

  private static String next(Json base, List<Json> backups) {
    Instant begun = BackupBase.dataTime(base);
    return backups.stream()
        .filter(backup -> backup.flag("is_incremental"))
        .filter(backup -> backup.text("volume_id").equals(base.text("volume_id")))
        .filter(backup -> BackupBase.dataTime(backup).isAfter(begun))
        .min(Comparator.comparing(BackupBase::dataTime))
        .map(backup -> backup.text("id"))
        .orElse(SOME_OTHER);
  }
}
