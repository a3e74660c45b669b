package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.BackupResult;
import io.github.quartermaster.ebs.JournalPlace;
import io.github.quartermaster.ebs.maven.report.BackupReport;
import io.github.quartermaster.ebs.maven.report.HtmlReport;
import io.github.quartermaster.ebs.maven.report.JunitReport;
import io.github.quartermaster.ebs.maven.text.Closing;
import io.github.quartermaster.ebs.maven.text.FailureText;
import io.github.quartermaster.ebs.maven.text.OutcomeText;
import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.Consistency;
import io.github.quartermaster.ebs.model.Prices;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.maven.Outcome;
import io.github.quartermaster.maven.ReportFile;
import io.github.quartermaster.maven.TimeSpan;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals share that plan, make or finish a run. */
abstract class RunMojo extends EbsMojo {
  /**
   * The run's identity: the same id again takes what is there and makes only what is missing, from
   * any machine. A build server passes its build number. Letters, digits, dots, underscores and
   * hyphens, at most 64. Default: the unfinished run of this folder where its journal has one, else
   * a new id. Example: {@code release-4711}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.run")
  @Nullable String run;

  /**
   * The file, or an existing folder for files, where a run notes what it intends and has done.
   * Default: {@code .quartermaster/ebs-<run>.journal} in the project's folder, where {@code clean}
   * leaves it alone.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.journal")
  @Nullable File journal;

  /**
   * The longest time that the goal may take: numbers with {@code d}, {@code h}, {@code m} or {@code
   * s}, or ISO-8601. What is not whole by then is named and fails the build; the run can be taken
   * up again or awaited. Example: {@code 90m}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.timeout", defaultValue = "4h")
  String timeout = "4h";

  /**
   * Encrypts the copies also of what is not encrypted, with the destination's usual key unless
   * {@code kmsKeyId} names another. Copies of what is encrypted always are.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.encryptCopies", defaultValue = "false")
  boolean encryptCopies;

  /**
   * The key that copies are encrypted with: an id, alias or ARN that is valid in every destination.
   * It is asked about there before anything is begun. Example: {@code alias/backup}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.kmsKeyId")
  @Nullable String kmsKeyId;

  /**
   * The time within which AWS must complete a copy, for a surcharge: 15 minutes to 48 hours, in
   * quarters of an hour. Example: {@code 2h}.
   *
   * @since 1.0
   */
  @Parameter(property = "ebs.copyWithin")
  @Nullable String copyWithin;

  RunMojo(MavenSession session, MavenProject project, MojoExecution execution) {
    super(session, project, execution);
  }

  final @Nullable RunId run() throws MojoExecutionException {
    return RunName.of(run);
  }

  final JournalPlace journalPlace() {
    if (journal == null) {
      return new JournalPlace.Directory(baseDirectory().resolve(".quartermaster"));
    }
    Path place = baseDirectory().resolve(journal.toPath());
    return Files.isDirectory(place)
        ? new JournalPlace.Directory(place)
        : new JournalPlace.File(place);
  }

  final Duration timeSpan() throws MojoExecutionException {
    return TimeSpan.of(timeout, hint("timeout"));
  }

  /** The rules as far as they concern copies. */
  final BackupRules copyRules() throws MojoExecutionException {
    return new BackupRules(
        Consistency.VOLUME,
        encryptCopies,
        kmsKeyId == null || kmsKeyId.isBlank() ? null : kmsKeyId.strip(),
        copyWithin == null || copyWithin.isBlank()
            ? null
            : TimeSpan.of(copyWithin, hint("copyWithin")),
        null,
        Prices.DEFAULTS);
  }

  /** Tells how a run ended, and leaves its snapshots to later executions as properties. */
  final Outcome outcome(BackupResult result, BackupReport report, String goal) {
    if (!result.volumes().isEmpty()) {
      print(new OutcomeText(width()).lines(result));
    }
    printWarnings(result.problems());
    publish(ResultProperties.of(result));
    ReportFile[] reports = {
      new ReportFile("ebs-" + goal + ".html", HtmlReport.of(report)),
      ReportFile.json("ebs-" + goal + ".json", report),
      new ReportFile("TEST-ebs-" + goal + ".xml", JunitReport.of(report))
    };
    if (result.plan().isRefused() || result.isFailed()) {
      return Outcome.refused(FailureText.of(result), reports);
    }
    return Closing.isIdle(result)
        ? Outcome.idle(Closing.of(result), reports)
        : Outcome.done(Closing.of(result), reports);
  }

  /** To all projects: the goal runs in one of them only, and a module may want to know. */
  private void publish(Map<String, String> properties) {
    for (MavenProject each : session().getProjects()) {
      properties.forEach(each.getProperties()::setProperty);
    }
  }
}
