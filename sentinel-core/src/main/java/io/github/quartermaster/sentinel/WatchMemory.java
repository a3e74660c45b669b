package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.GuardRail;
import io.github.quartermaster.sentinel.model.HealRound;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Status;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a watch remembers of the last day, in bounded memory: the worst of each minute, and what
 * happened. It is gone after a restart; attempts and audit log are not. For one thread.
 */
final class WatchMemory {
  private final Instant since;
  private final Deque<WatchReport.Minute> minutes = new ArrayDeque<>();
  private final Deque<WatchReport.Entry> entries = new ArrayDeque<>();
  private final Map<WatchReport.Acted, Long> attempts = new HashMap<>();
  private final Map<GuardRail, Long> stopped = new EnumMap<>(GuardRail.class);
  private List<Decision> decisions = List.of();
  private Set<String> told = Set.of();
  private @Nullable Status lastStatus;
  private String lastCause = "";
  private long rounds;
  private long gathers;

  WatchMemory(Instant since) {
    this.since = since;
  }

  /** Notes a judgement; says whether state or first cause differ from those before. */
  boolean note(CheckResult result) {
    rounds++;
    Status status = result.diagnosis().status();
    String cause = cause(result);
    remember(
        new WatchReport.Minute(
            result.snapshot().at().truncatedTo(ChronoUnit.MINUTES),
            status,
            result.diagnosis().score(),
            cause));
    boolean changed = status != lastStatus || !cause.equals(lastCause);
    if (changed) {
      lastStatus = status;
      lastCause = cause;
      add(WatchReport.Kind.STATE, result.snapshot().at(), status, sentence(result));
    }
    return changed;
  }

  /** Notes that everything related was looked at anew. */
  void noteGather() {
    gathers++;
  }

  /** Notes what was decided and done. What was decided before in the same words is no news. */
  void note(HealRound round) {
    decisions = round.decisions();
    Set<String> words = new HashSet<>();
    for (Decision decision : decisions) {
      decision.guardRail().ifPresent(rail -> stopped.merge(rail, 1L, Long::sum));
      String key = decision.target() + " " + decision.remedy() + " " + decision.guardRail();
      words.add(key);
      if (!told.contains(key)) {
        add(WatchReport.Kind.DECISION, decision.at(), Status.WARNING, words(decision));
      }
    }
    told = words;
    for (Attempt attempt : round.attempts()) {
      Attempt.Outcome outcome = attempt.outcome().orElse(Attempt.Outcome.UNKNOWN);
      attempts.merge(new WatchReport.Acted(attempt.action(), outcome), 1L, Long::sum);
      add(WatchReport.Kind.ATTEMPT, attempt.at(), status(outcome), words(attempt, outcome));
    }
  }

  /** Everything as it is now. */
  WatchReport report(CheckResult check) {
    return new WatchReport(
        since,
        check,
        decisions,
        List.copyOf(minutes),
        List.copyOf(entries),
        new WatchReport.Tally(rounds, gathers, attempts, stopped));
  }

  private void remember(WatchReport.Minute minute) {
    WatchReport.Minute last = minutes.peekLast();
    // a clock that was set back goes on in the minute that it had
    if (last == null || minute.at().isAfter(last.at())) {
      minutes.add(minute);
    } else if (minute.score().compareTo(last.score()) > 0
        || (minute.status() == Status.UNKNOWN && last.status() == Status.OK)) {
      minutes.removeLast();
      minutes.add(
          new WatchReport.Minute(last.at(), minute.status(), minute.score(), minute.cause()));
    }
    if (minutes.size() > WatchReport.MOST_MINUTES) {
      minutes.removeFirst();
    }
  }

  private void add(WatchReport.Kind kind, Instant at, Status status, String text) {
    entries.addFirst(new WatchReport.Entry(at, kind, status, text));
    if (entries.size() > WatchReport.MOST_ENTRIES) {
      entries.removeLast();
    }
  }

  private static String cause(CheckResult result) {
    return result.diagnosis().causes().stream()
        .findFirst()
        .map(first -> first.component().value())
        .orElse("");
  }

  private static String sentence(CheckResult result) {
    String state = "The host is " + result.diagnosis().status();
    Score score = result.diagnosis().score();
    return result.diagnosis().causes().stream()
        .findFirst()
        .map(
            first ->
                state
                    + " (score "
                    + score
                    + "), probably because of "
                    + first.component()
                    + (first.message().isBlank() ? "" : ": " + first.message()))
        .orElseGet(
            () -> {
              List<ComponentId> unknown = result.diagnosis().notChecked();
              return result.diagnosis().status() == Status.UNKNOWN && !unknown.isEmpty()
                  ? state + ": " + unknown.get(0) + " could not be found out"
                  : state;
            });
  }

  private static String words(Decision decision) {
    String what =
        decision.action().isEmpty()
            ? "Nothing to do about " + decision.target()
            : (decision.acts() ? "Does " : "Does not do ")
                + decision.action()
                + " for "
                + decision.target();
    return what
        + ": "
        + decision.reason()
        + decision.guardRail().map(rail -> " [" + rail + "]").orElse("");
  }

  private static String words(Attempt attempt, Attempt.Outcome outcome) {
    return attempt.action()
        + " for "
        + attempt.target()
        + ": "
        + outcome
        + (attempt.message().isBlank() ? "" : ", " + attempt.message());
  }

  private static Status status(Attempt.Outcome outcome) {
    return switch (outcome) {
      case FIXED, TOLD -> Status.OK;
      case NO_EFFECT, UNKNOWN -> Status.WARNING;
      case WORSE, FAILED -> Status.CRITICAL;
    };
  }
}
