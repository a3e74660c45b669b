package io.github.quartermaster.sentinel.maven;

import io.github.quartermaster.maven.Choice;
import io.github.quartermaster.maven.Outcome;
import io.github.quartermaster.maven.ReportFile;
import io.github.quartermaster.sentinel.GraphResult;
import io.github.quartermaster.sentinel.maven.text.Closing;
import io.github.quartermaster.sentinel.report.DotReport;
import io.github.quartermaster.sentinel.report.GraphPage;
import io.github.quartermaster.sentinel.report.GraphText;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Shows which component needs which, as the configuration and the providers say it, without judging
 * any: as text in the log, as a picture in {@code sentinel-graph.html}, and for Graphviz in {@code
 * sentinel-graph.dot}.
 *
 * @since 1.0
 */
@Mojo(name = "graph", requiresProject = false, threadSafe = true)
public final class GraphMojo extends SentinelMojo {
  /**
   * How the graph is printed: {@code text} for people; {@code dot} for Graphviz, to the standard
   * output without Maven's prefixes.
   *
   * @since 1.0
   */
  @Parameter(property = "sentinel.format", defaultValue = "text")
  String format = "text";

  /** Takes what Maven injects. */
  @Inject
  public GraphMojo(MavenSession session, MavenProject project, MojoExecution execution) {
    super(session, project, execution);
  }

  @Override
  protected Outcome perform() throws MojoExecutionException {
    GraphFormat wanted = Choice.of(GraphFormat.class, format, hint("format"));
    GraphResult result;
    try (FrontDoor door = open()) {
      result = door.graph();
    }
    ReportFile page =
        new ReportFile("sentinel-graph.html", GraphPage.of(result.graph(), result.components()));
    ReportFile dot = new ReportFile("sentinel-graph.dot", DotReport.of(result.graph()));
    switch (wanted) {
      case TEXT -> print(GraphText.of(result.graph()));
      case DOT -> toStandardOutput(dot);
    }
    printWarnings(result.problems());
    return Outcome.done(Closing.of(result), page, dot);
  }

  private enum GraphFormat {
    TEXT,
    DOT
  }
}
