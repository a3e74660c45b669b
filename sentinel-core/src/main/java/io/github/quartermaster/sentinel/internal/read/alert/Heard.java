package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.model.AlertMapping;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ExternalAlert;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Sample;
import io.github.quartermaster.sentinel.model.Snapshot;
import io.github.quartermaster.sentinel.model.SourceSpec;
import io.github.quartermaster.sentinel.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What other monitors say in one round.
 *
 * @param at when that was
 * @param sources all sources
 * @param alerts those about components that are not over
 * @param problems which source could not be heard
 */
public record Heard(
    Instant at, List<SourceSpec> sources, List<ExternalAlert> alerts, List<Problem> problems) {
  /** Copies the lists. */
  public Heard {
    sources = List.copyOf(sources);
    alerts = List.copyOf(alerts);
    problems = List.copyOf(problems);
  }

  /** The snapshot with a sample for each alert about one of its components. */
  public Snapshot addedTo(Snapshot snapshot) {
    AlertTargets targets = new AlertTargets(snapshot);
    List<Sample> samples = new ArrayList<>(snapshot.samples());
    for (ExternalAlert alert : alerts) {
      targets.find(alert.component()).map(target -> sample(alert, target)).ifPresent(samples::add);
    }
    return new Snapshot(
        snapshot.host(), snapshot.at(), snapshot.took(), snapshot.components(), samples);
  }

  private Sample sample(ExternalAlert alert, Component target) {
    String message =
        alert.source()
            + " says "
            + alert.status()
            + (alert.message().isBlank() ? "" : ", " + alert.message())
            + ", since "
            + alert.since();
    Reading reading =
        Reading.of(target.id()).verdict(new Verdict.Stated(alert.status())).message(message);
    return new Sample(alert.source(), target.blame(), reading, at, Duration.ZERO, true);
  }

  /** The mappings that lead to no component of a snapshot in which all checks took part. */
  public List<Problem> strays(Snapshot snapshot) {
    AlertTargets targets = new AlertTargets(snapshot);
    Set<Problem> strays = new LinkedHashSet<>();
    for (SourceSpec source : sources) {
      for (AlertMapping mapping : source.mappings()) {
        Optional<String> why = targets.whyNot(mapping.component());
        why.ifPresent(reason -> strays.add(stray(source, mapping, reason)));
      }
    }
    return List.copyOf(strays);
  }

  private static Problem stray(SourceSpec source, AlertMapping mapping, String reason) {
    return Problem.warning(
        ProblemCode.CONFIG_INVALID,
        "sources." + source.name(),
        "tried to find "
            + mapping.component()
            + ", which alerts of the source "
            + source.name()
            + " are mapped to; "
            + reason,
        "Name a component, or a check that has only one");
  }
}
