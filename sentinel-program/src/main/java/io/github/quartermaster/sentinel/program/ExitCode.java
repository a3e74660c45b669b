package io.github.quartermaster.sentinel.program;

import io.github.quartermaster.sentinel.model.GateResult;

/** Exit codes (Monitoring Plugins Development Guidelines, "Plugin Return Codes"). */
final class ExitCode {
  static final int OK = 0;
  static final int WARNING = 1;
  static final int CRITICAL = 2;
  static final int UNKNOWN = 3;

  private ExitCode() {}

  static int of(GateResult result) {
    return switch (result) {
      case PASSED -> OK;
      case WARNED -> WARNING;
      case FAILED -> CRITICAL;
      case FAILED_ON_UNKNOWN -> UNKNOWN;
    };
  }
}
