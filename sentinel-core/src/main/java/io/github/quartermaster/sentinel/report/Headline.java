package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Confidence;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Status;
import io.github.quartermaster.sentinel.model.Symptom;
import io.github.quartermaster.sentinel.model.Verdict;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong and why, in one sentence: what people read first, and often the only thing. */
public final class Headline {
  private static final int NAMED = 4;

  private Headline() {}

  /**
   * Verdict and sentence on one line, without a final stop, such as {@code SENTINEL CRITICAL:
   * disk:/var is critical (97 % used, score 3802), which explains postgres, app and web:shop}.
   */
  public static String of(CheckResult result) {
    return "SENTINEL " + result.diagnosis().status() + ": " + sentence(result);
  }

  /**
   * The sentence alone, without a final stop. How sure it sounds follows the confidence of the
   * diagnosis: explains, probably explains, may explain.
   */
  public static String sentence(CheckResult result) {
    if (!result.diagnosis().causes().isEmpty()) {
      return causeSentence(result.diagnosis().causes().get(0), result);
    }
    if (!result.diagnosis().symptoms().isEmpty()) {
      Symptom worst = result.diagnosis().symptoms().get(0);
      return Printable.line(worst.component().value())
          + state(worst.status(), worst.component(), result)
          + inBrackets(worst.message(), worst.score())
          + "; no cause was found";
    }
    List<ComponentHealth> unknown =
        result.components().stream()
            .filter(component -> component.status() == Status.UNKNOWN)
            .toList();
    return unknown.isEmpty() ? healthy(result) : unknown(unknown);
  }

  private static String causeSentence(Cause cause, CheckResult result) {
    String name = Printable.line(cause.component().value());
    String what =
        cause.verified()
            ? name + state(cause.status(), cause.component(), result)
            : "the state of " + name + " could not be found out";
    List<ComponentId> explained = Explained.by(cause, result);
    List<ComponentId> others = Explained.notBy(cause, result);
    return what
        + inBrackets(cause.message(), cause.score())
        + (explained.isEmpty() ? "" : ", which " + verb(result, cause) + " " + row(explained))
        + (others.isEmpty() ? "" : "; it does not explain " + row(others));
  }

  private static String verb(CheckResult result, Cause cause) {
    Confidence confidence = cause.verified() ? result.diagnosis().confidence() : Confidence.LOW;
    return switch (confidence) {
      case HIGH -> "explains";
      case MEDIUM -> "probably explains";
      case LOW -> "may explain";
    };
  }

  private static String state(Status status, ComponentId id, CheckResult result) {
    return switch (status) {
      case OK -> " is healthy";
      case WARNING -> " gives a warning";
      case CRITICAL -> isDown(id, result) ? " is down" : " is critical";
      case UNKNOWN -> " is unknown";
    };
  }

  /** Not what merely measures badly: a full disk scores high and is not down. */
  private static boolean isDown(ComponentId id, CheckResult result) {
    return result.component(id).stream()
        .flatMap(health -> health.samples().stream())
        .map(sample -> sample.reading().verdict())
        .anyMatch(verdict -> verdict.equals(new Verdict.Given(Score.DOWN)));
  }

  private static String inBrackets(String message, @Nullable Score score) {
    String words = Printable.line(message).replace('(', '[').replace(')', ']');
    String number = score == null ? "" : "score " + score;
    String both = words + (words.isEmpty() || number.isEmpty() ? "" : ", ") + number;
    return both.isEmpty() ? "" : " (" + both + ")";
  }

  private static String unknown(List<ComponentHealth> components) {
    ComponentHealth first = components.get(0);
    int more = components.size() - 1;
    return "the state of "
        + Printable.line(first.id().value())
        + (more == 0 ? "" : " and of " + more + " more")
        + " could not be found out"
        + inBrackets(first.message(), null);
  }

  private static String healthy(CheckResult result) {
    List<ComponentHealth> checked =
        result.components().stream().filter(ComponentHealth::checked).toList();
    if (checked.isEmpty()) {
      return "nothing was checked";
    }
    String all =
        switch (checked.size()) {
          case 1 -> Printable.line(checked.get(0).id().value()) + " is healthy";
          case 2 -> "both components are healthy";
          default -> "all " + checked.size() + " components are healthy";
        };
    return checked.stream()
        .filter(component -> component.score() != null)
        .max(Comparator.comparing(Headline::score))
        .filter(worst -> score(worst).value() > 0)
        .map(worst -> all + "; the highest score is " + highest(worst))
        .orElse(all);
  }

  private static String highest(ComponentHealth worst) {
    return score(worst) + ", of " + Printable.line(worst.id().value());
  }

  private static Score score(ComponentHealth component) {
    Score score = component.score();
    return score == null ? Score.HEALTHY : score;
  }

  private static String row(List<ComponentId> ids) {
    return Figures.row(ids.stream().map(id -> Printable.line(id.value())).toList(), NAMED);
  }
}
