package io.github.quartermaster.sentinel.daemon;

import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.report.JsonReport;
import io.github.quartermaster.sentinel.report.NagiosReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The newest result as files, for programs that are started often and have to be quick. Each is put
 * in place as a whole: a reader sees an old one or a new one, and where the disk is full an old
 * one, whose age tells.
 */
final class StateFiles {
  static final String NAGIOS = "last.nagios";
  static final String EXIT_CODE = "last.rc";
  static final String JSON = "last.json";

  private final Path folder;

  StateFiles(Path folder) {
    this.folder = folder;
  }

  /** Writes all of them. */
  void write(CheckResult result) throws IOException {
    NagiosReport nagios = NagiosReport.of(result);
    put(JSON, JsonReport.of(result));
    put(EXIT_CODE, nagios.exitCode() + "\n");
    // last, since it is what check_sentinel reads
    put(NAGIOS, nagios.text());
  }

  private void put(String name, String text) throws IOException {
    Path unfinished = folder.resolve(name + ".new");
    Path file = folder.resolve(name);
    // a surrogate alone has no form in UTF-8, and gets a question mark
    Files.write(unfinished, text.getBytes(StandardCharsets.UTF_8));
    try {
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
