package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.internal.run.HostTimeline;
import io.github.quartermaster.sentinel.internal.run.Prober;
import io.github.quartermaster.sentinel.internal.run.RemedyRunner;
import io.github.quartermaster.sentinel.internal.run.RemedySettings;
import io.github.quartermaster.sentinel.internal.run.Timeline;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.HealRound;
import io.github.quartermaster.sentinel.model.Mode;
import io.github.quartermaster.sentinel.model.SentinelException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Treats what checks find, round after round, as the configuration says. Remembers in how many
 * rounds a cause was the first; for one thread.
 */
final class Healer {
  private final RemedyRunner runner;

  /**
   * A healer that has seen no round yet.
   *
   * @param prober looks at components again
   * @param mode how far it goes
   * @param state the folder for the history and the audit log
   * @param host the name of this machine
   * @throws SentinelException if an action refuses its settings
   */
  Healer(SentinelSetup setup, Prober prober, Mode mode, Path state, String host, Clock clock) {
    this(setup, prober, mode, state, host, new HostTimeline(clock));
  }

  private Healer(
      SentinelSetup setup, Prober prober, Mode mode, Path state, String host, Timeline timeline) {
    RemedySettings settings =
        new RemedySettings(
            setup.healing().in(mode), setup.factories(), state, host, setup.digest());
    this.runner = new RemedyRunner(settings, new PureRules(), prober, timeline);
  }

  /** Decides about the causes of a check, and acts where every guard rail lets it. */
  HealRound round(CheckResult result) {
    return runner.round(result.diagnosis(), result.components(), result.graph());
  }

  /** Sets a component back; whether anything was tried on it. */
  boolean reset(ComponentId target) {
    return runner.reset(target);
  }
}
