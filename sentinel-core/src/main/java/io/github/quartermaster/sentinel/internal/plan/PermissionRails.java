package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.MaintenanceWindow;
import io.github.quartermaster.sentinel.model.Situation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.TreeSet;

/** The guard rails that ask whether people let it be done. */
final class PermissionRails {
  private PermissionRails() {}

  static Optional<Objection> memory(Candidate candidate, Situation situation) {
    return situation.memoryLoss().map(Objection::of);
  }

  static Optional<Objection> killSwitch(Candidate candidate, Situation situation) {
    return situation.stopped()
        ? Optional.of(
            Objection.of(
                "the file "
                    + situation.healing().killSwitch().map(Object::toString).orElse("")
                    + " is there, which stops all remedies"))
        : Optional.empty();
  }

  static Optional<Objection> maintenance(Candidate candidate, Situation situation) {
    return situation.healing().maintenance().stream()
        .filter(window -> window.contains(situation.now()))
        .map(window -> end(window, situation.now()))
        .max(Instant::compareTo)
        .map(end -> new Objection("people work on the machine: a maintenance window", end));
  }

  private static Instant end(MaintenanceWindow window, Instant now) {
    ZonedDateTime local = now.atZone(window.zone());
    boolean endsToday =
        window.from().isBefore(window.to()) || local.toLocalTime().isBefore(window.to());
    LocalDate day = endsToday ? local.toLocalDate() : local.toLocalDate().plusDays(1);
    return day.atTime(window.to()).atZone(window.zone()).toInstant();
  }

  static Optional<Objection> allowList(Candidate candidate, Situation situation) {
    boolean allowed =
        situation.healing().allowed().isEmpty()
            || situation.healing().allowed().contains(candidate.action());
    return allowed
        ? Optional.empty()
        : Optional.of(
            Objection.of(
                candidate.action()
                    + " is not among the actions that are allowed: "
                    + String.join(", ", new TreeSet<>(situation.healing().allowed()))));
  }

  static Optional<Objection> irreversible(Candidate candidate, Situation situation) {
    return candidate.remedy().allowIrreversible() || situation.isReversible(candidate.action())
        ? Optional.empty()
        : Optional.of(
            Objection.of(
                candidate.action()
                    + " cannot be undone, and the remedy "
                    + candidate.remedy().name()
                    + " does not allow that"));
  }
}
