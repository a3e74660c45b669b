package io.github.quartermaster.ebs.maven.report;

import io.github.quartermaster.ebs.model.Problem;
import java.util.List;

/**
 * Something wrong or worth knowing.
 *
 * @param code stable; the troubleshooting page explains each
 * @param severity {@code error} or {@code warning}
 * @param subject the file, volume, snapshot or region that it is about
 * @param remedy what to do about it
 */
public record ProblemEntry(
    String code, String severity, String message, String subject, String remedy) {
  static ProblemEntry of(Problem problem) {
    return new ProblemEntry(
        problem.code().name(),
        problem.severity().toString(),
        problem.message(),
        problem.subject(),
        problem.remedy());
  }

  static List<ProblemEntry> listOf(List<Problem> problems) {
    return problems.stream().map(ProblemEntry::of).toList();
  }
}
