package io.github.quartermaster.amp.internal.run;

import io.github.quartermaster.amp.internal.archive.Progress;
import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.ProblemCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/**
 * Keeps a WAR as it is, before it changes: a packed one by a second name for the same file, which
 * costs no room because the new WAR is another file, or by a copy where the file system allows no
 * second name; an exploded one as one packed file.
 */
final class WarBackup {
  private final Disk disk;
  private final Clock clock;

  WarBackup(Disk disk, Clock clock) {
    this.disk = disk;
    this.clock = clock;
  }

  /**
   * Makes a backup; it is whole and on the disk when this returns.
   *
   * @return the backup
   * @throws AmpException if it could not be made; then nothing is left of it
   */
  Path make(WarTarget war, BackupPlace place) {
    Path backup = free(place);
    Path draft = place.target().backupDraft();
    try {
      if (war.isFolder() || !link(backup, war.path())) {
        copy(war, draft);
        disk.rename(draft, backup);
      }
      disk.syncFolder(place.folder());
      return backup;
    } catch (IOException failure) {
      delete(draft, failure);
      delete(backup, failure);
      throw Failures.of(
          ProblemCode.BACKUP_FAILED, war, "back " + war + " up to " + place.folder(), failure);
    }
  }

  /** The present second, or the first after it that no backup is named after yet. */
  private Path free(BackupPlace place) {
    Instant time = clock.instant();
    Path backup = place.backup(time);
    while (Files.exists(backup, LinkOption.NOFOLLOW_LINKS)) {
      time = time.plusSeconds(1);
      backup = place.backup(time);
    }
    return backup;
  }

  private boolean link(Path backup, Path war) throws IOException {
    try {
      disk.link(backup, war);
      return true;
    } catch (IOException | UnsupportedOperationException otherFileSystem) {
      // or one that knows no second names, or not for files of other users
      return false;
    }
  }

  private void copy(WarTarget war, Path draft) throws IOException {
    disk.delete(draft);
    try (FileChannel out = disk.create(draft)) {
      if (war.isFolder()) {
        new TreePacker(war).pack(out);
      } else {
        FileCopy.copy(war.path(), out, Progress.NONE);
      }
      disk.sync(out);
    }
    OwnerAndMode like = OwnerAndMode.of(war.path());
    // the owner is a wish here: a backup that belongs to whoever made it serves as well
    (war.isFolder() ? like.forFileWithin() : like).applyTo(disk, draft, draft);
  }

  private void delete(Path file, IOException failure) {
    try {
      disk.delete(file);
    } catch (IOException left) {
      failure.addSuppressed(left);
    }
  }
}
