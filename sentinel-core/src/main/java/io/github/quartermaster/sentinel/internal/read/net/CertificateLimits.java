package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Settings;
import java.time.Duration;
import java.util.List;

/**
 * How long a certificate has to be valid yet, in seconds.
 *
 * @param warning what is no reason for a warning
 * @param critical what is not critical
 */
record CertificateLimits(Range warning, Range critical) {
  private static final int WARNING_DAYS = 14;
  private static final int CRITICAL_DAYS = 3;

  static List<Parameter> parameters(String warning, String critical) {
    return List.of(
        Parameter.limit(
                warning,
                Parameter.Type.LOWER_LIMIT,
                "s",
                "How long the certificate has to be valid yet, or there is a warning")
            .defaultsTo(WARNING_DAYS + "d"),
        Parameter.limit(
                critical,
                Parameter.Type.LOWER_LIMIT,
                "s",
                "How long the certificate has to be valid yet, or it is critical")
            .defaultsTo(CRITICAL_DAYS + "d"));
  }

  static CertificateLimits of(Settings settings, String warning, String critical) {
    return new CertificateLimits(
        settings.range(warning).orElse(days(WARNING_DAYS)),
        settings.range(critical).orElse(days(CRITICAL_DAYS)));
  }

  private static Range days(int days) {
    return Range.atLeast((double) Duration.ofDays(days).toSeconds());
  }
}
