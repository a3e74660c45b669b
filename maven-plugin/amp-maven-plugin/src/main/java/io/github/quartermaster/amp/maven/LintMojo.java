package io.github.quartermaster.amp.maven;

import io.github.quartermaster.amp.LintRequest;
import io.github.quartermaster.amp.LintResult;
import io.github.quartermaster.amp.maven.report.HtmlReport;
import io.github.quartermaster.amp.maven.report.LintReport;
import io.github.quartermaster.amp.maven.text.FindingText;
import io.github.quartermaster.amp.model.Allowance;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.Severity;
import io.github.quartermaster.maven.Choice;
import io.github.quartermaster.maven.Outcome;
import io.github.quartermaster.maven.ParameterHint;
import io.github.quartermaster.maven.ReportFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/**
 * Checks AMPs themselves, at the build that makes them: keys and values that installers read
 * otherwise than they seem to mean, mappings that copy nothing, content that cannot work, and what
 * several AMPs cannot all have. Where {@code wars} are named, also what these have already.
 *
 * @since 1.0
 */
@Mojo(
    name = "lint",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public final class LintMojo extends AmpMojo {
  private static final ParameterHint FILES = new ParameterHint("amp", "files");
  private static final ParameterHint ALLOW = new ParameterHint("amp", "allow");

  /**
   * The AMPs: files, folders laid out like an AMP, other folders, which are trawled, or coordinates
   * {@code groupId:artifactId:version[:type[:classifier]]} (type {@code amp} unless said). Default:
   * the project's AMPs, which are its artifacts, else {@code target/*.amp}. Example: {@code
   * target/thing.amp,amps}
   *
   * @since 1.0
   */
  @Parameter(property = "amp.files")
  List<String> files = List.of();

  /**
   * Findings that are known and accepted: entries {@code RULE} or {@code RULE:pattern}, where the
   * pattern is compared with what the finding is about (a key, a path in the WAR, the id of a
   * bean): {@code *} matches within a folder, {@code **} across folders, {@code ?} one character.
   * Example: {@code VERSION_SNAPSHOT,BEAN_REPEATED:webscript.*,OVERWRITES_WAR:images/**}
   *
   * @since 1.0
   */
  @Parameter(property = "amp.allow")
  List<String> allow = List.of();

  /**
   * What fails the build: {@code error}, or {@code warning} for both. A WAR is then left as it is.
   *
   * @since 1.0
   */
  @Parameter(property = "amp.failOn", defaultValue = "error")
  String failOn = "error";

  /** Takes what Maven injects. */
  @Inject
  public LintMojo(
      MavenSession session,
      MavenProject project,
      MojoExecution execution,
      RepositorySystem repositorySystem) {
    super(session, project, execution, repositorySystem);
  }

  @Override
  protected Outcome perform() throws MojoExecutionException {
    Severity least = Choice.of(Severity.class, failOn, new ParameterHint("amp", "failOn"));
    List<Allowance> allowances = allowances();
    List<Path> amps =
        files.isEmpty()
            ? ProjectAmps.of(project())
            : new AmpFinder(baseDirectory(), artifactFiles(), FILES.toString()).named(files);
    if (amps.isEmpty()) {
      return withoutAmp();
    }
    List<Path> compared = wars.isEmpty() ? List.of() : findWars(false);
    Instant started = clock.instant();
    AmpLog log = new AmpLog(getLog(), this::shown, Optional.empty(), plan -> {});
    LintResult result =
        amps(log)
            .lint(
                new LintRequest(amps, compared, tierEntries(), allowances, ArchiveLimits.DEFAULTS));
    FindingText text = new FindingText(this::shown, result);
    text.warnings().forEach(getLog()::warn);
    text.errors().forEach(getLog()::error);
    result.unused().stream()
        .map(unused -> "allowed for nothing: " + unused + " " + ALLOW)
        .forEach(getLog()::warn);
    boolean failed = text.fails(least);
    LintReport report = LintReport.of(result, failed, since(started));
    ReportFile html = new ReportFile("amp-lint.html", HtmlReport.of(report));
    ReportFile json = ReportFile.json("amp-lint.json", report);
    return failed
        ? Outcome.refused(text.closing() + ". Correct them, or allow them " + ALLOW, html, json)
        : Outcome.done(text.closing(), html, json);
  }

  private List<Allowance> allowances() throws MojoExecutionException {
    List<Allowance> allowances = new ArrayList<>();
    for (String entry : allow) {
      try {
        allowances.add(Allowance.parse(entry));
      } catch (IllegalArgumentException e) {
        throw new MojoExecutionException(
            "tried to allow '"
                + entry.strip()
                + "'; there is no such rule. Write the name of one, as findings begin with it "
                + ALLOW,
            e);
      }
    }
    return allowances;
  }

  private Outcome withoutAmp() throws MojoExecutionException {
    // inherited from a parent POM into a module that builds no AMP, it is no fault
    if (isBound()) {
      return Outcome.idle("No AMP here");
    }
    throw new MojoExecutionException(
        "tried to find an AMP; none is named and "
            + (project().getFile() == null
                ? "there is no POM here"
                : project().getArtifactId() + " has built none")
            + ". Run `mvn package` first, or name it "
            + FILES);
  }
}
