package io.github.quartermaster.ebs.maven.text;

import io.github.quartermaster.ebs.BackupResult;
import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.PlannedVolume;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.VolumeOutcome;
import io.github.quartermaster.maven.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The message of a failed build: which volumes are not as they should be, each with the reason and
 * what to do, and how to go on.
 */
public final class FailureText {
  private FailureText() {}

  /** Of a run that was refused, or in which something failed. */
  public static String of(BackupResult result) {
    List<Problem> general = errors(result.plan().problems().stream());
    if (result.plan().isRefused()) {
      return of(general);
    }
    Map<String, List<Problem>> volumes = new LinkedHashMap<>();
    for (VolumeOutcome volume : result.volumes()) {
      put(volumes, volume.spec().title(), errors(volume.problems().stream()));
    }
    List<String> lines =
        lines(
            volumes, result.volumes().size(), "not backed up", errors(result.warnings().stream()));
    lines.add(way(result));
    return String.join("\n", lines);
  }

  /** Of a plan in which something is refused. */
  public static String of(BackupPlan plan) {
    List<Problem> general = errors(plan.problems().stream());
    if (!general.isEmpty()) {
      return of(general);
    }
    Map<String, List<Problem>> volumes = new LinkedHashMap<>();
    for (PlannedVolume volume : plan.volumes()) {
      put(volumes, volume.spec().title(), errors(volume.problems().stream()));
    }
    return String.join(
        "\n", lines(volumes, plan.volumes().size(), "not to be backed up", List.of()));
  }

  /**
   * Of problems that concern no volume.
   *
   * @param errors at least one
   */
  public static String of(List<Problem> errors) {
    List<String> lines = ProblemText.lines(errors);
    return String.join("\nAlso ", lines);
  }

  private static void put(Map<String, List<Problem>> volumes, String title, List<Problem> errors) {
    if (!errors.isEmpty()) {
      volumes.put(title, errors);
    }
  }

  private static List<String> lines(
      Map<String, List<Problem>> volumes, int all, String verdict, List<Problem> others) {
    List<String> lines = new ArrayList<>();
    if (volumes.size() == 1) {
      volumes.forEach(
          (title, problems) ->
              lines.add(Wording.printable(title) + " is " + verdict + ": " + joined(problems)));
    } else if (!volumes.isEmpty()) {
      String titles = Wording.row(List.copyOf(volumes.keySet()));
      lines.add(
          volumes.size()
              + " of "
              + all
              + " volumes are "
              + verdict
              + ": "
              + Wording.printable(titles));
      volumes.forEach(
          (title, problems) -> lines.add(Wording.printable(title) + ": " + joined(problems)));
    }
    ProblemText.lines(others).forEach(line -> lines.add(lines.isEmpty() ? line : "Also " + line));
    return lines;
  }

  private static String joined(List<Problem> problems) {
    return String.join("; also ", ProblemText.lines(problems));
  }

  private static String way(BackupResult result) {
    boolean merelyLate =
        errors(result.problems().stream()).stream()
            .allMatch(problem -> problem.code() == ProblemCode.NOT_FINISHED);
    String again = "-Debs.run=" + result.run();
    return merelyLate
        ? "To go on waiting: mvn ebs:await " + again
        : "To take up the run again, which keeps what is done: the same command with " + again;
  }

  private static List<Problem> errors(Stream<Problem> problems) {
    return problems.filter(Problem::isError).distinct().toList();
  }
}
