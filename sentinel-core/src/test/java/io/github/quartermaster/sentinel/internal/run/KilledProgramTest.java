package io.github.quartermaster.sentinel.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Attempt.Outcome;
import io.github.quartermaster.sentinel.model.GuardRail;
import io.github.quartermaster.sentinel.model.HealRound;
import io.github.quartermaster.sentinel.model.Healing;
import io.github.quartermaster.sentinel.model.Remedies;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real program is killed by {@code kill -9} after it acted and before it saw the effect. */
class KilledProgramTest {
  @TempDir Path folder;

  @Test
  void attempt_of_a_killed_program_ended_unseen_and_its_cool_down_is_kept() throws Exception {
    Path state = folder.resolve("state");
    kill(state);

    Host host = new Host(state);
    host.full();
    host.healing =
        Remedies.healing(
            List.of(Remedies.of("disk", "clean")), List.of(Healing.DEFAULT_LIMIT), 1, null);
    HealRound round =
        host.roundBy(
            host.runner(host::probe, new HostTimeline(Clock.systemUTC()), new LocalDisk()));

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
            line ->
                assertThat(line).contains("\"event\":\"attempt ended\"", "\"outcome\":\"unknown\""),
            line -> assertThat(line).contains("\"guardRail\":\"cool-down\""));
  }

  private static void kill(Path state) throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DyingProgram.class.getName(),
                state.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = program.inputReader()) {
      assertThat(output.readLine()).isEqualTo("acted");
    } finally {
      program.destroyForcibly();
    }
    assertThat(program.waitFor()).isNotZero();
  }
}
