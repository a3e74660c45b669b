package io.github.quartermaster.sentinel.internal.run.action;

import java.time.Duration;

/** Times as they are written in the configuration. */
final class Times {
  private Times() {}

  /** In the largest unit that has no rest: {@code 14d}, {@code 90m}, {@code 500ms}. */
  static String text(Duration time) {
    long millis = time.toMillis();
    if (millis % 1000 != 0) {
      return millis + "ms";
    }
    long seconds = millis / 1000;
    if (seconds > 0 && seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds > 0 && seconds % 3600 == 0) {
      return seconds / 3600 + "h";
    }
    return seconds > 0 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
