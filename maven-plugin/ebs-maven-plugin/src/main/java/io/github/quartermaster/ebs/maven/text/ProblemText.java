package io.github.quartermaster.ebs.maven.text;

import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.maven.ParameterHint;
import io.github.quartermaster.maven.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Problems as text, with the parameter that helps. */
public final class ProblemText {
  private static final int SHOWN_OF_A_KIND = 10;

  private ProblemText() {}

  /** A problem in one line: what, on what, what to do, and with which parameter. */
  public static String line(Problem problem) {
    String remedy = problem.remedy().replaceFirst("\\.$", "");
    String hint = ProblemParameters.of(problem.code()).map(ParameterHint::toString).orElse("");
    return Wording.printable(
        problem.code()
            + ": "
            + problem.message()
            + (remedy.isEmpty() ? "" : ". " + remedy)
            + (hint.isEmpty() ? "" : " " + hint));
  }

  /**
   * The problems that a log should show, each once: of each kind the first few, and how many more
   * there are.
   *
   * @param problems of one severity
   */
  public static List<String> lines(List<Problem> problems) {
    Map<ProblemCode, List<Problem>> kinds =
        problems.stream()
            .distinct()
            .collect(Collectors.groupingBy(Problem::code, LinkedHashMap::new, Collectors.toList()));
    List<String> lines = new ArrayList<>();
    kinds.forEach((code, ofAKind) -> lines.addAll(lines(code, ofAKind)));
    return lines;
  }

  private static List<String> lines(ProblemCode code, List<Problem> problems) {
    List<String> lines =
        new ArrayList<>(problems.stream().limit(SHOWN_OF_A_KIND).map(ProblemText::line).toList());
    if (problems.size() > SHOWN_OF_A_KIND) {
      lines.add(code + ": " + (problems.size() - SHOWN_OF_A_KIND) + " more, see the report");
    }
    return lines;
  }
}
