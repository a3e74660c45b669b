package io.github.quartermaster.amp.internal.plan.lint;

import io.github.quartermaster.amp.model.Finding;
import io.github.quartermaster.amp.model.LintRule;
import io.github.quartermaster.amp.model.LintedAmp;
import io.github.quartermaster.amp.model.PropertiesText.Line;
import java.util.ArrayList;
import java.util.List;

/** What was found in one AMP so far. */
final class Findings {
  private static final int LONGEST = 120;

  private final LintedAmp amp;
  private final List<Finding> found = new ArrayList<>();

  Findings(LintedAmp amp) {
    this.amp = amp;
  }

  /** About the AMP as a whole. */
  void add(LintRule rule, String subject, String message, String fix) {
    add(rule, "", 0, subject, message, fix);
  }

  /** About an entry of a properties file; its key is the subject. */
  void add(LintRule rule, String file, Line line, String message, String fix) {
    add(rule, file, line.number(), line.key(), message, fix);
  }

  /** About a file, or one of its lines. */
  void add(LintRule rule, String file, int line, String subject, String message, String fix) {
    found.add(new Finding(rule, amp.location(), file, line, subject, message, fix));
  }

  boolean hasError() {
    return found.stream().anyMatch(Finding::isError);
  }

  List<Finding> all() {
    return found;
  }

  /** Text out of a file, in quotes, of bounded length. */
  static String quoted(String text) {
    String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    return "'" + start.replaceAll("[\\p{Cntrl}\\x80-\\x9f]", "?") + "'";
  }

  /** The first few of many. */
  static String some(List<String> names) {
    int shown = 5;
    return names.size() <= shown
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, shown)) + " and " + (names.size() - shown) + " more";
  }
}
