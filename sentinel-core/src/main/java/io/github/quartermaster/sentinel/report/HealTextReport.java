package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.HealResult;
import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.GuardRail;
import io.github.quartermaster.sentinel.model.Mode;
import io.github.quartermaster.sentinel.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was decided and done, for a person at a terminal or in a log: what was tried and what became
 * of it, what would be done, and what is not done and why.
 */
public final class HealTextReport {
  private static final int LABEL = 12;
  private static final int NARROWEST = 60;

  private final int width;

  /**
   * A form of this width.
   *
   * @param width the most characters of a line; less than 60 counts as 60
   */
  public HealTextReport(int width) {
    this.width = Math.max(NARROWEST, width);
  }

  /** The check, and then the remedies, of the usual width and without colours. */
  public static String plain(HealResult result) {
    return TextReport.plain(result.check())
        + "\n"
        + new HealTextReport(TextReport.USUAL_WIDTH).of(result);
  }

  /** The remedies only; ends with a line break. */
  public String of(HealResult result) {
    List<String> lines = new ArrayList<>();
    lines.addAll(fact("Remedies", "mode " + word(result.mode())));
    result.attempts().forEach(attempt -> lines.addAll(fact(label(attempt), words(attempt))));
    result.decisions().stream()
        .filter(decision -> !decision.acts())
        .forEach(decision -> lines.addAll(fact(label(decision, result), words(decision, result))));
    if (result.decisions().isEmpty()) {
      lines.addAll(fact("", nothing(result)));
    }
    for (Problem problem : result.problems()) {
      lines.addAll(fact("Problem", Printable.line(problem.toString())));
    }
    return String.join("\n", lines) + "\n";
  }

  /** Why nothing is done about the first cause, or what was tried, in one sentence. */
  public static String reason(HealResult result) {
    if (result.decisions().isEmpty()) {
      return nothing(result);
    }
    Decision first = result.decisions().get(0);
    if (first.acts() && !result.attempts().isEmpty()) {
      Attempt last = result.attempts().get(result.attempts().size() - 1);
      return label(last).toLowerCase(Locale.ROOT) + " " + words(last);
    }
    return label(first, result).toLowerCase(Locale.ROOT) + " " + words(first, result);
  }

  private static String nothing(HealResult result) {
    return result.check().diagnosis().causes().isEmpty()
        ? "nothing is to be done"
        : "no remedy is configured";
  }

  private static String label(Attempt attempt) {
    Attempt.Outcome outcome = attempt.outcome().orElse(Attempt.Outcome.UNKNOWN);
    return switch (outcome) {
      case FIXED -> "Fixed";
      case NO_EFFECT -> "No effect";
      case WORSE -> "Made worse";
      case FAILED -> "Failed";
      case UNKNOWN -> "Unseen";
      case TOLD -> "Told";
    };
  }

  private static String words(Attempt attempt) {
    return Printable.line(attempt.action() + " on " + attempt.target() + ": " + attempt.message());
  }

  private static String label(Decision decision, HealResult result) {
    return wouldAct(decision, result) ? "Would do" : "Not doing";
  }

  private static boolean wouldAct(Decision decision, HealResult result) {
    return result.mode() == Mode.DRY_RUN
        && !decision.remedy().isEmpty()
        && decision.guardRail().filter(GuardRail.MODE::equals).isPresent();
  }

  private static String words(Decision decision, HealResult result) {
    String what =
        decision.action().isEmpty()
            ? "anything about " + decision.target()
            : decision.action() + " on " + decision.target();
    if (wouldAct(decision, result)) {
      return Printable.line(what + (decision.preview().isEmpty() ? "" : ": " + decision.preview()));
    }
    return Printable.line(
        what
            + ": "
            + decision.reason()
            + decision.guardRail().map(rail -> " [" + word(rail) + "]").orElse("")
            + decision
                .nextAllowedAt()
                .map(next -> ", not before " + Figures.time(next))
                .orElse(""));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private List<String> fact(String label, String text) {
    List<String> lines = new ArrayList<>();
    String start = label + " ".repeat(LABEL - label.length());
    for (String part : Wrap.at(text, width - LABEL)) {
      lines.add((start + part).stripTrailing());
      start = " ".repeat(LABEL);
    }
    return lines;
  }
}
