package io.github.quartermaster.sentinel.internal.run;

import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Looks what an attempt did to a component and to what depends on it, again and again until all is
 * well or the time is over. That something does not answer for a while is what a restart is like,
 * so only the last look can say that it got worse.
 */
final class Verification {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** One good look may be luck. */
  private static final int LOOKS = 2;

  private final Prober prober;
  private final RemedyRules rules;
  private final Timeline timeline;

  Verification(Prober prober, RemedyRules rules, Timeline timeline) {
    this.prober = prober;
    this.rules = rules;
    this.timeline = timeline;
  }

  /**
   * The effect.
   *
   * @param watched the target and all that depends on it
   * @param before these, just before the attempt
   * @param settle how long nobody looks
   * @param within how long, after that, the effect may take
   * @throws InterruptedException if somebody wants the thread to end
   */
  Effect effect(
      ComponentId target,
      Set<ComponentId> watched,
      List<ComponentHealth> before,
      Duration settle,
      Duration within)
      throws InterruptedException {
    timeline.sleep(settle);
    Duration end = timeline.uptime().time().plus(within);
    int good = 0;
    while (true) {
      Effect effect = rules.judge(target, before, look(watched));
      good = effect.isComplete() ? good + 1 : 0;
      Duration left = end.minus(timeline.uptime().time());
      if (good == LOOKS || left.isNegative() || left.isZero()) {
        return effect;
      }
      timeline.sleep(left.compareTo(PAUSE) < 0 ? left : PAUSE);
    }
  }

  private List<ComponentHealth> look(Set<ComponentId> watched) {
    return prober.probe(watched).stream().map(rules::own).toList();
  }
}
