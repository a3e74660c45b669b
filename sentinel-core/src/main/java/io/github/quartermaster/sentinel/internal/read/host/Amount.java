package io.github.quartermaster.sentinel.internal.read.host;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them in a message. */
final class Amount {
  private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

  private Amount() {}

  /** One digit after the point, where it is not zero. */
  static String number(double value) {
    double rounded = Math.round(value * 10) / 10.0;
    return rounded == Math.rint(rounded)
        ? String.format(Locale.ROOT, "%.0f", rounded)
        : String.format(Locale.ROOT, "%.1f", rounded);
  }

  /** A size such as {@code 8.9 GiB}. */
  static String bytes(long bytes) {
    double value = (double) bytes;
    int unit = 0;
    while (value >= 1024 && unit < UNITS.length - 1) {
      value /= 1024;
      unit++;
    }
    return number(value) + " " + UNITS[unit];
  }

  /** A time in its largest fitting unit, such as {@code 3.5 h}. */
  static String time(Duration time) {
    double seconds = time.toMillis() / 1000.0;
    if (seconds < 1) {
      return time.toMillis() + " ms";
    }
    if (seconds < 120) {
      return number(seconds) + " s";
    }
    if (seconds < 7200) {
      return number(seconds / 60) + " min";
    }
    return seconds < 172_800 ? number(seconds / 3600) + " h" : number(seconds / 86_400) + " d";
  }

  /** Rounded to one digit, as metrics are given. */
  static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
