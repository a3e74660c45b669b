package io.github.quartermaster.sentinel.internal.plan;

import static io.github.quartermaster.sentinel.model.GuardRail.ALLOW_LIST;
import static io.github.quartermaster.sentinel.model.GuardRail.BREAKER;
import static io.github.quartermaster.sentinel.model.GuardRail.CONFIDENCE;
import static io.github.quartermaster.sentinel.model.GuardRail.CONFIRMATION;
import static io.github.quartermaster.sentinel.model.GuardRail.COOL_DOWN;
import static io.github.quartermaster.sentinel.model.GuardRail.EXHAUSTED;
import static io.github.quartermaster.sentinel.model.GuardRail.IN_FLIGHT;
import static io.github.quartermaster.sentinel.model.GuardRail.IRREVERSIBLE;
import static io.github.quartermaster.sentinel.model.GuardRail.KILL_SWITCH;
import static io.github.quartermaster.sentinel.model.GuardRail.LIMIT;
import static io.github.quartermaster.sentinel.model.GuardRail.MAINTENANCE;
import static io.github.quartermaster.sentinel.model.GuardRail.MEMORY;
import static io.github.quartermaster.sentinel.model.GuardRail.SHARE;
import static io.github.quartermaster.sentinel.model.GuardRail.UNVERIFIED;

import io.github.quartermaster.sentinel.model.GuardRail;
import io.github.quartermaster.sentinel.model.Situation;
import java.util.List;
import java.util.Optional;

/**
 * The guard rails between a cause with a remedy and its next step, in the order in which they are
 * asked. Those before them, {@link GuardRail#MODE}, {@link GuardRail#NO_REMEDY} and {@link
 * GuardRail#OTHER_CAUSE}, need no step; {@link GuardRail#PRECONDITION} takes a look at the machine.
 */
final class GuardRails {
  private static final boolean ALSO_WHAT_TELLS = true;
  private static final boolean ONLY_WHAT_ACTS = false;

  static final List<Rail> IN_ORDER =
      List.of(
          new Rail(MEMORY, ALSO_WHAT_TELLS, PermissionRails::memory),
          new Rail(KILL_SWITCH, ONLY_WHAT_ACTS, PermissionRails::killSwitch),
          new Rail(MAINTENANCE, ALSO_WHAT_TELLS, PermissionRails::maintenance),
          new Rail(CONFIRMATION, ALSO_WHAT_TELLS, CauseRails::confirmation),
          new Rail(CONFIDENCE, ONLY_WHAT_ACTS, CauseRails::confidence),
          new Rail(SHARE, ONLY_WHAT_ACTS, CauseRails::share),
          new Rail(UNVERIFIED, ONLY_WHAT_ACTS, CauseRails::unverified),
          new Rail(ALLOW_LIST, ONLY_WHAT_ACTS, PermissionRails::allowList),
          new Rail(IRREVERSIBLE, ONLY_WHAT_ACTS, PermissionRails::irreversible),
          new Rail(IN_FLIGHT, ONLY_WHAT_ACTS, HistoryRails::inFlight),
          new Rail(COOL_DOWN, ALSO_WHAT_TELLS, HistoryRails::coolDown),
          new Rail(LIMIT, ALSO_WHAT_TELLS, HistoryRails::limit),
          new Rail(BREAKER, ONLY_WHAT_ACTS, HistoryRails::breaker),
          new Rail(EXHAUSTED, ALSO_WHAT_TELLS, HistoryRails::exhausted));

  private GuardRails() {}

  /** The first one that says no. */
  static Optional<Refusal> firstNo(Candidate candidate, Situation situation) {
    boolean tells = situation.onlyTells(candidate.action());
    return IN_ORDER.stream()
        .filter(rail -> rail.alsoWhatTells() || !tells)
        .flatMap(
            rail ->
                rail.question().ask(candidate, situation).stream()
                    .map(objection -> new Refusal(rail.name(), objection)))
        .findFirst();
  }

  /**
   * A guard rail.
   *
   * @param name what it is called
   * @param alsoWhatTells whether it is asked too where the step only tells somebody
   * @param question what it asks
   */
  record Rail(GuardRail name, boolean alsoWhatTells, Question question) {}

  /** Looks for a reason against a step. */
  @FunctionalInterface
  interface Question {
    Optional<Objection> ask(Candidate candidate, Situation situation);
  }

  /**
   * The guard rail that said no, and why.
   *
   * @param rail which one
   * @param objection why
   */
  record Refusal(GuardRail rail, Objection objection) {}
}
