package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Attempt.Outcome;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import io.github.quartermaster.sentinel.model.Healing;
import io.github.quartermaster.sentinel.model.History;
import io.github.quartermaster.sentinel.model.Mode;
import io.github.quartermaster.sentinel.model.Remedies;
import io.github.quartermaster.sentinel.model.Situation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A situation that a test makes up: a full disk below a shop, a remedy for the disk, and nothing
 * that speaks against it. Each test says what is otherwise.
 */
final class Case {
  static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  Healing healing = Remedies.acting(Remedies.of("disk", "clean", "restart", "page"));
  DependencyGraph graph = Found.graph("shop > disk");
  List<ComponentHealth> components = List.of(Found.scored("shop", 10_000), Found.own("disk", 5012));
  History history = History.NONE;
  int rounds = 2;
  boolean stopped;
  @Nullable String busy;
  @Nullable String lost;
  Instant now = NOW;

  /** Something was tried on the disk some minutes ago. */
  Case tried(String action, int step, @Nullable Outcome outcome, int minutesAgo) {
    return tried("disk", action, step, outcome, minutesAgo);
  }

  Case tried(String target, String action, int step, @Nullable Outcome outcome, int minutesAgo) {
    List<Attempt> all = new ArrayList<>(history.attempts());
    all.add(
        new Attempt(
            "heal " + target,
            step,
            action,
            Found.id(target),
            NOW.minus(Duration.ofMinutes(minutesAgo)),
            outcome,
            "did it"));
    all.sort((one, other) -> one.at().compareTo(other.at()));
    history = history.withAttempts(all);
    return this;
  }

  Case in(Mode mode) {
    healing = healing.in(mode);
    return this;
  }

  Situation situation() {
    return new Situation(
        healing,
        Remedies.ACTIONS,
        Diagnoser.diagnose(graph, components),
        components,
        history,
        rounds,
        stopped,
        busy,
        lost,
        now);
  }

  List<Decision> decisions() {
    return RemedyPlanner.decide(situation());
  }

  /** What is decided about the first cause. */
  Decision decision() {
    return decisions().get(0);
  }

  /** In one line, for failures. */
  @Override
  public String toString() {
    return decisions().stream().map(Decision::toString).collect(Collectors.joining("\n"));
  }
}
