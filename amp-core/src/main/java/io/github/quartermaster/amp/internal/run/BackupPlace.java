package io.github.quartermaster.amp.internal.run;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.ProblemCode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The folder and the names that the backups of one WAR have: {@code <name>.<date-time>.bak}, such
 * as {@code alfresco.war.20261122T101530Z.bak}, in UTC. No servlet container takes such a file for
 * a web application.
 *
 * @param target as if the WAR lay in that folder; its lock guards the backups too
 */
record BackupPlace(WarTarget target) {
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * The place for the backups of a WAR.
   *
   * @param directory what the user named, or null for the default: beside a packed WAR; for an
   *     exploded one the folder above that of its siblings, since containers deploy what lies among
   *     these
   * @throws AmpException if there can be no such place
   */
  static BackupPlace of(WarTarget war, @Nullable Path directory) {
    Path above = war.folder().getParent();
    Path folder =
        directory != null ? directory : war.isFolder() && above != null ? above : war.folder();
    Path place = folder.toAbsolutePath().normalize();
    if (Files.isDirectory(place)) {
      place = realPath(war, place);
    }
    if (war.isFolder() && place.startsWith(war.path())) {
      throw Failures.refused(
          ProblemCode.INVALID_REQUEST,
          war,
          "tried to back " + war + " up to " + place + "; that lies in the WAR itself",
          "Name a backup directory outside of it");
    }
    return new BackupPlace(new WarTarget(place.resolve(war.name())));
  }

  private static Path realPath(WarTarget war, Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException failure) {
      throw Failures.of(ProblemCode.BACKUP_FAILED, war, "look at the folder " + folder, failure);
    }
  }

  /**
   * Makes sure that the folder is there and can be written.
   *
   * @throws AmpException if not
   */
  void prepare(Disk disk) {
    try {
      if (!Files.isDirectory(folder())) {
        disk.createFolders(folder());
      }
    } catch (IOException failure) {
      throw Failures.of(
          ProblemCode.BACKUP_FAILED, target, "make the backup directory " + folder(), failure);
    }
    if (!Files.isWritable(folder())) {
      throw Failures.refused(
          ProblemCode.BACKUP_FAILED,
          target.path(),
          "tried to back " + target.name() + " up to " + folder() + "; permission denied",
          "No WAR was changed. Name a backup directory that can be written");
    }
  }

  Path folder() {
    return target.folder();
  }

  /** The name of a backup made at this time. */
  Path backup(Instant time) {
    return folder().resolve(target.name() + "." + DATE_TIME.format(time) + ".bak");
  }

  /** When a backup of the WAR was made, as its name tells. */
  Instant time(Path backup) {
    String name = String.valueOf(backup.getFileName());
    String time = name.substring(target.name().length() + 1, name.length() - ".bak".length());
    return Instant.from(DATE_TIME.parse(time));
  }

  /** All backups of the WAR, the newest first. */
  List<Path> backups() throws IOException {
    Pattern ours = Pattern.compile(Pattern.quote(target.name()) + "\\.\\d{8}T\\d{6}Z\\.bak");
    List<Path> backups = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder())) {
      for (Path file : files) {
        if (ours.matcher(String.valueOf(file.getFileName())).matches()
            && Files.isRegularFile(file, NOFOLLOW_LINKS)) {
          backups.add(file);
        }
      }
    }
    backups.sort(Comparator.reverseOrder());
    return backups;
  }
}
