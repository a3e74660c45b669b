package io.github.quartermaster.amp.maven.report;

import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.WarFinding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something in or beside a WAR that is not as it was installed.
 *
 * @param code stable; the troubleshooting page explains each
 * @param severity {@code error} or {@code warning}
 * @param subject the file, module or WAR that it is about
 * @param remedy what to do about it
 * @param module the module that it concerns, or null where it is none's
 * @param paths all paths: in the WAR, or absolute where they lie beside it
 * @param repairable whether {@code amp:repair} mends it
 */
public record FindingEntry(
    String code,
    String severity,
    String message,
    String subject,
    String remedy,
    @Nullable String module,
    List<String> paths,
    boolean repairable) {
  /** Copies the list. */
  public FindingEntry {
    paths = List.copyOf(paths);
  }

  static FindingEntry of(WarFinding finding) {
    ProblemEntry problem = ProblemEntry.of(finding.problem());
    return new FindingEntry(
        problem.code(),
        problem.severity(),
        problem.message(),
        problem.subject(),
        problem.remedy(),
        finding.module().map(ModuleId::value).orElse(null),
        finding.paths(),
        finding.repairable());
  }

  static List<FindingEntry> listOf(List<WarFinding> findings) {
    return findings.stream().map(FindingEntry::of).toList();
  }
}
