package io.github.quartermaster.amp.maven.report;

import io.github.quartermaster.amp.LintResult;
import io.github.quartermaster.amp.model.Allowance;
import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.Finding;
import io.github.quartermaster.amp.model.LintedAmp;
import io.github.quartermaster.maven.Timing;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code amp:lint} found.
 *
 * @param schema {@value #SCHEMA}
 * @param failed whether the build fails for it
 * @param unusedAllowances what is allowed and was not found
 * @param problems what kept from looking at something
 */
public record LintReport(
    String schema,
    boolean failed,
    Instant startedAt,
    double elapsedSeconds,
    List<AmpFindings> amps,
    List<String> unusedAllowances,
    List<ProblemEntry> problems) {
  static final String SCHEMA = "quartermaster.amp.lint/1";

  /** Copies the lists. */
  public LintReport {
    amps = List.copyOf(amps);
    unusedAllowances = List.copyOf(unusedAllowances);
    problems = List.copyOf(problems);
  }

  /** The report of a result. */
  public static LintReport of(LintResult result, boolean failed, Timing timing) {
    return new LintReport(
        SCHEMA,
        failed,
        timing.startedAt(),
        timing.elapsedSeconds(),
        result.amps().stream().map(amp -> AmpFindings.of(amp, result)).toList(),
        result.unused().stream().map(Allowance::toString).toList(),
        ProblemEntry.listOf(result.problems()));
  }

  /**
   * An AMP and what is wrong with it.
   *
   * @param module its id, or null where it cannot be read
   * @param version its version, or null where it cannot be read
   * @param tier {@code repository} or {@code share}, or null where it cannot be read
   * @param findings what is wrong, by file and line
   * @param allowed what is wrong and allowed
   */
  public record AmpFindings(
      String path,
      @Nullable String module,
      @Nullable String version,
      @Nullable String tier,
      List<FindingEntry> findings,
      List<FindingEntry> allowed) {
    /** Copies the lists. */
    public AmpFindings {
      findings = List.copyOf(findings);
      allowed = List.copyOf(allowed);
    }

    static AmpFindings of(LintedAmp linted, LintResult result) {
      AmpFile amp = linted.amp().orElse(null);
      return new AmpFindings(
          linted.location().toString(),
          amp == null ? null : amp.module().id().value(),
          amp == null ? null : amp.module().version().text(),
          amp == null ? null : amp.tier().toString(),
          FindingEntry.listOf(result.findings(), linted.location()),
          FindingEntry.listOf(result.allowed(), linted.location()));
    }
  }

  /**
   * Something wrong.
   *
   * @param rule stable; the page on making AMPs explains each
   * @param severity {@code error} or {@code warning}
   * @param file the file inside the AMP, or null where it is about the AMP as a whole
   * @param line the line in that file, or null where it is about no single line
   * @param subject what an allowance can name
   * @param why why it matters
   */
  public record FindingEntry(
      String rule,
      String severity,
      @Nullable String file,
      @Nullable Integer line,
      String subject,
      String message,
      String why,
      String fix) {
    static List<FindingEntry> listOf(List<Finding> findings, Path amp) {
      return findings.stream()
          .filter(finding -> finding.amp().equals(amp))
          .map(FindingEntry::of)
          .toList();
    }

    private static FindingEntry of(Finding finding) {
      return new FindingEntry(
          finding.rule().name(),
          finding.severity().toString(),
          finding.file().isEmpty() ? null : finding.file(),
          finding.line() > 0 ? finding.line() : null,
          finding.subject(),
          finding.message(),
          finding.rule().why(),
          finding.fix());
    }
  }
}
