package io.github.quartermaster.amp.maven.text;

import io.github.quartermaster.amp.LintResult;
import io.github.quartermaster.amp.model.Finding;
import io.github.quartermaster.amp.model.LintRule;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.Severity;
import io.github.quartermaster.maven.Wording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was found wrong with AMPs, as lines of a log: each with place, reason and fix. */
public final class FindingText {
  private static final int SHOWN_OF_A_KIND = 5;

  private final PathNames paths;
  private final LintResult result;

  /** Tells this result. */
  public FindingText(PathNames paths, LintResult result) {
    this.paths = paths;
    this.result = result;
  }

  /** The lines of warnings. */
  public List<String> warnings() {
    return lines(Severity.WARNING);
  }

  /** The lines of errors. */
  public List<String> errors() {
    return lines(Severity.ERROR);
  }

  /** Whether something weighs as much as that. */
  public boolean fails(Severity least) {
    return Stream.concat(
            result.findings().stream().map(Finding::severity),
            result.problems().stream().map(Problem::severity))
        .anyMatch(severity -> severity.compareTo(least) >= 0);
  }

  /** How it ended, in one line without a final stop. */
  public String closing() {
    long errors = count(Severity.ERROR);
    long warnings = count(Severity.WARNING);
    String found =
        errors + warnings == 0
            ? "Nothing found"
            : Stream.of(counted(errors, "error"), counted(warnings, "warning"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" and "));
    String allowed =
        result.allowed().isEmpty() ? "" : " (and " + result.allowed().size() + " allowed)";
    int amps = result.amps().size();
    return found
        + allowed
        + " in "
        + (amps == 1 ? paths.shown(result.amps().get(0).location()) : Wording.count(amps, "AMP"));
  }

  private long count(Severity severity) {
    return Stream.concat(
            result.findings().stream().map(Finding::severity),
            result.problems().stream().map(Problem::severity))
        .filter(severity::equals)
        .count();
  }

  private static String counted(long number, String thing) {
    return number == 0 ? "" : Wording.count(number, thing);
  }

  private List<String> lines(Severity severity) {
    List<String> lines =
        new ArrayList<>(
            ProblemText.lines(
                result.problems().stream().filter(p -> p.severity() == severity).toList()));
    Map<Kind, List<Finding>> kinds =
        result.findings().stream()
            .filter(finding -> finding.severity() == severity)
            .collect(
                Collectors.groupingBy(
                    finding -> new Kind(finding.amp(), finding.rule()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    kinds.forEach(
        (kind, findings) -> {
          findings.stream().limit(SHOWN_OF_A_KIND).map(this::line).forEach(lines::add);
          if (findings.size() > SHOWN_OF_A_KIND) {
            lines.add(
                paths.shown(kind.amp)
                    + ": "
                    + kind.rule
                    + ": "
                    + (findings.size() - SHOWN_OF_A_KIND)
                    + " more, see the report");
          }
        });
    return lines;
  }

  private record Kind(Path amp, LintRule rule) {}

  private String line(Finding finding) {
    return Wording.printable(paths.shown(finding.amp()) + ": " + finding);
  }
}
