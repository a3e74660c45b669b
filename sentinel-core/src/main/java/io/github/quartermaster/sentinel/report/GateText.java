package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.Gate;

/** Whether the gate is open, and why, in words. */
final class GateText {
  private GateText() {}

  static String of(CheckResult result) {
    Gate gate = result.gate();
    String score = "score " + result.diagnosis().score();
    return switch (result.gateResult()) {
      case PASSED -> "open: " + score + ", closes at " + gate.failAt();
      case WARNED ->
          "open with a warning: "
              + score
              + ", warns at "
              + gate.warnAt()
              + ", closes at "
              + gate.failAt();
      case FAILED -> "closed: " + score + ", closes at " + gate.failAt();
      case FAILED_ON_UNKNOWN ->
          "closed: "
              + Figures.count(
                  result.components().stream().filter(ComponentHealth::unknownCounts).count(),
                  "component")
              + " could not be checked";
    };
  }
}
