package io.github.quartermaster.sentinel.maven.text;

import io.github.quartermaster.maven.Wording;
import io.github.quartermaster.sentinel.model.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Problems as text, with the parameter that helps. */
public final class ProblemText {
  private ProblemText() {}

  /** A problem in one line: what, where, what to do, and with which parameter. */
  static String line(Problem problem) {
    String remedy = problem.remedy().replaceFirst("\\.$", "");
    return Wording.printable(
        problem.code()
            + ": "
            + problem.message()
            + (remedy.isEmpty() ? "" : ". " + remedy)
            + " "
            + ProblemParameters.of(problem.code()));
  }

  /** Warnings for the log, each once. */
  public static List<String> lines(List<Problem> problems) {
    return problems.stream().map(ProblemText::line).distinct().toList();
  }

  /**
   * All problems in one message, since whoever mends a configuration wants to see everything at
   * once. The parameters come at its end: Maven adds the message of the core's exception unless it
   * finds it in this one as it is.
   */
  public static String message(List<Problem> problems) {
    String all =
        problems.stream()
            .map(problem -> Wording.printable(problem.toString()))
            .collect(Collectors.joining(System.lineSeparator()));
    String parameters =
        problems.stream()
            .map(problem -> ProblemParameters.of(problem.code()).toString())
            .distinct()
            .collect(Collectors.joining(" "));
    return all + " " + parameters;
  }
}
