package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.Evidence;
import io.github.quartermaster.sentinel.model.Gate;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Status;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A check as a plugin of Nagios says it (Monitoring Plugins Development Guidelines), for Nagios,
 * Icinga, NRPE and cron alike: one line with verdict and performance data of at most 1 kB, then the
 * reasons in at most 4 kB. Longer answers are cut on their way, and lose what stands at the end.
 *
 * @param text the lines; ends with a line break
 * @param exitCode 0 where the gate is open, 1 where it warns, 2 where it is closed, 3 where it is
 *     closed because a state is unknown
 */
public record NagiosReport(String text, int exitCode) {
  private static final int FIRST_LINE = 1000;
  private static final int SENTENCE = 400;
  private static final int REASONS = 4000;
  private static final int REASON = 300;
  private static final int CAUSES = 10;

  /** What a plugin prints and how it exits. */
  public static NagiosReport of(CheckResult result) {
    Status state =
        switch (result.gateResult()) {
          case PASSED -> Status.OK;
          case WARNED -> Status.WARNING;
          case FAILED -> Status.CRITICAL;
          case FAILED_ON_UNKNOWN -> Status.UNKNOWN;
        };
    String verdict = "SENTINEL " + state + " - " + text(Headline.sentence(result), SENTENCE);
    String data = performanceData(result, FIRST_LINE - bytes(verdict) - 1);
    return new NagiosReport(
        verdict + "|" + data + "\n" + String.join("", reasons(result)), state.exitCode());
  }

  /**
   * The score of the host, then as many components as fit. They come in the order of the
   * configuration and are counted at their widest, so that the set is the same in each run, as a
   * round-robin database wants it.
   */
  private static String performanceData(CheckResult result, int room) {
    Gate gate = result.gate();
    Tally tally = Tally.of(result.components());
    String limits = ";" + gate.warnAt() + ";" + gate.failAt() + ";0;" + Score.DOWN;
    StringBuilder data = new StringBuilder("score=" + result.diagnosis().score() + limits);
    data.append(" causes=").append(result.diagnosis().causes().size());
    data.append(" unknown=").append(tally.unknown());
    int used = bytes("score=10000" + limits + " causes=10000 unknown=10000");
    Set<String> labels = new HashSet<>(List.of("score", "causes", "unknown"));
    for (ComponentHealth component : result.components()) {
      String label = label(component.id().value());
      int widest = bytes(" " + label + "=10000" + limits);
      if (component.checked() && used + widest <= room && labels.add(label)) {
        data.append(' ').append(label).append('=').append(value(component.score()));
        data.append(limits);
        used += widest;
      }
    }
    return data.toString();
  }

  private static String value(@Nullable Score score) {
    return score == null ? "U" : score.toString();
  }

  /** Always in quotes but where it is only letters and digits: some readers want them. */
  private static String label(String name) {
    String safe = text(name, Integer.MAX_VALUE).replace('=', '_');
    return safe.matches("[A-Za-z0-9]+") ? safe : "'" + safe.replace("'", "''") + "'";
  }

  private static List<String> reasons(CheckResult result) {
    List<String> lines = new ArrayList<>();
    int room = REASONS;
    for (String reason : allReasons(result)) {
      String line = text(reason, REASON) + "\n";
      room -= bytes(line);
      if (room < 0) {
        break;
      }
      lines.add(line);
    }
    return lines;
  }

  private static List<String> allReasons(CheckResult result) {
    List<String> reasons = new ArrayList<>();
    List<Cause> causes = result.diagnosis().causes();
    int rank = 0;
    for (Cause cause : Leading.of(causes, CAUSES)) {
      reasons.add(++rank + ". " + reason(cause));
      for (Evidence evidence : cause.evidence()) {
        reasons.add("   " + evidence.label() + ": " + evidence.text());
      }
    }
    if (rank < causes.size()) {
      reasons.add("and " + (causes.size() - rank) + " more, less probable");
    }
    if (result.diagnosis().layer() != null) {
      reasons.add("Layer: " + LayerText.of(result.diagnosis().layer()));
    }
    if (!causes.isEmpty()) {
      reasons.add("Confidence: " + ConfidenceText.of(result.diagnosis()));
    }
    result.components().stream()
        .filter(component -> component.status() == Status.UNKNOWN || component.unknownCounts())
        .map(component -> "Unknown: " + component.id() + ", " + component.message())
        .forEach(reasons::add);
    result.problems().forEach(problem -> reasons.add(problem.toString()));
    return reasons;
  }

  private static String reason(Cause cause) {
    String path =
        cause.paths().stream()
            .findFirst()
            .filter(steps -> steps.size() > 1)
            .map(
                steps ->
                    steps.stream().map(Object::toString).collect(Collectors.joining(" needs ")))
            .map(steps -> "; " + steps)
            .orElse("");
    return cause.component()
        + (cause.message().isBlank() ? "" : ", " + cause.message())
        + ", score "
        + (cause.score() == null ? "unknown" : cause.score().toString())
        + ", share "
        + Figures.percent(cause.share())
        + ", explains "
        + Figures.percent(cause.explains())
        + path;
  }

  /** One line without what begins performance data, of at most so many bytes. */
  private static String text(String text, int longest) {
    String safe = Printable.line(text.replace('|', ' '));
    // the blanks before evidence
    String line = text.startsWith("   ") ? "   " + safe : safe;
    if (bytes(line) <= longest) {
      return line;
    }
    int end = line.length();
    while (bytes(line.substring(0, end)) > longest - 3) {
      end = line.offsetByCodePoints(end, -1);
    }
    return line.substring(0, end) + "...";
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
