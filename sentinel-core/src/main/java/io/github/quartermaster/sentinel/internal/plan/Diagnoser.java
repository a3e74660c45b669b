package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import io.github.quartermaster.sentinel.model.Diagnosis;
import io.github.quartermaster.sentinel.model.Layer;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Status;
import io.github.quartermaster.sentinel.model.Symptom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what is wrong and why, from the health of the components and their graph. Pure: the same
 * input gives the same diagnosis, whatever its order.
 */
public final class Diagnoser {
  // a cause with less of the blame tells nobody anything
  private static final double LEAST_SHARE = 0.001;
  private static final int MOST_CAUSES = 50;
  private static final Comparator<Optional<Layer>> LOWEST_FIRST =
      Comparator.comparing((Optional<Layer> layer) -> layer.isEmpty())
          .thenComparing(layer -> layer.orElse(Layer.APPLICATION));

  private Diagnoser() {}

  /**
   * Diagnoses.
   *
   * @param graph which component needs which; may hold components that nobody looked at
   * @param components each one judged; of two with the same id the worse counts
   * @return no causes where nothing is sick; otherwise those that are sick, or whose state is
   *     unknown, with a thousandth of the blame at least, 50 of them at most
   * @throws IllegalArgumentException if a component is not in the graph
   */
  public static Diagnosis diagnose(DependencyGraph graph, List<ComponentHealth> components) {
    Aliases aliases = Aliases.of(components.stream().map(ComponentHealth::component).toList());
    Patients patients = new Patients(graph, components, aliases);
    List<Symptom> symptoms = Symptoms.of(patients);
    Ranking ranking =
        symptoms.isEmpty() ? new Ranking(List.of(), true) : ranking(patients, aliases);
    Explanation explanation = new Explanation(patients, symptoms);
    List<Cause> causes =
        ranking.causes().stream().map(explanation::of).sorted(order(patients)).toList();
    return new Diagnosis(
        status(patients),
        patients.all().stream()
            .map(ComponentHealth::score)
            .filter(Objects::nonNull)
            .max(Score::compareTo)
            .orElse(Score.HEALTHY),
        symptoms,
        causes,
        ranking.confidence(),
        ranking.lead(),
        FailingLayers.lowest(patients).orElse(null),
        notChecked(patients));
  }

  /** Only what can be meant: a healthy component with a low score is no cause of anything. */
  private static Ranking ranking(Patients patients, Aliases aliases) {
    Ranking all = new CauseRanking().judge(patients.graph(), patients.troubles());
    List<RankedCause> possible =
        all.causes().stream()
            .filter(cause -> !cause.verified() || patients.isSick(cause.component()))
            .limit(MOST_CAUSES)
            .toList();
    double sum = possible.stream().mapToDouble(RankedCause::share).sum();
    List<RankedCause> worthNaming =
        possible.stream().filter(cause -> cause.share() >= LEAST_SHARE * sum).toList();
    double kept = worthNaming.stream().mapToDouble(RankedCause::share).sum();
    List<RankedCause> causes = new ArrayList<>();
    for (RankedCause cause : worthNaming) {
      causes.add(
          new RankedCause(
              cause.component(),
              aliases.of(cause.component()),
              cause.share() / kept,
              cause.verified()));
    }
    boolean sameFirst =
        !causes.isEmpty() && causes.get(0).component().equals(all.causes().get(0).component());
    return new Ranking(causes, all.agreed() && sameFirst);
  }

  /** Of equal shares the one first that explains more, then the one that fails lower. */
  private static Comparator<Cause> order(Patients patients) {
    return Comparator.comparingLong((Cause cause) -> -rounded(cause.share()))
        .thenComparingLong(cause -> -rounded(cause.explains()))
        .thenComparing(cause -> FailingLayers.of(cause.component(), patients), LOWEST_FIRST)
        .thenComparing(Cause::component);
  }

  private static long rounded(double part) {
    return Math.round(part * 1e9);
  }

  private static Status status(Patients patients) {
    Stream<Status> states =
        patients.all().stream()
            .filter(health -> health.isSick() || health.unknownCounts())
            .map(ComponentHealth::status);
    List<Status> found = states.distinct().toList();
    return Stream.of(Status.CRITICAL, Status.WARNING, Status.UNKNOWN)
        .filter(found::contains)
        .findFirst()
        .orElse(Status.OK);
  }

  private static List<ComponentId> notChecked(Patients patients) {
    return patients.all().stream()
        .filter(health -> !health.checked() || health.status() == Status.UNKNOWN)
        .map(ComponentHealth::id)
        .toList();
  }
}
