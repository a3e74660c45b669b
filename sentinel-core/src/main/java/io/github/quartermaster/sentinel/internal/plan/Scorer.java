package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Sample;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Severity;
import io.github.quartermaster.sentinel.model.Snapshot;
import io.github.quartermaster.sentinel.model.Status;
import io.github.quartermaster.sentinel.model.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges each component of a snapshot by the worst of its samples. What is healthy is less bad than
 * what is unknown, and that less than what is sick.
 */
public final class Scorer {
  /** What a plugin's WARNING is worth where its numbers say nothing. */
  private static final Score PLAIN_WARNING = new Score(1000);

  /** How many sick values stand for the words that a provider does not say. */
  private static final int MOST_VALUES = 3;

  private final Set<String> ignoredUnknowns;

  /**
   * @param ignoredUnknowns the checks whose unknown states nobody is to be bothered with
   */
  public Scorer(Set<String> ignoredUnknowns) {
    this.ignoredUnknowns = Set.copyOf(ignoredUnknowns);
  }

  /** Every component judged, in the order of the snapshot. */
  public List<ComponentHealth> judge(Snapshot snapshot) {
    Map<ComponentId, List<Sample>> samples =
        snapshot.samples().stream()
            .collect(Collectors.groupingBy(sample -> sample.reading().component()));
    return snapshot.components().stream()
        .map(component -> judge(component, samples.getOrDefault(component.id(), List.of())))
        .toList();
  }

  private ComponentHealth judge(Component component, List<Sample> samples) {
    Optional<Judged> worst = samples.stream().map(Judged::of).max(Judged.BY_BADNESS);
    if (worst.isEmpty() || worst.get().standing() == Standing.NOT_CHECKED) {
      return new ComponentHealth(
          component,
          Status.OK,
          null,
          Severity.NONE,
          Severity.NONE,
          false,
          false,
          worst.map(judged -> words(judged.sample().reading())).orElse(""),
          samples);
    }
    Judged judged = worst.get();
    if (judged.standing() == Standing.UNKNOWN) {
      return new ComponentHealth(
          component,
          Status.UNKNOWN,
          null,
          Severity.NONE,
          Severity.NONE,
          true,
          unknownCounts(samples),
          words(judged.sample().reading()),
          samples);
    }
    return new ComponentHealth(
        component,
        judged.score().status(),
        judged.score(),
        Severity.of(judged.score()),
        own(samples),
        true,
        unknownCounts(samples),
        Stream.concat(Stream.of(judged), unknowns(samples))
            .map(each -> words(each.sample().reading()))
            .filter(message -> !message.isEmpty())
            .distinct()
            .collect(Collectors.joining("; ")),
        samples);
  }

  private static Stream<Judged> unknowns(List<Sample> samples) {
    return samples.stream().map(Judged::of).filter(each -> each.standing() == Standing.UNKNOWN);
  }

  /** What the provider says; where it says nothing, what it measured, the sick values first. */
  private static String words(Reading reading) {
    if (!reading.message().isBlank()) {
      return reading.message();
    }
    List<Metric> sick =
        Judged.judgedMetrics(reading).stream()
            .filter(metric -> metric.known().isPresent())
            .filter(metric -> Curve.score(metric).status() != Status.OK)
            .toList();
    return (sick.isEmpty() ? reading.metrics().stream().limit(1) : sick.stream().limit(MOST_VALUES))
        .map(Metric::text)
        .collect(Collectors.joining(", "));
  }

  private boolean unknownCounts(List<Sample> samples) {
    return unknowns(samples).anyMatch(each -> !ignoredUnknowns.contains(each.sample().check()));
  }

  private static Severity own(List<Sample> samples) {
    return samples.stream()
        .filter(sample -> sample.blame() == Blame.OWN)
        .map(Judged::of)
        .filter(
            judged -> judged.standing() == Standing.HEALTHY || judged.standing() == Standing.SICK)
        .map(judged -> Severity.of(judged.score()))
        .max(Comparator.naturalOrder())
        .orElse(Severity.NONE);
  }

  /** From least to most bad. */
  private enum Standing {
    NOT_CHECKED,
    HEALTHY,
    UNKNOWN,
    SICK
  }

  private record Judged(Sample sample, Standing standing, Score score) {
    static final Comparator<Judged> BY_BADNESS =
        Comparator.comparing(Judged::standing).thenComparing(Judged::score);

    static Judged of(Sample sample) {
      Reading reading = sample.reading();
      Verdict verdict = reading.verdict();
      if (verdict instanceof Verdict.NotChecked) {
        return new Judged(sample, Standing.NOT_CHECKED, Score.HEALTHY);
      }
      if (verdict instanceof Verdict.Unknown) {
        return new Judged(sample, Standing.UNKNOWN, Score.HEALTHY);
      }
      if (verdict instanceof Verdict.Stated stated) {
        return known(sample, scoreOf(reading, stated.status()));
      }
      Score measured = measured(reading);
      if (verdict instanceof Verdict.Given given) {
        return known(sample, given.score().compareTo(measured) > 0 ? given.score() : measured);
      }
      boolean lacksNumbers = judgedMetrics(reading).stream().anyMatch(m -> Double.isNaN(m.value()));
      return lacksNumbers && measured.status() == Status.OK
          ? new Judged(sample, Standing.UNKNOWN, Score.HEALTHY)
          : known(sample, measured);
    }

    private static Judged known(Sample sample, Score score) {
      Standing standing = score.status() == Status.OK ? Standing.HEALTHY : Standing.SICK;
      return new Judged(sample, standing, score);
    }

    private static List<Metric> judgedMetrics(Reading reading) {
      return reading.metrics().stream()
          .filter(metric -> metric.warning() != null || metric.critical() != null)
          .toList();
    }

    private static Score measured(Reading reading) {
      return judgedMetrics(reading).stream()
          .filter(metric -> metric.known().isPresent())
          .map(Curve::score)
          .max(Comparator.naturalOrder())
          .orElse(Score.HEALTHY);
    }

    /** The worst of the metrics that agree with what was stated, since only they can explain it. */
    private static Score scoreOf(Reading reading, Status stated) {
      return judgedMetrics(reading).stream()
          .filter(metric -> metric.known().isPresent())
          .map(Curve::score)
          .filter(score -> score.status() == stated)
          .max(Comparator.naturalOrder())
          .orElseGet(() -> plain(stated));
    }

    private static Score plain(Status stated) {
      return switch (stated) {
        case WARNING -> PLAIN_WARNING;
        case CRITICAL -> Score.CRITICAL;
        case OK, UNKNOWN -> Score.HEALTHY;
      };
    }
  }
}
