package io.github.quartermaster.amp.maven.report;

import io.github.quartermaster.maven.HtmlPage;
import io.github.quartermaster.maven.Wording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A report as one self-contained page: no script, nothing from the network, readable in light and
 * in dark. Every text is escaped, since names come from inside archives.
 */
public final class HtmlReport {
  private static final String TEMPLATE = "apply-report.mustache";

  private static final String LINT_TEMPLATE = "lint-report.mustache";

  private HtmlReport() {}

  /** The page. */
  public static String of(ApplyReport report) {
    return HtmlPage.of(HtmlReport.class, TEMPLATE, page(report));
  }

  /** The page of what is wrong with AMPs. */
  public static String of(LintReport report) {
    return HtmlPage.of(HtmlReport.class, LINT_TEMPLATE, page(report));
  }

  private static Map<String, Object> page(LintReport report) {
    return Map.of(
        "goal", "amp:lint",
        "verdict", report.failed() ? "failed" : "passed",
        "startedAt", HtmlPage.time(report.startedAt()),
        "elapsed", elapsed(report.elapsedSeconds()),
        "problems", report.problems(),
        "amps", report.amps().stream().map(HtmlReport::amp).toList(),
        "unused", report.unusedAllowances());
  }

  private static Map<String, Object> amp(LintReport.AmpFindings amp) {
    return Map.of(
        "path", amp.path(),
        "description",
            amp.module() == null
                ? "no installer can read it"
                : amp.module() + " " + amp.version() + ", " + amp.tier(),
        "findings", amp.findings().stream().map(HtmlReport::finding).toList(),
        "allowed", amp.allowed().stream().map(HtmlReport::finding).toList());
  }

  private static Map<String, Object> finding(LintReport.FindingEntry finding) {
    String file = finding.file() == null ? "" : finding.file();
    return Map.of(
        "severity", finding.severity(),
        "rule", finding.rule(),
        "place", finding.line() == null ? file : file + ":" + finding.line(),
        "message", finding.message(),
        "why", finding.why(),
        "fix", finding.fix());
  }

  private static String elapsed(double seconds) {
    return Wording.seconds(Duration.ofMillis(Math.round(seconds * 1000)));
  }

  private static Map<String, Object> page(ApplyReport report) {
    return Map.of(
        "goal", "amp:" + report.goal(),
        "verdict", verdict(report),
        "startedAt", HtmlPage.time(report.startedAt()),
        "elapsed", elapsed(report.elapsedSeconds()),
        "problems", report.problems(),
        "wars", report.wars().stream().map(HtmlReport::war).toList(),
        "takesAmps", !report.goal().equals("uninstall"),
        "ampCount", Wording.count(report.amps().size(), "AMP"),
        "amps", report.amps());
  }

  private static String verdict(ApplyReport report) {
    if (report.refused()) {
      return "refused, nothing was changed";
    }
    if (report.changed()) {
      return report.dryRun() ? "there is something to do" : "done";
    }
    return "nothing to do";
  }

  private static Map<String, Object> war(WarEntry war) {
    Map<String, Object> page = new HashMap<>();
    page.put("path", war.path());
    page.put("description", description(war));
    page.put("output", war.path().equals(war.output()) ? null : war.output());
    page.put("backup", war.backup());
    page.put("steps", war.steps().stream().map(HtmlReport::step).toList());
    page.put("relations", RelationsPicture.of(war.relations()));
    page.put("problems", war.problems());
    return page;
  }

  private static Map<String, Object> step(StepEntry step) {
    String amp = step.amp() == null ? "-" : step.amp();
    Path name = Path.of(amp).getFileName();
    return Map.of(
        "module",
        step.module(),
        "from",
        step.from() == null ? "-" : step.from(),
        "to",
        step.to() == null ? "-" : step.to(),
        "action",
        step.action(),
        "reason",
        step.reason(),
        "amp",
        name == null ? amp : name.toString());
  }

  private static String description(WarEntry war) {
    String product =
        Stream.of(Optional.of(war.product()), edition(war), Optional.ofNullable(war.version()))
            .flatMap(Optional::stream)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return Stream.of(war.tier(), product, sizes(war.sizeBefore(), war.sizeAfter()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static Optional<String> edition(WarEntry war) {
    return Optional.ofNullable(war.edition()).filter(edition -> !war.product().contains(edition));
  }

  private static String sizes(long before, @Nullable Long after) {
    return after == null || after == before
        ? Wording.bytes(before)
        : Wording.bytes(before) + " before, " + Wording.bytes(after) + " after";
  }
}
