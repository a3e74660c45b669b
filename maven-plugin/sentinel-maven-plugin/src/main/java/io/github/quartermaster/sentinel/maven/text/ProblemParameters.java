package io.github.quartermaster.sentinel.maven.text;

import io.github.quartermaster.maven.ParameterHint;
import io.github.quartermaster.sentinel.model.ProblemCode;

/** Which parameter a problem's remedy is about; the core knows none. */
final class ProblemParameters {
  private ProblemParameters() {}

  static ParameterHint of(ProblemCode code) {
    return new ParameterHint(
        "sentinel",
        switch (code) {
          case CONFIG_UNREADABLE,
              CONFIG_MALFORMED,
              CONFIG_UNKNOWN_KEY,
              CONFIG_INVALID,
              DEPENDENCY_UNKNOWN,
              DEPENDENCY_CYCLE,
              NO_CHECKS ->
              "config";
          case PROVIDER_UNKNOWN, PROVIDER_UNUSABLE -> "plugins";
          case CHECK_UNKNOWN -> "checks";
          case STATE_UNREADABLE, STATE_UNWRITABLE, STATE_BUSY, DAEMON_RUNNING -> "state";
          case PORT_UNUSABLE -> "port";
          case TOKEN_UNUSABLE, SERVICE_MANAGER_UNTOLD, SOURCE_UNAVAILABLE, OUTPUT_FAILED ->
              "config";
        });
  }
}
