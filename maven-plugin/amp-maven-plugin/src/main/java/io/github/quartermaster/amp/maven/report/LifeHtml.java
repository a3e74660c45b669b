package io.github.quartermaster.amp.maven.report;

import io.github.quartermaster.maven.HtmlPage;
import io.github.quartermaster.maven.Wording;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reports on a WAR's further life as self-contained pages. */
public final class LifeHtml {
  private LifeHtml() {}

  /** The page of what was found. */
  public static String of(HealthReport report) {
    return HtmlPage.of(
        LifeHtml.class,
        "findings-report.mustache",
        Map.of(
            "goal", "amp:verify",
            "verdict", report.clean() ? "all as it was installed" : "not as it was installed",
            "startedAt", HtmlPage.time(report.startedAt()),
            "elapsed", elapsed(report.elapsedSeconds()),
            "problems", List.of(),
            "wars", report.wars().stream().map(LifeHtml::war).toList()));
  }

  /** The page of what was mended and what was left. */
  public static String of(RepairReport report) {
    return HtmlPage.of(
        LifeHtml.class,
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
            "wars", report.wars().stream().map(LifeHtml::war).toList()));
  }

  /** The page of what went back. */
  public static String of(RollbackReport report) {
    return HtmlPage.of(
        LifeHtml.class,
        "rollback-report.mustache",
        Map.of(
            "goal", "amp:rollback",
            "verdict", verdict(report),
            "startedAt", HtmlPage.time(report.startedAt()),
            "elapsed", elapsed(report.elapsedSeconds()),
            "problems", report.problems(),
            "wars", report.wars().stream().map(LifeHtml::war).toList()));
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
        "libraryModules", war.libraryModules(),
        "relations", RelationsPicture.of(war.relations()));
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
        "libraryModules", List.of(),
        "relations", List.of());
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
}
