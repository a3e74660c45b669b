package io.github.quartermaster.sentinel.maven;

import io.github.quartermaster.maven.Choice;
import io.github.quartermaster.maven.Outcome;
import io.github.quartermaster.maven.ReportFile;
import io.github.quartermaster.maven.TimeSpan;
import io.github.quartermaster.sentinel.CheckRequest;
import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.maven.text.Closing;
import io.github.quartermaster.sentinel.report.HtmlReport;
import io.github.quartermaster.sentinel.report.JsonReport;
import io.github.quartermaster.sentinel.report.JunitReport;
import io.github.quartermaster.sentinel.report.ReportFormat;
import io.github.quartermaster.sentinel.report.TextReport;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Checks the health of this host and its services and, where something is wrong, ranks the probable
 * causes; fails the build where it is too wrong. It looks and never acts.
 *
 * @since 1.0
 */
@Mojo(name = "check", requiresProject = false, threadSafe = true)
public final class CheckMojo extends GatedMojo {
  /**
   * Keeps checking until the build need not fail, at most this long: numbers with {@code d}, {@code
   * h}, {@code m} or {@code s}, or ISO-8601. Example: {@code 5m}.
   *
   * @since 1.0
   */
  @Parameter(property = "sentinel.wait", defaultValue = "0s")
  String wait = "0s";

  /**
   * The pause between two looks while it waits.
   *
   * @since 1.0
   */
  @Parameter(property = "sentinel.interval", defaultValue = "2s")
  String interval = "2s";

  /**
   * The only checks to make: their names, or {@code tag:} and a tag or type. Default: all. Example:
   * {@code web,tag:disk}.
   *
   * @since 1.0
   */
  @Parameter(property = "sentinel.checks")
  List<String> checks = List.of();

  /**
   * How the result is printed: {@code text} for people; {@code json}, {@code junit}, {@code
   * nagios}, {@code openmetrics} or {@code html} for programs, to the standard output without
   * Maven's prefixes. Whatever it is, the report folder gets {@code sentinel-check.html}, {@code
   * sentinel-check.json} and {@code TEST-sentinel.xml} for build servers.
   *
   * @since 1.0
   */
  @Parameter(property = "sentinel.format", defaultValue = "text")
  String format = "text";

  /**
   * Whether the result is told to the monitors that the configuration names under {@code outputs}.
   *
   * @since 1.0
   */
  @Parameter(property = "sentinel.tell", defaultValue = "false")
  boolean tell;

  /** Takes what Maven injects. */
  @Inject
  public CheckMojo(MavenSession session, MavenProject project, MojoExecution execution) {
    super(session, project, execution);
  }

  @Override
  protected Outcome perform() throws MojoExecutionException {
    ReportFormat wanted = Choice.of(ReportFormat.class, format, hint("format"));
    CheckRequest request = request();
    CheckResult result;
    try (FrontDoor door = open()) {
      CheckResult checked = door.check(request);
      result = tell ? door.tell(checked) : checked;
    }
    ReportFile[] reports = {
      new ReportFile("sentinel-check.html", HtmlReport.of(result)),
      new ReportFile("sentinel-check.json", JsonReport.of(result)),
      new ReportFile("TEST-sentinel.xml", JunitReport.of(result))
    };
    if (wanted == ReportFormat.TEXT) {
      print(new TextReport(width().orElse(TextReport.USUAL_WIDTH), isColoured()).of(result));
      printWarnings(result.problems());
      Closing.warning(result).ifPresent(getLog()::warn);
    } else {
      // no warnings, which would get between what a program reads
      toStandardOutput(new ReportFile("", wanted.of(result)));
    }
    return result.gateResult().stops()
        ? Outcome.refused(Closing.ofFailure(result), reports)
        : Outcome.done(Closing.of(result), reports);
  }

  private CheckRequest request() throws MojoExecutionException {
    Set<String> names = new TreeSet<>();
    checks.stream().map(String::strip).filter(name -> !name.isEmpty()).forEach(names::add);
    return new CheckRequest(
        names,
        gate(),
        TimeSpan.orZero(wait, hint("wait")),
        TimeSpan.of(interval, hint("interval")));
  }
}
