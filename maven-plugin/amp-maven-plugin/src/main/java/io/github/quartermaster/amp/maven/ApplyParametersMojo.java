package io.github.quartermaster.amp.maven;

import io.github.quartermaster.amp.ApplyRequest;
import io.github.quartermaster.amp.maven.text.PlanText;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.ApplyRules;
import io.github.quartermaster.amp.model.ApplyRules.Correlation;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.Severity;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What {@code amp:plan} and {@code amp:apply} share: the request, and how its plan is told. */
abstract class ApplyParametersMojo extends AmpSourcesMojo {
  /**
   * The folder where the results are written, under the names of the WARs; the WARs themselves stay
   * as they are. Needed for WARs named by coordinates. Without it the WARs are changed in place.
   * Example: {@code target/wars}.
   *
   * @since 1.0
   */
  @Parameter(property = "amp.outputDirectory")
  @Nullable File outputDirectory;

  /**
   * The folder for backups. Default: beside a packed WAR, as {@code <name>.war.<date-time>.bak}; of
   * an exploded WAR one packed file outside the webapps folder. A servlet container must not deploy
   * what lies there.
   *
   * @since 1.0
   */
  @Parameter(property = "amp.backupDirectory")
  @Nullable File backupDirectory;

  /**
   * How many backups of a WAR are kept; the oldest go first. 0 keeps none, not even of this run.
   *
   * @since 1.0
   */
  @Parameter(property = "amp.keepBackups", defaultValue = "5")
  int keepBackups = ApplyRequest.DEFAULT_KEEP_BACKUPS;

  /**
   * Patterns of paths in the WAR that an AMP may overwrite with another content; the original is
   * kept and comes back when the module goes. {@code *} matches within a folder, {@code **} across
   * folders, {@code ?} one character. {@code **} alone is what the Module Management Tool calls
   * force. Example: {@code WEB-INF/classes/log4j*.properties,images/**}
   *
   * @since 1.0
   */
  @Parameter(property = "amp.overwrite")
  List<String> overwrite = List.of();

  /**
   * Takes the newest AMP found even where the WAR holds a newer version of the module. Alfresco's
   * database remembers the newer one and may refuse to start.
   *
   * @since 1.0
   */
  @Parameter(property = "amp.allowDowngrade", defaultValue = "false")
  boolean allowDowngrade;

  /**
   * Installs again what is there in the same version.
   *
   * @since 1.0
   */
  @Parameter(property = "amp.reinstall", defaultValue = "false")
  boolean reinstall;

  /**
   * Whether file names may relate an AMP to an installed module of another id. Such an upgrade is
   * shown in the plan, and done only where it is unique, the tier agrees and the version is newer.
   *
   * @since 1.0
   */
  @Parameter(property = "amp.correlate", defaultValue = "true")
  boolean correlate = true;

  /**
   * How many words a file name and an installed module's id, title or description must share to be
   * taken for the same module where ids do not settle it; at least 1.
   *
   * @since 1.0
   */
  @Parameter(property = "amp.matchWords", defaultValue = "2")
  int matchWords = Correlation.DEFAULT.matchWords();

  /**
   * How often a word must occur over both to count as shared; at least 1.
   *
   * @since 1.0
   */
  @Parameter(property = "amp.matchFrequency", defaultValue = "2")
  int matchFrequency = Correlation.DEFAULT.matchFrequency();

  /**
   * What fails the build: {@code error}, or {@code warning} for both. A WAR is then left as it is.
   *
   * @since 1.0
   */
  @Parameter(property = "amp.failOn", defaultValue = "error")
  String failOn = "error";

  /**
   * The time that everything written carries, so that the same input gives the same bytes: ISO-8601
   * or seconds since 1970. Where the property is not set, the environment variable {@code
   * SOURCE_DATE_EPOCH} counts.
   *
   * @since 1.0
   */
  @Parameter(defaultValue = "${project.build.outputTimestamp}")
  @Nullable String outputTimestamp;

  ApplyParametersMojo(
      MavenSession session,
      MavenProject project,
      MojoExecution execution,
      RepositorySystem repositorySystem) {
    super(session, project, execution, repositorySystem);
  }

  final ApplyRequest request(List<Path> wars) throws MojoExecutionException {
    return ApplyRequest.builder(sources(), wars)
        .rules(rules())
        .outputDirectory(absolute(outputDirectory))
        .backupDirectory(absolute(backupDirectory))
        .keepBackups(atLeast(0, keepBackups, "keepBackups"))
        .timestamp(timestamp(outputTimestamp))
        .build();
  }

  private ApplyRules rules() throws MojoExecutionException {
    return new ApplyRules(
        overwrite.stream().map(String::strip).toList(),
        allowDowngrade,
        reinstall,
        new Correlation(
            correlate,
            atLeast(1, matchWords, "matchWords"),
            atLeast(1, matchFrequency, "matchFrequency")));
  }

  /** The problems for which the user wants the build to fail. */
  final List<Problem> refusing(ApplyPlan plan) throws MojoExecutionException {
    return refusing(plan.allProblems(), least());
  }

  final boolean failsOnWarnings() throws MojoExecutionException {
    return least() == Severity.WARNING;
  }

  private Severity least() throws MojoExecutionException {
    return least(failOn);
  }

  /** Prints a plan as soon as it is made. */
  final Consumer<ApplyPlan> printing() throws MojoExecutionException {
    Severity least = least();
    return plan -> {
      print(new PlanText(this::shown, width()).lines(plan));
      printProblems(plan.allProblems(), refusing(plan.allProblems(), least));
    };
  }
}
