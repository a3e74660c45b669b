package io.github.quartermaster.amp.maven.report;

import io.github.quartermaster.maven.HtmlPage;
import io.github.quartermaster.maven.Wording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
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

  private HtmlReport() {}

  /** The page. */
  public static String of(ApplyReport report) {
    return HtmlPage.of(HtmlReport.class, TEMPLATE, page(report));
  }

  /** The page of what was found. */
  public static String of(HealthReport report) {
    return HtmlPage.of(
        HtmlReport.class,
        "findings-report.mustache",
        Map.of(
            "goal", "amp:verify",
            "verdict", report.clean() ? "all as it was installed" : "not as it was installed",
            "startedAt", HtmlPage.time(report.startedAt()),
            "elapsed", elapsed(report.elapsedSeconds()),
            "problems", List.of(),
            "wars", report.wars().stream().map(HtmlReport::war).toList()));
  }

  /** The page of what was mended and what was left. */
  public static String of(RepairReport report) {
    return HtmlPage.of(
        HtmlReport.class,
        "findings-report.mustache",
        Map.of(
            "goal", "amp:repair",
            "verdict",
                report.changed()
                    ? report.dryRun() ? "there is something to mend" : "mended"
                    : "nothing to mend",
            "startedAt", HtmlPage.time(report.startedAt()),
            "elapsed", elapsed(report.elapsedSeconds()),
            "problems", report.problems(),
            "wars", report.wars().stream().map(HtmlReport::war).toList()));
  }

  /** The page of what went back. */
  public static String of(RollbackReport report) {
    return HtmlPage.of(
        HtmlReport.class,
        "rollback-report.mustache",
        Map.of(
            "goal", "amp:rollback",
            "verdict", verdict(report),
            "startedAt", HtmlPage.time(report.startedAt()),
            "elapsed", elapsed(report.elapsedSeconds()),
            "problems", report.problems(),
            "wars", report.wars().stream().map(HtmlReport::war).toList()));
  }

  private static String verdict(RollbackReport report) {
    if (report.refused()) {
      return "refused, nothing was changed";
    }
    if (report.changed()) {
      return report.dryRun() ? "there is something to do" : "done";
    }
    return "nothing to do";
  }

  private static Map<String, Object> war(RollbackReport.WarEntry war) {
    return Map.of(
        "path", war.path(),
        "description", war.tier(),
        "restored", war.restored() == null ? "" : war.restored(),
        "backup", war.backup() == null ? "" : war.backup(),
        "backups",
            war.backups().stream()
                .map(
                    backup ->
                        Map.of(
                            "path", backup.path(),
                            "madeAt",
                                backup.madeAt() == null ? "-" : HtmlPage.time(backup.madeAt()),
                            "size", Wording.bytes(backup.size())))
                .toList(),
        "modules",
            war.modules().stream()
                .map(
                    change ->
                        Map.of(
                            "module", change.module(),
                            "from", change.from() == null ? "-" : change.from(),
                            "to", change.to() == null ? "-" : change.to()))
                .toList(),
        "problems", war.problems());
  }

  private static Map<String, Object> war(HealthReport.WarFindings war) {
    return Map.of(
        "path", war.path(),
        "description",
            Stream.of(
                    war.tier(),
                    war.product(),
                    Wording.count(war.checkedFiles(), "file") + " compared",
                    war.uncheckedFiles() + " without a checksum")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", ")),
        "backup", "",
        "findings",
            war.findings().stream()
                .map(f -> finding(f, f.repairable() ? "amp:repair" : ""))
                .toList(),
        "libraryModules", war.libraryModules());
  }

  private static Map<String, Object> war(RepairReport.RepairedWar war) {
    return Map.of(
        "path", war.path(),
        "description", war.tier(),
        "backup", war.backup() == null ? "" : war.backup(),
        "findings",
            Stream.concat(
                    war.mended().stream().map(f -> finding(f, "mend")),
                    war.left().stream().map(f -> finding(f, "leave")))
                .toList(),
        "libraryModules", List.of());
  }

  private static Map<String, Object> finding(FindingEntry finding, String repair) {
    return Map.of(
        "severity", finding.severity(),
        "code", finding.code(),
        "message", finding.message(),
        "remedy", finding.remedy(),
        "repair", repair,
        "count", Wording.count(finding.paths().size(), "path"),
        "paths", finding.paths());
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
