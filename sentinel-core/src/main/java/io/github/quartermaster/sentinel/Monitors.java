package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.internal.read.alert.AlertBoard;
import io.github.quartermaster.sentinel.internal.read.alert.Heard;
import io.github.quartermaster.sentinel.internal.run.output.OutputTypes;
import io.github.quartermaster.sentinel.internal.run.output.Outputs;
import io.github.quartermaster.sentinel.model.HookOutcome;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.SentinelConfig;
import io.github.quartermaster.sentinel.report.Bulletins;
import java.time.Clock;
import java.util.List;

/**
 * The other monitors: those that are heard and those that are told.
 *
 * @param board what others say
 * @param outputs who is told
 */
record Monitors(AlertBoard board, Outputs outputs) {
  /** Those of a configuration. */
  static Monitors of(SentinelConfig config, Clock clock) {
    return new Monitors(
        new AlertBoard(config.sources(), clock), Outputs.of(config.outputs(), OutputTypes.all()));
  }

  /** Whether there are any that are asked. */
  boolean areAsked() {
    return board.isAsking();
  }

  /** Asks them; says whether they tell of an alert that begins, changes or ends. */
  boolean ask() {
    return board.ask();
  }

  /** Takes what one of them sent. */
  HookOutcome accept(String source, byte[] body) {
    return board.accept(source, body);
  }

  /** Goes on with what was sent to others. */
  void takeOver(Monitors others) {
    board.takeOver(others.board);
  }

  /** What they say now. */
  Heard heard() {
    return board.heard();
  }

  /** Tells them; gives back who could not be told. */
  List<Problem> tell(CheckResult result) {
    return outputs.isEmpty() ? List.of() : outputs.tell(Bulletins.of(result));
  }
}
