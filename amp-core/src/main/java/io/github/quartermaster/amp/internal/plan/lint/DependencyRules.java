package io.github.quartermaster.amp.internal.plan.lint;

import static io.github.quartermaster.amp.internal.plan.lint.Findings.quoted;
import static io.github.quartermaster.amp.internal.plan.lint.ModulePropertiesRules.FILE;

import io.github.quartermaster.amp.model.LintRule;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.ModuleVersion;
import io.github.quartermaster.amp.model.PropertiesText.Line;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** One {@code module.depends.<id>}. */
final class DependencyRules {
  private static final String OPEN = "*";
  private static final Pattern FOREIGN = Pattern.compile("[\\[\\]()<>=~^|\"']|\\.\\.");
  private static final Pattern QUALIFIER = Pattern.compile("(?!v\\d)[A-Za-z].*+");
  private static final Pattern PARTIAL = Pattern.compile(".*[*xX]$|.*\\+$|.*\\s.*|.*\\*.+");
  private static final String NOTATION =
      "Write LOW-HIGH, LOW-*, *-HIGH, * or one version, several of them between commas";

  private final Line line;
  private final String ownId;
  private final Findings findings;
  private final String needed;

  DependencyRules(Line line, String ownId, Findings findings) {
    this.line = line;
    this.ownId = ownId;
    this.findings = findings;
    this.needed = line.key().substring("module.depends.".length());
  }

  void check() {
    String range = line.value().strip();
    if (needed.isEmpty()) {
      add(
          LintRule.DEPENDENCY_IGNORED,
          "it names no module",
          "Write module.depends.<id>=<versions>");
      return;
    }
    if (range.isEmpty()) {
      add(
          LintRule.DEPENDENCY_IGNORED,
          "the dependency on " + needed + " names no version",
          "Write * for any version");
      return;
    }
    checkId();
    if (!PropertiesRules.isPlaceholder(range)) {
      checkRange(range);
    }
  }

  private void checkId() {
    if (!ModuleId.isValid(needed)) {
      add(LintRule.DEPENDENCY_INVALID, quoted(needed) + " cannot be a module id", "Correct it");
    } else if (needed.equals(ownId)) {
      add(LintRule.DEPENDENCY_INVALID, "the module needs itself", "Remove the line");
    }
  }

  private void checkRange(String range) {
    List<String> alternatives =
        Arrays.stream(range.split(",", -1)).filter(part -> !part.isEmpty()).toList();
    if (alternatives.isEmpty()) {
      add(LintRule.DEPENDENCY_UNSATISFIABLE, "the range " + quoted(range) + " is empty", NOTATION);
    }
    for (String alternative : alternatives) {
      if (alternative.isBlank()) {
        add(
            LintRule.DEPENDENCY_INVALID,
            "only blanks stand between two commas of " + quoted(range),
            "Remove one of the commas");
      } else {
        checkAlternative(alternative.strip());
      }
    }
  }

  private void checkAlternative(String alternative) {
    List<String> bounds =
        Arrays.stream(alternative.split("-", -1))
            .map(String::strip)
            .filter(bound -> !bound.isEmpty())
            .toList();
    if (FOREIGN.matcher(alternative).find()) {
      add(
          LintRule.DEPENDENCY_MISREAD,
          quoted(alternative) + " is another notation, taken for the name of a version",
          NOTATION);
    } else if (bounds.size() > 2) {
      add(
          LintRule.DEPENDENCY_MISREAD,
          quoted(alternative)
              + " is read as "
              + bounds.get(0)
              + " to "
              + bounds.get(1)
              + "; the rest is ignored",
          "A version with a hyphen cannot stand in a range; use versions without");
    } else if (bounds.size() == 2 && QUALIFIER.matcher(bounds.get(1)).matches()) {
      add(
          LintRule.DEPENDENCY_MISREAD,
          quoted(alternative) + " is read as " + bounds.get(0) + " to " + bounds.get(1),
          "A version with a hyphen cannot stand in a range; write "
              + bounds.get(0)
              + "-* for it and what follows");
    } else if (bounds.stream().anyMatch(this::isPartial)) {
      add(
          LintRule.DEPENDENCY_MISREAD,
          quoted(alternative) + " holds what is read as one version of that name",
          "An asterisk stands for a whole end only; " + lowerFirst(NOTATION));
    } else if (bounds.size() == 2 && isReversed(bounds.get(0), bounds.get(1))) {
      add(
          LintRule.DEPENDENCY_UNSATISFIABLE,
          bounds.get(0) + " is newer than " + bounds.get(1),
          "Swap the ends");
    }
  }

  private boolean isPartial(String bound) {
    return !bound.equals(OPEN) && PARTIAL.matcher(bound).matches();
  }

  private static boolean isReversed(String low, String high) {
    return !low.equals(OPEN)
        && !high.equals(OPEN)
        && new ModuleVersion(low).isNewerThan(new ModuleVersion(high));
  }

  private static String lowerFirst(String text) {
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private void add(LintRule rule, String message, String fix) {
    findings.add(rule, FILE, line, message, fix);
  }
}
