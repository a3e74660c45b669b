package io.github.quartermaster.amp.internal.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * The dates of {@code module.installDate}: ISO 8601 with seconds, either no fraction or exactly
 * three digits of one, and an offset. Alfresco fails to start on anything else.
 */
final class InstallDates {
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter READ =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss[.SSS]")
          .appendOffset("+HH:MM", "Z")
          .toFormatter(Locale.ROOT);

  private InstallDates() {}

  static String format(Instant date) {
    return WRITTEN.format(date.truncatedTo(ChronoUnit.MILLIS));
  }

  static Instant parse(String text) {
    try {
      return OffsetDateTime.parse(text, READ).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "module.installDate is '" + text + "', which is no date such as 2026-11-22T10:15:30.000Z",
          e);
    }
  }
}
