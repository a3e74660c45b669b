package io.github.quartermaster.sentinel.daemon;

import io.github.quartermaster.sentinel.WatchEvent;
import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.HealRound;
import io.github.quartermaster.sentinel.model.LogLevel;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.SafeText;
import io.github.quartermaster.sentinel.model.Status;
import io.github.quartermaster.sentinel.report.Headline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a daemon's log says of its events. What is decided again in the same words is said once. For
 * one thread at a time.
 */
public final class DaemonText {
  private Set<String> told = Set.of();

  /** One that has said nothing yet. */
  public DaemonText() {}

  /**
   * A line of the log.
   *
   * @param level how much it matters
   * @param text without line breaks; safe to print
   */
  public record Line(LogLevel level, String text) {
    /** Makes the text safe to print. */
    public Line {
      text = SafeText.of(text);
    }
  }

  /** The lines that an event is worth; maybe none. */
  public List<Line> of(DaemonEvent event) {
    if (event instanceof DaemonEvent.Started started) {
      return info(
          "Watching, "
              + count(started.checks())
              + started.page().map(page -> "; how things are is told at " + page).orElse(""));
    }
    if (event instanceof DaemonEvent.Watched watched) {
      return of(watched.event());
    }
    if (event instanceof DaemonEvent.Reloaded reloaded) {
      return info(
          "Read the configuration anew, "
              + count(reloaded.checks())
              + (reloaded.later().isEmpty()
                  ? ""
                  : "; only a restart makes hold what changed of "
                      + String.join(", ", reloaded.later())));
    }
    if (event instanceof DaemonEvent.ReloadRefused refused) {
      List<Line> lines = new ArrayList<>();
      lines.add(
          new Line(
              LogLevel.ERROR,
              "The configuration changed and cannot be used; going on by the old one:"));
      refused.problems().stream().map(DaemonText::error).forEach(lines::add);
      return lines;
    }
    if (event instanceof DaemonEvent.Trouble trouble) {
      return List.of(new Line(LogLevel.WARN, trouble.problem().toString()));
    }
    return event instanceof DaemonEvent.Stopping ? info("Stopping") : List.of();
  }

  private List<Line> of(WatchEvent event) {
    if (event instanceof WatchEvent.Judged judged) {
      return List.of(judged(judged));
    }
    if (event instanceof WatchEvent.Gathering gathering) {
      return List.of(
          new Line(
              LogLevel.DEBUG,
              "Looking anew at everything that has to do with " + gathering.components()));
    }
    if (event instanceof WatchEvent.Healed healed) {
      return healed(healed.round());
    }
    if (event instanceof WatchEvent.HealingFailed failed) {
      return List.of(
          new Line(
              LogLevel.ERROR,
              "Nothing was done, since remedies could not be decided about: " + failed.failure()));
    }
    WatchEvent.ClockJumped jumped = (WatchEvent.ClockJumped) event;
    return List.of(
        new Line(
            LogLevel.WARN,
            "The machine's clock jumped by " + jumped.by() + "; everything is checked now"));
  }

  private static Line judged(WatchEvent.Judged judged) {
    String headline = Headline.of(judged.report().check());
    if (!judged.changed()) {
      return new Line(LogLevel.DEBUG, headline);
    }
    boolean good = judged.report().check().diagnosis().status() == Status.OK;
    return new Line(good ? LogLevel.INFO : LogLevel.WARN, headline);
  }

  private List<Line> healed(HealRound round) {
    List<Line> lines = new ArrayList<>();
    Set<String> words = new HashSet<>();
    for (Decision decision : round.decisions()) {
      String key = decision.target() + " " + decision.remedy() + " " + decision.guardRail();
      words.add(key);
      if (!told.contains(key)) {
        lines.add(decided(decision));
      }
    }
    told = words;
    round.attempts().stream().map(DaemonText::tried).forEach(lines::add);
    round.problems().stream().map(DaemonText::error).forEach(lines::add);
    return lines;
  }

  private static Line decided(Decision decision) {
    String about =
        (decision.action().isEmpty() ? "" : decision.action() + " for ") + decision.target();
    return decision.acts()
        ? new Line(LogLevel.INFO, "Does " + about + ": " + decision.reason())
        : new Line(
            LogLevel.WARN,
            "Does nothing, "
                + about
                + ": "
                + decision.reason()
                + decision.guardRail().map(rail -> " [" + rail + "]").orElse("")
                + decision.nextAllowedAt().map(time -> ", not before " + time).orElse(""));
  }

  private static Line tried(Attempt attempt) {
    boolean good =
        attempt
            .outcome()
            .filter(outcome -> outcome == Attempt.Outcome.FIXED || outcome == Attempt.Outcome.TOLD)
            .isPresent();
    return new Line(
        good ? LogLevel.INFO : LogLevel.WARN,
        "Did "
            + attempt.action()
            + " for "
            + attempt.target()
            + ": "
            + attempt.outcome().map(Enum::toString).orElse("not over yet")
            + (attempt.message().isBlank() ? "" : ", " + attempt.message()));
  }

  private static Line error(Problem problem) {
    return new Line(problem.isError() ? LogLevel.ERROR : LogLevel.WARN, problem.toString());
  }

  private static List<Line> info(String text) {
    return List.of(new Line(LogLevel.INFO, text));
  }

  private static String count(int checks) {
    return checks + (checks == 1 ? " check" : " checks");
  }
}
