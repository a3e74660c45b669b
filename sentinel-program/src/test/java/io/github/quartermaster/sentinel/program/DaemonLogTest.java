package io.github.quartermaster.sentinel.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.daemon.DaemonEvent;
import io.github.quartermaster.sentinel.model.LogLevel;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.WatchSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonLogTest {
  private static final DaemonEvent STARTED =
      new DaemonEvent.Started(1, URI.create("http://127.0.0.1:7878/"));
  private static final DaemonEvent REFUSED =
      new DaemonEvent.ReloadRefused(
          List.of(
              Problem.error(
                  ProblemCode.CONFIG_INVALID, "s.yaml", "s.yaml:1:2: \u001b[31mwrong", "Mend it")));

  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void lines_have_time_and_level() {
    try (DaemonLog log = log(Map.of())) {
      log.on(STARTED);
    }

    assertThat(err.toString())
        .matches(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z INFO Watching, 1 check; how"
                + " things are is told at http://127.0.0.1:7878/\\R");
  }

  @Test
  void journald_dates_them_itself_and_reads_the_level() {
    try (DaemonLog log = log(Map.of("JOURNAL_STREAM", "8:1"))) {
      log.on(STARTED);
      log.on(REFUSED);
    }

    assertThat(err.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("<6>Watching, 1 check"),
            line -> assertThat(line).startsWith("<3>The configuration changed and cannot be used"),
            line -> assertThat(line).startsWith("<3>CONFIG_INVALID: ").doesNotContain("\u001b"));
  }

  @Test
  void what_is_below_the_level_is_left_out() {
    try (DaemonLog log = log(Map.of())) {
      log.on(new DaemonEvent.Configured(settings(null, LogLevel.ERROR)));
      log.on(STARTED);
      log.on(REFUSED);
    }

    assertThat(err.toString()).doesNotContain("Watching").contains("ERROR CONFIG_INVALID");
  }

  @Test
  void goes_into_the_file_that_the_configuration_names() throws IOException {
    Path file = folder.resolve("sentinel.log");
    try (DaemonLog log = log(Map.of())) {
      log.on(new DaemonEvent.Configured(settings(file, LogLevel.INFO)));
      log.on(STARTED);
    }

    assertThat(Files.readString(file)).contains("INFO Watching, 1 check");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void where_the_file_cannot_be_written_nothing_is_lost() {
    try (DaemonLog log = log(Map.of())) {
      log.on(new DaemonEvent.Configured(settings(folder.resolve("none/x.log"), LogLevel.INFO)));
      log.on(STARTED);
    }

    assertThat(err.toString()).contains("INFO Watching, 1 check").contains("cannot be written");
  }

  private static WatchSettings settings(@Nullable Path file, LogLevel level) {
    WatchSettings usual = WatchSettings.DEFAULT;
    return new WatchSettings(usual.host(), usual.port(), null, null, usual.state(), file, level);
  }

  private DaemonLog log(Map<String, String> environment) {
    return new DaemonLog(new PrintWriter(err, true), environment);
  }
}
