package io.github.quartermaster.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final StringWriter screen = new StringWriter();
  private final Terminal terminal = new Terminal(new PrintWriter(screen), 40);

  @Test
  void line_tells_part_and_time_left() {
    assertThat(ProgressLine.describe("a.war", 25_000_000, 100_000_000, Duration.ofSeconds(2)))
        .isEqualTo("a.war: 25.0 MB of 100.0 MB, 25 %, 6.0 s left");
  }

  @Test
  void nothing_is_estimated_from_the_first_moment() {
    assertThat(ProgressLine.describe("a.war", 25_000_000, 100_000_000, Duration.ofMillis(200)))
        .isEqualTo("a.war: 25.0 MB of 100.0 MB, 25 %");
  }

  @Test
  void last_moment_is_not_counted_down() {
    assertThat(ProgressLine.describe("a.war", 99_000_000, 100_000_000, Duration.ofSeconds(9)))
        .isEqualTo("a.war: 99.0 MB of 100.0 MB, 99 %");
  }

  @Test
  void unknown_total_shows_what_is_done() {
    assertThat(ProgressLine.describe("a.war", 2000, 0, Duration.ofSeconds(2)))
        .isEqualTo("a.war: 2.0 kB");
    assertThat(ProgressLine.describe("a.war", 2000, 1000, Duration.ofSeconds(2)))
        .isEqualTo("a.war: 2.0 kB");
  }

  @Test
  void calls_in_quick_succession_print_once_for_each_step() {
    ProgressLine line = new ProgressLine(terminal, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    line.show("a.war", 1000, 4000);
    line.show("a.war", 2000, 4000);
    line.show("b.war", 1000, 4000);

    assertThat(screen.toString())
        .isEqualTo("\ra.war: 1.0 kB of 4.0 kB, 25 %\rb.war: 1.0 kB of 4.0 kB, 25 %");
  }

  @Test
  void long_line_never_wraps_and_clearing_leaves_nothing() {
    ProgressLine line = new ProgressLine(terminal, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    line.show("x".repeat(60), 1, 2);
    line.clear();
    line.clear();

    assertThat(screen.toString()).isEqualTo("\r" + "x".repeat(39) + "\r" + " ".repeat(39) + "\r");
  }

  @Test
  void text_of_the_callers_own_is_shown_likewise() {
    ProgressLine line = new ProgressLine(terminal, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    line.show("2 of 5 done");
    line.show("3 of 5 done");
    line.clear();

    assertThat(screen.toString()).isEqualTo("\r2 of 5 done\r" + " ".repeat(11) + "\r");
  }
}
