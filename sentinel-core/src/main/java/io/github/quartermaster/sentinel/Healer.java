package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.internal.run.HostTimeline;
import io.github.quartermaster.sentinel.internal.run.Prober;
import io.github.quartermaster.sentinel.internal.run.RemedyRunner;
import io.github.quartermaster.sentinel.internal.run.RemedySettings;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.HealRound;
import io.github.quartermaster.sentinel.model.Mode;
import io.github.quartermaster.sentinel.model.SentinelException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Treats what checks find, round after round, as the configuration says. Remembers in how many
 * rounds a cause was the first; for one thread.
 */
final class Healer implements WatchHealer {
  private final RemedyRunner runner;
  private Prober prober = components -> List.of();

  /**
   * A healer that has seen no round yet.
   *
   * @param mode how far it goes
   * @param state the folder for the history and the audit log
   * @param host the name of this machine
   * @throws SentinelException if an action refuses its settings
   */
  Healer(SentinelSetup setup, Mode mode, Path state, String host, Clock clock) {
    RemedySettings settings =
        new RemedySettings(
            setup.config().healing().in(mode), setup.factories(), state, host, setup.digest());
    this.runner =
        new RemedyRunner(
            settings,
            new PureRules(),
            components -> prober.probe(components),
            new HostTimeline(clock));
  }

  @Override
  public HealRound round(
      CheckResult result, Function<Set<ComponentId>, List<ComponentHealth>> newProber) {
    prober = newProber::apply;
    return runner.round(result.diagnosis(), result.components(), result.graph());
  }

  /** Sets a component back; whether anything was tried on it. */
  boolean reset(ComponentId target) {
    return runner.reset(target);
  }
}
