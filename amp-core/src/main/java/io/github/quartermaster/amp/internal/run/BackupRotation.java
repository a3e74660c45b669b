package io.github.quartermaster.amp.internal.run;

import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Deletes the oldest backups of a WAR, beyond a number that is kept. */
final class BackupRotation {
  private final Disk disk;
  private final int keep;
  private final Consumer<Problem> warnings;

  /**
   * Deletes nothing yet.
   *
   * @param warnings told of what could not be deleted, since a run that has done its work does not
   *     fail for that
   */
  BackupRotation(Disk disk, int keep, Consumer<Problem> warnings) {
    this.disk = disk;
    this.keep = keep;
    this.warnings = warnings;
  }

  /**
   * Deletes what is beyond the number.
   *
   * @param spared backups that stay in any case: those of this run, where WARs of one name share a
   *     folder
   * @return what was deleted
   */
  List<Path> prune(BackupPlace place, Set<Path> spared) {
    List<Path> deleted = new ArrayList<>();
    if (!Files.isDirectory(place.folder())) {
      return deleted;
    }
    try {
      List<Path> backups = place.backups();
      for (Path old : backups.subList(Math.min(keep, backups.size()), backups.size())) {
        if (!spared.contains(old)) {
          disk.delete(old);
          deleted.add(old);
        }
      }
    } catch (IOException failure) {
      warnings.accept(
          Problem.warning(
              ProblemCode.BACKUP_FAILED,
              place.folder(),
              "tried to delete old backups of "
                  + place.target().name()
                  + " in "
                  + place.folder()
                  + "; "
                  + Failures.reason(failure),
              "Delete them, or mend that and leave it to the next run"));
    }
    return deleted;
  }
}
