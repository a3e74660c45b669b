package io.github.quartermaster.sentinel.internal.plan;

import java.time.Duration;

/** Time spans in the form in which configurations have them. */
final class Spans {
  private Spans() {}

  /** {@code 90s}, {@code 5m}, {@code 1h}, {@code 7d}: the largest unit that leaves nothing over. */
  static String words(Duration span) {
    long seconds = span.toSeconds();
    if (seconds > 0 && seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds > 0 && seconds % 3_600 == 0) {
      return seconds / 3_600 + "h";
    }
    return seconds > 0 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
