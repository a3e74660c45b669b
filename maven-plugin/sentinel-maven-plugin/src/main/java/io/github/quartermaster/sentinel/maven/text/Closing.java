package io.github.quartermaster.sentinel.maven.text;

import io.github.quartermaster.maven.ParameterHint;
import io.github.quartermaster.maven.Wording;
import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.GraphResult;
import io.github.quartermaster.sentinel.HealResult;
import io.github.quartermaster.sentinel.model.GateResult;
import io.github.quartermaster.sentinel.model.Mode;
import io.github.quartermaster.sentinel.report.Headline;
import io.github.quartermaster.sentinel.report.HealTextReport;
import java.util.Optional;

/** The last line of a goal: what was found, in short. */
public final class Closing {
  private Closing() {}

  /** Of a check that lets the build go on. */
  public static String of(CheckResult result) {
    return Wording.count(result.components().size(), "component")
        + " checked in "
        + Wording.seconds(result.snapshot().took())
        + ", score "
        + result.diagnosis().score();
  }

  /** What is to be said about a check that lets the build go on, but warns. */
  public static Optional<String> warning(CheckResult result) {
    return result.gateResult() == GateResult.WARNED
        ? Optional.of(
            "The score is "
                + result.diagnosis().score()
                + ", and from "
                + result.gate().warnAt()
                + " on the goal warns "
                + hint("warnAt"))
        : Optional.empty();
  }

  /** The message of the failed build: verdict and first cause, then why that fails it. */
  public static String ofFailure(CheckResult result) {
    return Headline.of(result)
        + "\n"
        + (result.gateResult() == GateResult.FAILED_ON_UNKNOWN
            ? "What could not be found out fails the build " + hint("failOnUnknown")
            : "The score is "
                + result.diagnosis().score()
                + ", and from "
                + result.gate().failAt()
                + " on the build fails "
                + hint("failAt"));
  }

  /** Of a host that is well enough, with what was done for it. */
  public static String of(HealResult result) {
    String done =
        result.isChanged()
            ? Wording.count(result.attempts().size(), "attempt") + ", "
            : "nothing was done, ";
    return done + "score " + result.check().diagnosis().score();
  }

  /** The message of the build that failed although it was to be healed. */
  public static String ofFailure(HealResult result) {
    String mode =
        result.mode() == Mode.ACT ? "" : "\nNothing is done unless the mode is act " + hint("mode");
    return ofFailure(result.check()) + "\nRemedies: " + HealTextReport.reason(result) + mode;
  }

  /** Of a graph. */
  public static String of(GraphResult result) {
    int edges = result.graph().dependencies().size();
    return Wording.count(result.components().size(), "component")
        + ", "
        + edges
        + (edges == 1 ? " dependency" : " dependencies");
  }

  private static ParameterHint hint(String name) {
    return new ParameterHint("sentinel", name);
  }
}
