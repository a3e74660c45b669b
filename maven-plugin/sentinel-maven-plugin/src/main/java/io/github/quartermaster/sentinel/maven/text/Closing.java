package io.github.quartermaster.sentinel.maven.text;

import io.github.quartermaster.maven.ParameterHint;
import io.github.quartermaster.maven.Wording;
import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.GraphResult;
import io.github.quartermaster.sentinel.model.GateResult;
import io.github.quartermaster.sentinel.report.Headline;
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
