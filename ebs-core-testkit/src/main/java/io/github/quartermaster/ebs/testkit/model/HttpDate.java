package io.github.quartermaster.ebs.testkit.model;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The date of HTTP, in seconds of the machine's clock. */
final class HttpDate {
  private HttpDate() {}

  static String in(Duration offset) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        ZonedDateTime.now(ZoneOffset.UTC).plus(offset));
  }
}
