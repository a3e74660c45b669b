package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.time.Duration;

/** How long an alert that was sent holds where its end is never heard of. */
final class ForgetAfter {
  private static final String NAME = "forget-after";

  private ForgetAfter() {}

  static Parameter parameter(String defaultText, String reason) {
    return Parameter.optional(
            NAME,
            Parameter.Type.DURATION,
            "How long an alert holds of which nothing more is heard; " + reason)
        .defaultsTo(defaultText);
  }

  /**
   * What is set.
   *
   * @throws IllegalArgumentException if it is no time at all
   */
  static Duration of(Settings settings) {
    Duration time = Settings.required(NAME, settings.duration(NAME));
    if (time.isZero() || time.isNegative()) {
      throw new IllegalArgumentException(NAME + " is longer than zero");
    }
    return time;
  }
}
