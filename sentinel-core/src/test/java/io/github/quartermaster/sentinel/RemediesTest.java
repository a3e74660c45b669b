package io.github.quartermaster.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.internal.process.Script;
import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.Gate;
import io.github.quartermaster.sentinel.model.GuardRail;
import io.github.quartermaster.sentinel.model.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From the configuration to the file that is gone: real checks, real actions, real processes. */
@Timeout(300)
class RemediesTest {
  @TempDir Path temp;
  private Path logs;
  private Path told;
  private Path config;

  @BeforeEach
  void makeShop() throws IOException {
    temp = temp.toRealPath();
    logs = Files.createDirectory(temp.resolve("logs"));
    told = temp.resolve("told");
    Path room = Script.of(temp, "room", "test -z \"$(ls " + logs + ")\" || exit 2");
    Path page = Script.of(temp, "page", "echo \"$SENTINEL_COMPONENT $SENTINEL_STATUS\" >> " + told);
    config =
        Files.writeString(
            temp.resolve("sentinel.yaml"),
            """
            sentinel: 1
            checks:
              room: { type: exec, command: [%1$s], timeout: 60s, blame: own }
              shop: { type: exec, command: [%1$s], timeout: 60s, requires: [room] }
            remedies:
              when: { cause: room }
              steps:
                - { action: disk.clean, root: logs, glob: "*.gz", older-than: 1d, settle: 0s, within: 8s }
                - { action: notify, to: ops }
              cooldown: 1ms
              limits: [ { max: 2, per: 1h } ]
              allow-irreversible: true
            notify: { ops: { exec: [%2$s] } }
            """
                .formatted(room, page));
  }

  @Test
  void dry_run_says_what_would_be_removed_and_removes_nothing() throws IOException {
    Path old = fill();

    HealResult result = heal(Mode.DRY_RUN);

    assertThat(result.decisions().get(0).preview())
        .isEqualTo("would remove 1 file, 1 KiB of " + logs + " (*.gz, older than 1d)");
    assertThat(result.decisions().get(0).guardRail()).contains(GuardRail.MODE);
    assertThat(old).exists();
  }

  @Test
  void room_is_made_twice_an_hour_and_the_third_time_nothing_is_done() throws IOException {
    for (int time = 0; time < 2; time++) {
      Path old = fill();

      HealResult result = heal(Mode.ACT);

      assertThat(result.attempts()).extracting(Attempt::action).containsExactly("disk.clean");
      assertThat(result.attempts().get(0).outcome())
          .as(result.attempts().get(0).message())
          .contains(Attempt.Outcome.FIXED);
      assertThat(old).doesNotExist();
    }
    Path old = fill();

    HealResult result = heal(Mode.ACT);

    assertThat(result.attempts()).isEmpty();
    assertThat(result.decisions())
        .filteredOn(decision -> decision.action().equals("disk.clean"))
        .extracting(Decision::guardRail)
        .allMatch(rail -> rail.filter(GuardRail.LIMIT::equals).isPresent());
    assertThat(old).exists();
  }

  @Test
  void people_are_told_where_there_was_nothing_to_remove() throws IOException {
    Files.writeString(logs.resolve("young.gz"), "x");

    Attempt first = heal(Mode.ACT).attempts().get(0);
    Attempt second = heal(Mode.ACT).attempts().get(0);

    assertThat(first.message()).startsWith("removed nothing of " + logs);
    assertThat(first.outcome()).contains(Attempt.Outcome.NO_EFFECT);
    assertThat(second.outcome()).contains(Attempt.Outcome.TOLD);
    assertThat(Files.readString(told)).isEqualTo("room CRITICAL\n");
  }

  private Path fill() throws IOException {
    Path file = Files.write(logs.resolve("a.gz"), new byte[1024]);
    return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
  }

  private HealResult heal(Mode mode) {
    try (Sentinel sentinel = Sentinel.builder().config(config).build()) {
      return sentinel.heal(
          new HealRequest(mode, Gate.DEFAULT, Duration.ZERO, temp.resolve("state")));
    }
  }
}
