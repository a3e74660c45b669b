package io.github.quartermaster.sentinel.maven.text;

import io.github.quartermaster.maven.Wording;
import io.github.quartermaster.sentinel.model.Problem;
import java.util.List;

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

  /** All problems, each once: whoever mends a configuration wants to see everything at once. */
  public static List<String> lines(List<Problem> problems) {
    return problems.stream().map(ProblemText::line).distinct().toList();
  }
}
