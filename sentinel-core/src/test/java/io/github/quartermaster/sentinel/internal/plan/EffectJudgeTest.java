package io.github.quartermaster.sentinel.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.Attempt.Outcome;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.Effect;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A disk below a shop. */
class EffectJudgeTest {
  private static final List<ComponentHealth> BOTH_DOWN = now(5012, 10_000);

  @Test
  void healthy_target_with_healthy_dependants_is_fixed() {
    Effect effect = judge(BOTH_DOWN, now(0, 0));

    assertThat(effect.outcome()).isEqualTo(Outcome.FIXED);
    assertThat(effect.isComplete()).isTrue();
    assertThat(effect.message()).isEqualTo("disk is healthy, and so is all that depends on it");
  }

  @Test
  void healthy_target_is_fixed_though_a_dependant_is_still_sick_which_is_said() {
    Effect effect = judge(BOTH_DOWN, now(0, 10_000));

    assertThat(effect.outcome()).isEqualTo(Outcome.FIXED);
    assertThat(effect.isComplete()).isFalse();
    assertThat(effect.message()).isEqualTo("disk is healthy; not yet healthy: shop");
  }

  @Test
  void target_that_is_still_sick_shows_no_effect() {
    assertThat(judge(BOTH_DOWN, now(5012, 10_000)).message())
        .isEqualTo("disk is still critical (score 5012)");
    assertThat(judge(BOTH_DOWN, now(400, 0)).outcome())
        .as("better, and not healthy")
        .isEqualTo(Outcome.NO_EFFECT);
  }

  @Test
  void what_is_critical_and_was_not_is_worse() {
    Effect effect = judge(now(5012, 0), now(0, 3162));

    assertThat(effect.outcome()).isEqualTo(Outcome.WORSE);
    assertThat(effect.message()).isEqualTo("shop is critical, and was not before (score 3162)");
    assertThat(judge(now(400, 0), now(5012, 0)).outcome())
        .as("the target itself")
        .isEqualTo(Outcome.WORSE);
  }

  @Test
  void dependant_that_got_worse_short_of_critical_spoils_the_effect() {
    assertThat(judge(now(5012, 0), now(0, 400)).outcome()).isEqualTo(Outcome.NO_EFFECT);
  }

  @Test
  void what_is_unknown_now_is_not_taken_for_fixed() {
    assertThat(judge(BOTH_DOWN, List.of(Found.unknown("disk"), Found.scored("shop", 0))).message())
        .isEqualTo("disk is unknown (no answer in time)");
    assertThat(judge(now(5012, 0), List.of(Found.own("disk", 0), Found.unknown("shop"))).outcome())
        .isEqualTo(Outcome.NO_EFFECT);
  }

  @Test
  void what_cannot_be_looked_at_any_more_is_not_taken_for_fixed() {
    assertThat(judge(BOTH_DOWN, List.of()).message()).isEqualTo("disk could not be looked at");
    assertThat(judge(BOTH_DOWN, List.of(Found.own("disk", 0))).message())
        .isEqualTo("disk is healthy, but shop could not be looked at");
    assertThat(
            judge(BOTH_DOWN, List.of(Found.notChecked("disk"), Found.scored("shop", 0))).outcome())
        .isEqualTo(Outcome.NO_EFFECT);
  }

  @Property
  void nothing_is_fixed_while_the_target_is_sick_or_anything_got_worse(
      @ForAll @IntRange(max = 10_000) int disk,
      @ForAll @IntRange(max = 10_000) int shop,
      @ForAll @IntRange(max = 10_000) int diskNow,
      @ForAll @IntRange(max = 10_000) int shopNow) {
    List<ComponentHealth> before = now(disk, shop);
    List<ComponentHealth> after = now(diskNow, shopNow);
    Outcome outcome = judge(before, after).outcome();

    boolean newlyCritical = (diskNow >= 3162 && disk < 3162) || (shopNow >= 3162 && shop < 3162);
    assertThat(outcome == Outcome.WORSE).isEqualTo(newlyCritical);
    if (outcome == Outcome.FIXED) {
      assertThat(after.get(0).isSick()).isFalse();
      assertThat(after.get(1).status()).isLessThanOrEqualTo(before.get(1).status());
    }
  }

  private static List<ComponentHealth> now(int disk, int shop) {
    return List.of(Found.own("disk", disk), Found.scored("shop", shop));
  }

  private static Effect judge(List<ComponentHealth> before, List<ComponentHealth> after) {
    return EffectJudge.judge(Found.id("disk"), before, after);
  }
}
