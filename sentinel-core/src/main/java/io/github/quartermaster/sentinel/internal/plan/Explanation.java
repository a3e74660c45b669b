package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.Evidence;
import io.github.quartermaster.sentinel.model.Severity;
import io.github.quartermaster.sentinel.model.Status;
import io.github.quartermaster.sentinel.model.Symptom;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says what speaks for a probable cause, and what against it. */
final class Explanation {
  private final Patients patients;
  private final List<Symptom> symptoms;
  private final double allTrouble;

  Explanation(Patients patients, List<Symptom> symptoms) {
    this.patients = patients;
    this.symptoms = List.copyOf(symptoms);
    this.allTrouble =
        patients.all().stream()
            .filter(ComponentHealth::isSick)
            .map(ComponentHealth::severity)
            .mapToDouble(Severity::value)
            .sum();
  }

  /** A ranked cause with its reasons. */
  Cause of(RankedCause ranked) {
    ComponentId id = ranked.component();
    Optional<ComponentHealth> health = patients.health(id);
    SickPaths paths = SickPaths.upFrom(id, patients);
    return new Cause(
        id,
        ranked.aliases(),
        ranked.share(),
        explains(paths),
        unexplained(id),
        paths.from(symptoms),
        explainedBy(id).orElse(null),
        health.map(ComponentHealth::status).orElse(Status.UNKNOWN),
        health.map(ComponentHealth::score).orElse(null),
        health.map(ComponentHealth::message).orElse(""),
        health.map(Explanation::evidence).orElse(List.of()),
        ranked.verified());
  }

  private static List<Evidence> evidence(ComponentHealth health) {
    return health.samples().stream()
        .flatMap(sample -> sample.reading().evidence().stream())
        .distinct()
        .toList();
  }

  /** What of all trouble is its own or that of what leads to it through sick components. */
  private double explains(SickPaths paths) {
    double sum = 0;
    for (ComponentId id : paths.components()) {
      sum += patients.isSick(id) ? patients.severity(id) : 0;
    }
    return allTrouble == 0 ? 0 : Math.min(1, sum / allTrouble);
  }

  /** All of it where nothing below is sick or the trouble can be nobody else's. */
  private double unexplained(ComponentId id) {
    double severity = patients.severity(id);
    double own = patients.health(id).map(ComponentHealth::own).orElse(Severity.NONE).value();
    double handedUp =
        patients.sickPrerequisitesOf(id).stream().mapToDouble(this::handedUp).max().orElse(0);
    return Math.max(severity == 0 ? 0 : own / severity, 1 - handedUp);
  }

  private Optional<ComponentId> explainedBy(ComponentId id) {
    return patients.sickPrerequisitesOf(id).stream()
        .max(
            Comparator.comparingDouble(this::handedUp)
                .thenComparing(Comparator.comparing(Dependency::prerequisite).reversed()))
        .map(Dependency::prerequisite);
  }

  private double handedUp(Dependency edge) {
    return edge.weight() * patients.severity(edge.prerequisite());
  }
}
