package io.github.quartermaster.amp.maven.text;

import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.maven.ParameterHint;
import io.github.quartermaster.maven.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Problems as text, with the parameter that helps. */
public final class ProblemText {
  private static final int SHOWN_OF_A_KIND = 10;
  private static final int SHOWN_IN_A_FAILURE = 5;

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
   * The problems that a log should show: of each kind the first few, and how many more there are.
   *
   * @param problems of one severity
   */
  public static List<String> lines(List<Problem> problems) {
    Map<ProblemCode, List<Problem>> kinds =
        problems.stream().collect(Collectors.groupingBy(Problem::code));
    List<String> lines = new ArrayList<>();
    problems.stream()
        .map(Problem::code)
        .distinct()
        .forEach(code -> lines.addAll(linesOfAKind(code, kinds.getOrDefault(code, List.of()))));
    return lines;
  }

  /** The problems that {@link #failure} has no room for, so that a log should show them. */
  public static List<Problem> beyondFailure(List<Problem> problems) {
    return problems.stream().skip(SHOWN_IN_A_FAILURE).toList();
  }

  /**
   * The message of a failed build: the first problem in its first line, then some of the others.
   *
   * @param problems those that make it fail; at least one
   */
  public static String failure(List<Problem> problems) {
    List<String> lines = new ArrayList<>();
    lines.add(line(problems.get(0)));
    problems.stream()
        .skip(1)
        .limit(SHOWN_IN_A_FAILURE - 1)
        .forEach(problem -> lines.add("Also " + line(problem)));
    if (problems.size() > SHOWN_IN_A_FAILURE) {
      lines.add("And " + (problems.size() - SHOWN_IN_A_FAILURE) + " more, told above.");
    }
    return String.join("\n", lines);
  }

  private static List<String> linesOfAKind(ProblemCode code, List<Problem> problems) {
    List<String> lines =
        new ArrayList<>(problems.stream().limit(SHOWN_OF_A_KIND).map(ProblemText::line).toList());
    if (problems.size() > SHOWN_OF_A_KIND) {
      lines.add(code + ": " + (problems.size() - SHOWN_OF_A_KIND) + " more, see the report");
    }
    return lines;
  }
}
