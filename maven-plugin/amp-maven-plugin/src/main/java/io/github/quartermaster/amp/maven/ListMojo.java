package io.github.quartermaster.amp.maven;

import io.github.quartermaster.amp.ListRequest;
import io.github.quartermaster.amp.ListResult;
import io.github.quartermaster.amp.maven.report.CycloneDx;
import io.github.quartermaster.amp.maven.report.ListReport;
import io.github.quartermaster.amp.maven.text.ListAsMmt;
import io.github.quartermaster.amp.maven.text.ListCsv;
import io.github.quartermaster.amp.maven.text.ListText;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.maven.Choice;
import io.github.quartermaster.maven.Outcome;
import io.github.quartermaster.maven.ParameterHint;
import io.github.quartermaster.maven.ReportFile;
import io.github.quartermaster.maven.Wording;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/**
 * Lists the modules in each WAR: id, version, when it was installed, number of files, state, title.
 * Changes nothing.
 *
 * @since 1.0
 */
@Mojo(name = "list", requiresProject = false, threadSafe = true)
public final class ListMojo extends AmpMojo {
  /**
   * How the list is printed: {@code table} for people; {@code json}, {@code csv} (RFC 4180), {@code
   * mmt} (the words of the Module Management Tool) or {@code cyclonedx} (a bill of materials in
   * JSON that has the libraries too, which are read for it) for programs, to the standard output
   * without Maven's prefixes. The last three are also written into the report folder, as {@code
   * amp-list.csv}, {@code amp-list.txt} and {@code amp-list.cdx.json}; the JSON report always is.
   *
   * @since 1.0
   */
  @Parameter(property = "amp.format", defaultValue = "table")
  String format = "table";

  /** Takes what Maven injects. */
  @Inject
  public ListMojo(
      MavenSession session,
      MavenProject project,
      MojoExecution execution,
      RepositorySystem repositorySystem) {
    super(session, project, execution, repositorySystem);
  }

  @Override
  protected Outcome perform() throws MojoExecutionException {
    ListFormat wanted = Choice.of(ListFormat.class, format, new ParameterHint("amp", "format"));
    List<Path> found = findWars(false);
    if (found.isEmpty()) {
      return withoutWar();
    }
    Instant started = clock.instant();
    AmpLog log = new AmpLog(getLog(), this::shown, Optional.empty(), plan -> {});
    ListRequest request = new ListRequest(found, tierEntries(), ArchiveLimits.DEFAULTS);
    ListResult result = amps(log).list(request);
    ReportFile json = ReportFile.json("amp-list.json", ListReport.of(result, since(started)));
    printProblems(result.problems());
    return switch (wanted) {
      case TABLE -> {
        print(new ListText(this::shown, width()).lines(result));
        yield Outcome.done(closing(result), json);
      }
      case JSON -> printed(result, json);
      case CSV -> printed(result, new ReportFile("amp-list.csv", ListCsv.of(result)), json);
      case CYCLONEDX ->
          printed(
              result,
              ReportFile.json(
                  "amp-list.cdx.json", CycloneDx.of(amps(log).inventory(request), started)),
              json);
      case MMT -> printed(result, new ReportFile("amp-list.txt", ListAsMmt.of(result)), json);
    };
  }

  /** Prints the first report for programs, past the log and its prefixes. */
  private static Outcome printed(ListResult result, ReportFile... reports) {
    System.out.print(reports[0].content());
    System.out.flush();
    return Outcome.done(closing(result), reports);
  }

  private static String closing(ListResult result) {
    int modules = result.wars().stream().mapToInt(war -> war.modules().size()).sum();
    return Wording.count(modules, "module") + " in " + Wording.count(result.wars().size(), "WAR");
  }

  private enum ListFormat {
    TABLE,
    JSON,
    CSV,
    MMT,
    CYCLONEDX
  }
}
