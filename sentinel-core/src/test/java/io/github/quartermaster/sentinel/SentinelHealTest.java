package io.github.quartermaster.sentinel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.model.ActionOutcome;
import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Attempt.Outcome;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.FakeAction;
import io.github.quartermaster.sentinel.model.Gate;
import io.github.quartermaster.sentinel.model.GateResult;
import io.github.quartermaster.sentinel.model.GuardRail;
import io.github.quartermaster.sentinel.model.Healing;
import io.github.quartermaster.sentinel.model.Mode;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Remedies;
import io.github.quartermaster.sentinel.model.Remedy;
import io.github.quartermaster.sentinel.model.RemedyStep;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.SentinelException;
import io.github.quartermaster.sentinel.model.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop on a disk, by the front door, with the machine's own time and files. */
class SentinelHealTest {
  @TempDir Path folder;

  private final FakeAction clean = FakeAction.clean();
  private double used = 97;

  @Test
  void cause_is_treated_and_the_host_is_looked_at_again() {
    clean.doing(
        () -> {
          used = 12;
          return new ActionOutcome.Done("removed 12 files");
        });

    HealResult result = sentinel().heal(request(Mode.ACT));

    assertThat(result.attempts())
        .extracting(Attempt::outcome)
        .containsExactly(Optional.of(Outcome.FIXED));
    assertThat(result.before().gateResult()).isEqualTo(GateResult.FAILED);
    assertThat(result.check().gateResult()).isEqualTo(GateResult.PASSED);
    assertThat(result.isChanged()).isTrue();
    assertThat(folder.resolve("state/state.json")).exists();
  }

  @Test
  void what_was_tried_is_remembered_from_one_run_to_the_next() {
    sentinel().heal(request(Mode.ACT));
    HealResult second = sentinel().heal(request(Mode.ACT));

    assertThat(clean.runs()).hasSize(1);
    assertThat(second.decisions().get(0).guardRail()).contains(GuardRail.COOL_DOWN);
    assertThat(sentinel().reset(new ComponentId("disk"), state())).isTrue();
    assertThat(sentinel().heal(request(Mode.ACT)).isChanged()).isTrue();
  }

  @Test
  void mode_of_the_request_holds_whatever_the_remedies_say() {
    HealResult result = sentinel().heal(request(Mode.DRY_RUN));

    assertThat(clean.runs()).isEmpty();
    assertThat(result.decisions().get(0).guardRail()).contains(GuardRail.MODE);
    assertThat(result.check()).isSameAs(result.before());
    assertThat(folder.resolve("state")).doesNotExist();
  }

  @Test
  void symptom_is_not_treated_where_the_cause_has_no_remedy() {
    Healing shopOnly = Remedies.acting(Remedies.of("shop", "clean"));

    HealResult result = sentinel(shopOnly).heal(request(Mode.ACT));

    assertThat(result.decisions())
        .extracting(Decision::guardRail)
        .containsExactly(Optional.of(GuardRail.NO_REMEDY), Optional.of(GuardRail.OTHER_CAUSE));
    assertThat(clean.runs()).isEmpty();
  }

  @Test
  void healthy_host_leaves_nothing_but_a_lock_behind() throws Exception {
    used = 12;
    HealResult result = sentinel().heal(request(Mode.ACT));

    assertThat(result.decisions()).isEmpty();
    try (var files = Files.list(folder.resolve("state"))) {
      assertThat(files.map(Path::getFileName).map(Path::toString)).containsExactly("healing.lock");
    }
  }

  @Test
  void action_that_nobody_knows_is_refused_before_anything_is_checked() {
    Sentinel sentinel = sentinel(Remedies.acting(Remedies.of("disk", "explode")));

    assertThatThrownBy(() -> sentinel.heal(request(Mode.DRY_RUN)))
        .isInstanceOf(SentinelException.class)
        .hasMessageStartingWith("CONFIG_INVALID: tried to make the action explode");
  }

  private HealRequest request(Mode mode) {
    return new HealRequest(mode, Gate.DEFAULT, Duration.ofMillis(1), state().orElseThrow());
  }

  private Optional<Path> state() {
    return Optional.of(folder.resolve("state"));
  }

  private Sentinel sentinel() {
    Remedy atOnce =
        new Remedy(
            "free the disk",
            new ComponentId("disk"),
            Score.CRITICAL,
            List.of(new RemedyStep("clean", Settings.NONE, Duration.ZERO, Duration.ZERO)),
            Remedies.COOL_DOWN,
            List.of(),
            true);
    return sentinel(Remedies.acting(atOnce));
  }

  private Sentinel sentinel(Healing healing) {
    return Sentinel.builder()
        .provider("disk", context -> Reading.of("disk").metric("used", used, "%", 70, 95))
        .provider(
            "shop",
            context ->
                used >= 95 ? Reading.down(new ComponentId("shop"), "HTTP 500") : Reading.of("shop"))
        .requires("shop", "disk")
        .action(clean)
        .healing(healing)
        .build();
  }
}
