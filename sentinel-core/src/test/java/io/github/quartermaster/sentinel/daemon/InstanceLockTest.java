package io.github.quartermaster.sentinel.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.model.SentinelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceLockTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-25T10:00:00.5Z"), ZoneOffset.UTC);

  @TempDir Path state;

  @Test
  void a_second_daemon_is_refused_and_told_who_is_there() throws IOException {
    try (InstanceLock lock = InstanceLock.take(state, CLOCK)) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> InstanceLock.take(state, CLOCK))
          .isInstanceOf(SentinelException.class)
          .hasMessageStartingWith("DAEMON_RUNNING: ")
          .hasMessageContaining(
              "pid " + ProcessHandle.current().pid() + " since 2026-11-25T10:00:00Z")
          .hasMessageContaining(state.toString());
    }
  }

  @Test
  void when_it_is_over_another_one_may_begin() throws IOException {
    InstanceLock.take(state, CLOCK).close();

    InstanceLock.take(state, CLOCK).close();
  }

  @Test
  void what_a_dead_one_left_behind_stops_nobody() throws IOException {
    Files.writeString(
        state.resolve("sentinel.lock"), "pid 1 since 2001-01-01T00:00:00Z\n".repeat(9));

    InstanceLock.take(state, CLOCK).close();

    assertThat(Files.readString(state.resolve("sentinel.lock")))
        .isEqualTo("pid " + ProcessHandle.current().pid() + " since 2026-11-25T10:00:00Z\n");
  }
}
