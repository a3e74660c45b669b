package io.github.quartermaster.sentinel.maven;

import io.github.quartermaster.maven.Choice;
import io.github.quartermaster.maven.Outcome;
import io.github.quartermaster.maven.ReportFile;
import io.github.quartermaster.maven.TimeSpan;
import io.github.quartermaster.sentinel.HealRequest;
import io.github.quartermaster.sentinel.HealResult;
import io.github.quartermaster.sentinel.maven.text.Closing;
import io.github.quartermaster.sentinel.model.Mode;
import io.github.quartermaster.sentinel.report.HealJsonReport;
import io.github.quartermaster.sentinel.report.HealTextReport;
import io.github.quartermaster.sentinel.report.HtmlReport;
import io.github.quartermaster.sentinel.report.JsonReport;
import io.github.quartermaster.sentinel.report.TextReport;
import java.io.File;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Checks, says what the configuration's remedies would do about the probable cause, and with {@code
 * -Dsentinel.mode=act} does it where every guard rail lets it; then looks whether that helped.
 * Fails the build where the host is still too sick.
 *
 * @since 1.0
 */
@Mojo(name = "heal", requiresProject = false, threadSafe = true)
public final class HealMojo extends GatedMojo {
  /**
   * How far to go: {@code observe} only looks, {@code dry-run} says what would be done, {@code act}
   * does it. What the configuration says is about the daemon and does not count here.
   *
   * @since 1.0
   */
  @Parameter(property = "sentinel.mode", defaultValue = "dry-run")
  String mode = "dry-run";

  /**
   * The folder for what was tried before and for the audit log. Default: that of the configuration.
   * Example: {@code /var/lib/sentinel}.
   *
   * @since 1.0
   */
  @Parameter(property = "sentinel.state")
  @Nullable File state;

  /**
   * The pause between the looks in which the cause has to be the same.
   *
   * @since 1.0
   */
  @Parameter(property = "sentinel.interval", defaultValue = "2s")
  String interval = "2s";

  /**
   * How the result is printed: {@code text} for people; {@code json} for programs, to the standard
   * output without Maven's prefixes. Whatever it is, the report folder gets {@code
   * sentinel-heal.json}, and of the check afterwards {@code sentinel-check.html} and {@code
   * sentinel-check.json}.
   *
   * @since 1.0
   */
  @Parameter(property = "sentinel.format", defaultValue = "text")
  String format = "text";

  /** Takes what Maven injects. */
  @Inject
  public HealMojo(MavenSession session, MavenProject project, MojoExecution execution) {
    super(session, project, execution);
  }

  @Override
  protected Outcome perform() throws MojoExecutionException {
    HealFormat wanted = Choice.of(HealFormat.class, format, hint("format"));
    HealRequest request =
        new HealRequest(
            Choice.of(Mode.class, mode, hint("mode")),
            gate(),
            TimeSpan.of(interval, hint("interval")),
            state == null ? null : baseDirectory().resolve(state.toPath()));
    HealResult result;
    try (FrontDoor door = open()) {
      result = door.heal(request);
    }
    ReportFile json = new ReportFile("sentinel-heal.json", HealJsonReport.of(result));
    ReportFile[] reports = {
      json,
      new ReportFile("sentinel-check.html", HtmlReport.of(result.check())),
      new ReportFile("sentinel-check.json", JsonReport.of(result.check()))
    };
    switch (wanted) {
      case TEXT -> print(result);
      case JSON -> toStandardOutput(json);
    }
    return result.check().gateResult().stops()
        ? Outcome.refused(Closing.ofFailure(result), reports)
        : Outcome.done(Closing.of(result), reports);
  }

  private void print(HealResult result) {
    int width = width().orElse(TextReport.USUAL_WIDTH);
    print(new TextReport(width, isColoured()).of(result.check()));
    print("\n" + new HealTextReport(width).of(result));
    printWarnings(result.check().problems());
  }

  private enum HealFormat {
    TEXT,
    JSON
  }
}
