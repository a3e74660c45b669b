package io.github.quartermaster.sentinel.program;

import io.github.quartermaster.sentinel.model.Gate;
import io.github.quartermaster.sentinel.model.Score;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What a command takes that exits by a gate. */
final class GateOptions {
  @Option(
      names = "--fail-at",
      paramLabel = "SCORE",
      defaultValue = "3162",
      description = "The score from which on it is critical. Default: ${DEFAULT-VALUE}.")
  private int failAt;

  @Option(
      names = "--warn-at",
      paramLabel = "SCORE",
      defaultValue = "316",
      description = "The score from which on it warns. Default: ${DEFAULT-VALUE}.")
  private int warnAt;

  @Option(
      names = "--ignore-unknown",
      description = "A state that could not be found out does not count.")
  private boolean ignoreUnknown;

  @Spec(Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  Gate gate() {
    return new Gate(score("--fail-at", failAt), score("--warn-at", warnAt), !ignoreUnknown);
  }

  private Score score(String option, int value) {
    if (value < 0 || value > Score.DOWN.value()) {
      throw new ParameterException(
          spec.commandLine(), option + " is between 0 and " + Score.DOWN + ", not " + value);
    }
    return new Score(value);
  }
}
