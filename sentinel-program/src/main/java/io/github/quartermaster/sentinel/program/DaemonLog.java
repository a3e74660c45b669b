package io.github.quartermaster.sentinel.program;

import io.github.quartermaster.sentinel.daemon.DaemonEvent;
import io.github.quartermaster.sentinel.daemon.DaemonListener;
import io.github.quartermaster.sentinel.daemon.DaemonText;
import io.github.quartermaster.sentinel.model.LogLevel;
import io.github.quartermaster.sentinel.model.WatchSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what happens to the daemon into a file, or to the standard error stream: with the time of
 * day, or, where journald reads it and dates it itself, with the priorities of sd-daemon(3).
 */
final class DaemonLog implements DaemonListener, AutoCloseable {
  private final PrintWriter err;
  private final boolean journal;
  private final DaemonText text = new DaemonText();
  private LogLevel level = WatchSettings.DEFAULT.logLevel();
  private @Nullable RotatingFile file;

  /** Writes to this stream until it is known which file is wanted. */
  DaemonLog(PrintWriter err, Map<String, String> environment) {
    this.err = err;
    this.journal = environment.containsKey("JOURNAL_STREAM");
  }

  @Override
  public void on(DaemonEvent event) {
    if (event instanceof DaemonEvent.Configured configured) {
      level = configured.settings().logLevel();
      file = configured.settings().log().map(RotatingFile::new).orElse(null);
    }
    for (DaemonText.Line line : text.of(event)) {
      if (line.level().compareTo(level) <= 0) {
        write(line);
      }
    }
  }

  private void write(DaemonText.Line line) {
    String dated =
        Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + line.level() + " " + line.text();
    if (file != null) {
      try {
        file.write(dated);
        return;
      } catch (IOException e) {
        // a log on a full disk: the service manager keeps what is said here
        err.println(dated + " (the log cannot be written: " + e + ")");
      }
    } else {
      err.println(journal ? priority(line.level()) + line.text() : dated);
    }
    err.flush();
  }

  private static String priority(LogLevel level) {
    return switch (level) {
      case ERROR -> "<3>";
      case WARN -> "<4>";
      case INFO -> "<6>";
      case DEBUG -> "<7>";
    };
  }

  @Override
  public void close() {
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
