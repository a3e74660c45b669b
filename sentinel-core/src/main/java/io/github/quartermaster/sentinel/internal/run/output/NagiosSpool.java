package io.github.quartermaster.sentinel.internal.run.output;

import io.github.quartermaster.sentinel.model.Bulletin;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.ResultOutput;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes passive results into the folder that Nagios empties every few seconds: a file whose name
 * is {@code c} and six characters, and when that is whole an empty one of the same name with {@code
 * .ok} behind it ({@code base/utils.c}, {@code process_check_result_queue}). A result that Nagios
 * has not fetched when there is a newer one is removed, so that no heap of them grows while it is
 * down.
 */
final class NagiosSpool implements ResultOutput {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int RANDOM_LETTERS = 6;
  private static final int MOST_TRIES = 100;
  // Nagios cuts what a plugin prints at 8 KiB
  private static final int MOST_BYTES = 8000;
  private static final int MICROS = 1000;

  private final SecureRandom random = new SecureRandom();
  private final Path folder;
  private final NagiosService service;
  private @Nullable Path last;

  NagiosSpool(Path folder, NagiosService service) {
    this.folder = folder;
    this.service = service;
  }

  @Override
  public void tell(Bulletin bulletin, Deadline deadline) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("there is no folder " + folder + ", the check_result_path of Nagios");
    }
    removeUnread();
    Path file = write(content(bulletin));
    Files.createFile(go(file));
    last = file;
  }

  /** First what makes it valid, so that it is never read by half. */
  private void removeUnread() throws IOException {
    Path unread = last;
    if (unread != null) {
      Files.deleteIfExists(go(unread));
      Files.deleteIfExists(unread);
      last = null;
    }
  }

  private Path write(String content) throws IOException {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Path file = folder.resolve("c" + letters());
      try {
        // a link that somebody put there is not followed
        Files.writeString(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        return file;
      } catch (FileAlreadyExistsException taken) {
        // by another writer; the next name will do
      }
    }
    throw new IOException("no name is free in " + folder);
  }

  private String letters() {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < RANDOM_LETTERS; i++) {
      letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return letters.toString();
  }

  private static Path go(Path file) {
    return file.resolveSibling(file.getFileName() + ".ok");
  }

  private String content(Bulletin bulletin) {
    Instant at = bulletin.at();
    // what stands behind the point is read as a whole number of microseconds
    String time = String.format(Locale.ROOT, "%d.%06d", at.getEpochSecond(), at.getNano() / MICROS);
    return String.join(
        "\n",
        "### a passive result of Sentinel",
        "file_time=" + at.getEpochSecond(),
        "",
        "host_name=" + service.hostOf(bulletin),
        "service_description=" + service.service(),
        "check_type=1",
        "check_options=0",
        "scheduled_check=0",
        "reschedule_check=0",
        "latency=0.0",
        "start_time=" + time,
        "finish_time=" + time,
        "early_timeout=0",
        "exited_ok=1",
        "return_code=" + bulletin.verdict().exitCode(),
        "output=" + PluginText.escaped(bulletin.pluginText(), MOST_BYTES),
        "");
  }
}
