package io.github.quartermaster.sentinel.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.ActionOutcome;
import io.github.quartermaster.sentinel.model.Attempt.Outcome;
import io.github.quartermaster.sentinel.model.GuardRail;
import io.github.quartermaster.sentinel.model.HealRound;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The machine loses power while a remedy is carried out. */
class CrashTest {
  @TempDir Path folder;

  static Stream<Integer> writes() {
    Host undisturbed = new Host(Path.of(System.getProperty("java.io.tmpdir"), "undisturbed"));
    undisturbed.full();
    undisturbed.confirmedRound();
    return IntStream.rangeClosed(0, undisturbed.disk.writes()).boxed();
  }

  @ParameterizedTest
  @MethodSource("writes")
  void after_a_crash_at_any_write_nothing_is_forgotten(int survived) throws Exception {
    Host host = new Host(folder.resolve("state"));
    host.full();
    host.disk.failAfter(survived);
    host.confirmedRound();
    int acted = host.clean.runs().size();

    host.disk.mend();
    host.restartProgram();
    host.time.goOn(Duration.ofSeconds(30));
    HealRound next = host.confirmedRound();

    assertThat(Host.firstRefusal(next)).isNotEqualTo(Optional.of(GuardRail.MEMORY));
    if (acted > 0) {
      assertThat(Host.firstRefusal(next)).contains(GuardRail.COOL_DOWN);
      assertThat(host.clean.runs()).hasSize(1);
    }
    assertThat(host.remembered().size()).isGreaterThanOrEqualTo(host.clean.runs().size());
    assertThat(host.audit()).allMatch(line -> line.startsWith("{"));
  }

  @Test
  void attempt_is_written_down_before_anything_is_done() {
    Host host = new Host(folder.resolve("state"));
    host.full();
    host.clean.doing(
        () -> {
          assertThat(host.remembered())
              .singleElement()
              .satisfies(attempt -> assertThat(attempt.isInFlight()).isTrue());
          assertThat(host.audit().get(host.audit().size() - 1))
              .contains("\"event\":\"attempt begins\"");
          host.healthy();
          return new ActionOutcome.Done("did it");
        });

    assertThat(host.confirmedRound().attempts().get(0).outcome()).contains(Outcome.FIXED);
  }
}
