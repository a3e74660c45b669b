package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.ListRequest;
import io.github.quartermaster.ebs.ListResult;
import io.github.quartermaster.ebs.maven.report.ListReport;
import io.github.quartermaster.ebs.maven.text.Closing;
import io.github.quartermaster.ebs.maven.text.FailureText;
import io.github.quartermaster.ebs.maven.text.ListCsv;
import io.github.quartermaster.ebs.maven.text.ListText;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.maven.Choice;
import io.github.quartermaster.maven.Outcome;
import io.github.quartermaster.maven.ReportFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Lists the snapshots and copies that the goals have made, by volume, newest first, in every region
 * that the account may use. Changes nothing.
 *
 * @since 1.0
 */
@Mojo(name = "list", requiresProject = false, threadSafe = true)
public final class ListMojo extends EbsMojo {
  /**
   * The regions to look in. Default: all that the account may use. Example: {@code
   * us-east-1,us-west-2}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.regions")
  List<String> regions = List.of();

  /**
   * The only run to list. Default: all runs.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.run")
  @Nullable String run;

  /**
   * How the list is printed: {@code table} for people; {@code json} or {@code csv} (RFC 4180) for
   * programs, to the standard output without Maven's prefixes. The last is also written into the
   * report folder, as {@code ebs-list.csv}; the JSON report always is.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.format", defaultValue = "table")
  String format = "table";

  /** Takes what Maven injects. */
  @Inject
  public ListMojo(MavenSession session, MavenProject project, MojoExecution execution) {
    super(session, project, execution);
  }

  @Override
  protected Outcome perform() throws MojoExecutionException {
    ListFormat wanted = Choice.of(ListFormat.class, format, hint("format"));
    RunId only = RunName.of(run);
    ListRequest request = new ListRequest(Regions.listOf(regions, hint("regions")), only);
    Instant started = clock.instant();
    ListResult result;
    try (FrontDoor door = open(log(plan -> {}))) {
      result = door.list(request);
    }
    ReportFile json =
        ReportFile.json("ebs-list.json", ListReport.of(request, result, since(started)));
    List<ReportFile> reports = new ArrayList<>(List.of(json));
    switch (wanted) {
      case TABLE -> print(new ListText(width()).lines(result));
      case JSON -> toStandardOutput(json);
      case CSV -> {
        ReportFile csv = new ReportFile("ebs-list.csv", ListCsv.of(result));
        toStandardOutput(csv);
        reports.add(0, csv);
      }
    }
    printWarnings(result.problems());
    ReportFile[] files = reports.toArray(ReportFile[]::new);
    List<Problem> errors = result.problems().stream().filter(Problem::isError).toList();
    return errors.isEmpty()
        ? Outcome.done(Closing.of(result), files)
        : Outcome.refused(FailureText.of(errors), files);
  }

  /** Past the log and its prefixes, for programs. */
  private static void toStandardOutput(ReportFile report) {
    System.out.print(report.content());
    System.out.flush();
  }

  private enum ListFormat {
    TABLE,
    JSON,
    CSV
  }
}
