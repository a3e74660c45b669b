package io.github.quartermaster.ebs.maven.text;

import io.github.quartermaster.ebs.HandoverResult;
import io.github.quartermaster.ebs.model.HandoverOutcome;
import io.github.quartermaster.ebs.model.HandoverStep;
import io.github.quartermaster.ebs.model.HandoverStep.Difference;
import io.github.quartermaster.maven.TextTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a handover changes, as a table of what is and what is to be. */
public final class HandoverText {
  private static final List<String> HEADERS =
      List.of("WHAT", "ACTION", "SETTING", "IS", "IS TO BE");
  private static final String NOTHING = "-";

  private final int width;

  /** Writes lines of at most that many characters, where columns allow it. */
  public HandoverText(int width) {
    this.width = width;
  }

  /** The lines. */
  public List<String> lines(HandoverResult result) {
    Map<HandoverStep, HandoverOutcome> outcomes = new HashMap<>();
    result.outcomes().forEach(outcome -> outcomes.put(outcome.step(), outcome));
    List<List<String>> rows = new ArrayList<>();
    for (HandoverStep step : result.plan().steps()) {
      rows.addAll(rows(step, action(step, outcomes.get(step))));
    }
    return rows.isEmpty() ? List.of() : new TextTable(HEADERS, rows).lines(width);
  }

  private static List<List<String>> rows(HandoverStep step, String action) {
    List<List<String>> rows = new ArrayList<>();
    String what = what(step);
    for (Difference difference : step.differences()) {
      String before = difference.before();
      String after = difference.after();
      boolean first = rows.isEmpty();
      rows.add(
          List.of(
              first ? what : "",
              first ? action : "",
              difference.name(),
              before == null ? NOTHING : before,
              after == null ? NOTHING : after));
    }
    if (rows.isEmpty()) {
      rows.add(List.of(what, action, "", "", ""));
    }
    return rows;
  }

  /** What the step is about. */
  public static String what(HandoverStep step) {
    return step instanceof HandoverStep.Policy policy
        ? "policy "
            + policy.found().map(found -> found.id().value()).orElse("for")
            + " ("
            + policy.subject()
            + ")"
        : step.subject();
  }

  /**
   * What is done about it, or would be.
   *
   * @param outcome null where nothing was done
   */
  public static String action(HandoverStep step, @Nullable HandoverOutcome outcome) {
    if (outcome != null && outcome.problem().isPresent()) {
      return "failed";
    }
    boolean done = outcome != null;
    if (!step.changes()) {
      return "keep";
    }
    if (step instanceof HandoverStep.Policy policy && policy.found().isEmpty()) {
      return done ? "created" : "create";
    }
    if (step instanceof HandoverStep.VolumeTags tags) {
      String release = done ? "released" : "release";
      return tags.after().isEmpty() ? release : done ? "tagged" : "tag";
    }
    return done ? "changed" : "change";
  }
}
