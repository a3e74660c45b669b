package io.github.quartermaster.amp.internal.run;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a run leaves beside or in a WAR while it works, and for ever if it is killed. */
final class Leftovers {
  private static final Pattern PREPARED = Pattern.compile("\\d{1,9}");

  private final Disk disk;

  Leftovers(Disk disk) {
    this.disk = disk;
  }

  /** Whether anything of a run is there; it may be at work or dead. */
  static boolean exist(WarTarget war) {
    return isPrepared(war) || anyExists(war.lockFile(), war.backupDraft());
  }

  /** Whether a new WAR was prepared, or noted in a journal. */
  static boolean isPrepared(WarTarget war) {
    return anyExists(war.newFile(), war.journal(), war.journalDraft(), war.staging());
  }

  /** Deletes all that was prepared, but not the journal. */
  void delete(WarTarget war) throws IOException {
    disk.delete(war.newFile());
    disk.delete(war.journalDraft());
    disk.delete(war.backupDraft());
    if (Files.isDirectory(war.staging(), NOFOLLOW_LINKS)) {
      deleteStaging(war);
    }
  }

  private static boolean anyExists(Path... paths) {
    return Stream.of(paths).anyMatch(path -> Files.exists(path, NOFOLLOW_LINKS));
  }

  private void deleteStaging(WarTarget war) throws IOException {
    List<Path> prepared = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(war.staging())) {
      for (Path file : files) {
        // anything else is not of our making
        if (PREPARED.matcher(String.valueOf(file.getFileName())).matches()) {
          prepared.add(file);
        }
      }
    }
    for (Path file : prepared) {
      disk.delete(file);
    }
    disk.delete(war.staging());
    deleteIfEmpty(war.path().resolve("WEB-INF"));
    deleteIfEmpty(war.path());
  }

  /** A result that was to be written for the first time leaves no empty folders behind. */
  private void deleteIfEmpty(Path folder) throws IOException {
    boolean empty;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      empty = !entries.iterator().hasNext();
    }
    if (empty) {
      disk.delete(folder);
    }
  }
}
