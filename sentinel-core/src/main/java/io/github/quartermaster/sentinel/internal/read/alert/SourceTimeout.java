package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.time.Duration;

/** How long it may take to ask another monitor. */
final class SourceTimeout {
  private static final String NAME = "timeout";
  private static final Duration DEFAULT = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private SourceTimeout() {}

  static Parameter parameter() {
    return Parameter.optional(
            NAME, Parameter.Type.DURATION, "How long it may take to ask, at most `5m`")
        .defaultsTo("5s");
  }

  /**
   * What is set.
   *
   * @throws IllegalArgumentException if it is no time, or far too much
   */
  static Duration of(Settings settings) {
    Duration time = settings.duration(NAME).orElse(DEFAULT);
    if (time.isZero() || time.isNegative() || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(NAME + " is longer than zero and at most 5m");
    }
    return time;
  }
}
