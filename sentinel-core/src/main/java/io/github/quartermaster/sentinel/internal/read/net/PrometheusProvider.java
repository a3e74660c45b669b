package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Reading;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Measures what a Prometheus knows about something: one component, or one for each value of a
 * label, and that of the check itself for series without it. Where Prometheus cannot tell, the
 * state is unknown.
 */
final class PrometheusProvider implements HealthProvider {
  private static final int MOST_COMPONENTS = 100;
  private static final String TYPE = "prometheus";

  private final String check;
  private final Blame blame;
  private final PrometheusQuery query;
  private final String label;
  private final SeriesJudgement judgement;
  // those seen once stay: what vanishes is no longer known
  private final Set<String> seen = new TreeSet<>();
  private @Nullable Instant askedAt;
  private List<Series> answer = List.of();

  PrometheusProvider(
      String check, Blame blame, PrometheusQuery query, String label, SeriesJudgement judgement) {
    this.check = check;
    this.blame = blame;
    this.query = query;
    this.label = label;
    this.judgement = judgement;
  }

  @Override
  public List<Component> components(ProbeContext context) throws IOException, InterruptedException {
    if (label.isEmpty()) {
      return List.of(component(check));
    }
    ask(context);
    return seen.isEmpty()
        ? List.of(component(check))
        : seen.stream().map(value -> component(id(value))).toList();
  }

  @Override
  public List<Reading> probe(ProbeContext context) throws InterruptedException {
    List<Series> series;
    try {
      series = ask(context);
    } catch (IOException e) {
      return everywhere(String.valueOf(e.getMessage()));
    }
    if (label.isEmpty() || seen.isEmpty()) {
      return List.of(judgement.judge(new ComponentId(check), series));
    }
    List<Reading> readings = new ArrayList<>();
    for (String value : seen) {
      List<Series> own = series.stream().filter(one -> value.equals(valueOf(one))).toList();
      readings.add(judgement.judge(new ComponentId(id(value)), own));
    }
    return readings;
  }

  private List<Reading> everywhere(String message) {
    if (label.isEmpty() || seen.isEmpty()) {
      return List.of(Reading.unknown(new ComponentId(check), message));
    }
    return seen.stream()
        .map(value -> Reading.unknown(new ComponentId(id(value)), message))
        .toList();
  }

  /** The series of this round; asked for once in it. */
  private List<Series> ask(ProbeContext context) throws IOException, InterruptedException {
    if (!context.startedAt().equals(askedAt)) {
      try (SideWork work = new SideWork(context.deadline())) {
        answer = query.series(work.deadline());
      }
      for (Series one : answer) {
        note(valueOf(one));
      }
      askedAt = context.startedAt();
    }
    return answer;
  }

  /** Empty where the series has none that could be a name. */
  private String valueOf(Series one) {
    String value = one.labels().getOrDefault(label, "");
    return ComponentId.isWellFormed(id(value)) ? value : "";
  }

  private String id(String value) {
    return value.isEmpty() ? check : check + ":" + value;
  }

  private void note(String value) throws IOException {
    seen.add(value);
    if (seen.size() > MOST_COMPONENTS) {
      throw new IOException(
          "the label " + label + " has more than " + MOST_COMPONENTS + " values; aggregate");
    }
  }

  private Component component(String id) {
    return Component.of(new ComponentId(id), check, TYPE, blame);
  }
}
