package io.github.quartermaster.sentinel.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Attempt.Outcome;
import io.github.quartermaster.sentinel.model.GuardRail;
import io.github.quartermaster.sentinel.model.HealRound;
import io.github.quartermaster.sentinel.model.Healing;
import io.github.quartermaster.sentinel.model.Remedies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real program is killed by {@code kill -9} after it acted and before it saw the effect. As long
 * as it lives, nobody else acts.
 */
class KilledProgramTest {
  @TempDir Path folder;

  @Test
  void attempt_of_a_killed_program_ended_unseen_and_its_cool_down_is_kept() throws Exception {
    Path state = folder.resolve("state");
    Host host = new Host(state);
    host.full();
    host.healing =
        Remedies.healing(
            List.of(Remedies.of("disk", "clean")), List.of(Healing.DEFAULT_LIMIT), 1, null);
    RemedyRunner runner =
        host.runner(host::probe, new HostTimeline(Clock.systemUTC()), new LocalDisk());
    Process program = start(state);
    try {
      assertThat(program.inputReader().readLine()).isEqualTo("acted");
      HealRound meanwhile = host.roundBy(runner);
      assertThat(Host.firstRefusal(meanwhile)).contains(GuardRail.IN_FLIGHT);
      assertThat(meanwhile.attempts()).isEmpty();
    } finally {
      program.destroyForcibly();
    }
    assertThat(program.waitFor()).isNotZero();

    HealRound round = host.roundBy(runner);

    assertThat(round.problems()).isEmpty();
    assertThat(round.attempts())
        .singleElement()
        .satisfies(attempt -> assertThat(attempt.outcome()).contains(Outcome.UNKNOWN))
        .extracting(Attempt::message)
        .isEqualTo("nobody saw how it ended: the program that did it was gone");
    assertThat(Host.firstRefusal(round)).contains(GuardRail.COOL_DOWN);
    assertThat(host.clean.runs()).isEmpty();
    assertThat(Files.readAllLines(state.resolve(AuditLog.NAME)))
        .satisfiesExactly(
            line -> assertThat(line).contains("\"event\":\"acts\""),
            line -> assertThat(line).contains("\"event\":\"attempt begins\""),
            line -> assertThat(line).contains("\"guardRail\":\"in-flight\""),
            line ->
                assertThat(line).contains("\"event\":\"attempt ended\"", "\"outcome\":\"unknown\""),
            line -> assertThat(line).contains("\"guardRail\":\"cool-down\""));
  }

  private static Process start(Path state) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            DyingProgram.class.getName(),
            state.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
