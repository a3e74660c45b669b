package io.github.quartermaster.sentinel.internal.read.net;

import java.time.Duration;
import java.util.Locale;

/** Quantities as people read them. */
final class Texts {
  private static final long SECOND = 1000;

  private Texts() {}

  /** {@code 12 ms} or {@code 4.8 s}. */
  static String seconds(Duration time) {
    long millis = time.toMillis();
    return millis < SECOND
        ? millis + " ms"
        : String.format(Locale.ROOT, "%.1f s", millis / (double) SECOND);
  }

  /** A time in seconds, as metrics have it. */
  static double number(Duration time) {
    return time.toNanos() / 1e9;
  }

  /** The beginning of a text. */
  static String start(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + "...";
  }
}
