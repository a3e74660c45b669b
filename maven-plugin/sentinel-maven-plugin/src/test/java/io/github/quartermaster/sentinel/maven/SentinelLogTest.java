package io.github.quartermaster.sentinel.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.maven.ProgressLine;
import io.github.quartermaster.maven.RecordingLog;
import io.github.quartermaster.maven.Terminal;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Confidence;
import io.github.quartermaster.sentinel.model.Diagnosis;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.SentinelEvent.Probed;
import io.github.quartermaster.sentinel.model.SentinelEvent.RoundStarted;
import io.github.quartermaster.sentinel.model.SentinelEvent.Waiting;
import io.github.quartermaster.sentinel.model.Status;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SentinelLogTest {
  private final RecordingLog log = new RecordingLog();
  private final Hands clock = new Hands();

  @Test
  void waiting_is_told_where_something_changed_or_a_minute_is_over() {
    SentinelLog sentinel = new SentinelLog(log, Optional.empty(), clock);

    sentinel.on(waiting("swap", 300));
    clock.now = clock.now.plusSeconds(2);
    sentinel.on(waiting("swap", 298));
    sentinel.on(waiting("disk:/", 298));
    clock.now = clock.now.plusSeconds(60);
    sentinel.on(waiting("disk:/", 238));

    assertThat(log.text())
        .isEqualTo(
            """
            info UNKNOWN, swap could not be checked; looking again, for 5 min 0 s at most
            info UNKNOWN, disk:/ could not be checked; looking again, for 4 min 58 s at most
            info UNKNOWN, disk:/ could not be checked; looking again, for 3 min 58 s at most""");
  }

  @Test
  void terminal_sees_how_many_checks_are_done() {
    StringWriter screen = new StringWriter();
    Terminal terminal = new Terminal(new PrintWriter(screen), 80);
    SentinelLog sentinel =
        new SentinelLog(log, Optional.of(new ProgressLine(terminal, clock)), clock);

    sentinel.on(new RoundStarted(2));
    clock.now = clock.now.plusSeconds(1);
    sentinel.on(new Probed("disk", Duration.ofMillis(12)));
    clock.now = clock.now.plusSeconds(1);
    sentinel.on(new Probed("cpu", Duration.ofMillis(1000)));

    assertThat(screen.toString())
        .contains("\r0 of 2 checks done", "\r1 of 2 checks done")
        .endsWith("\r");
    assertThat(log.lines())
        .containsExactly("debug disk answered in 0.0 s", "debug cpu answered in 1.0 s");
  }

  private static Waiting waiting(String component, int seconds) {
    return new Waiting(
        new Diagnosis(
            Status.UNKNOWN,
            Score.HEALTHY,
            List.of(),
            List.of(),
            Confidence.LOW,
            1,
            null,
            List.of(new ComponentId(component))),
        Duration.ofSeconds(seconds));
  }

  private static final class Hands extends Clock {
    private Instant now = Instant.parse("2026-11-25T10:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
