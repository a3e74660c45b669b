package io.github.quartermaster.sentinel.internal.read.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers with a unit behind them. Times: {@code ms s m h d}. Sizes: {@code B}, powers of 1024
 * {@code KiB MiB GiB TiB} and of 1000 {@code KB MB GB TB} (IEC 80000-13), where {@code kB} is
 * {@code KB}. One blank may stand before the unit.
 */
final class Units {
  static final String TIME = "(?:ms|s|m|h|d)";
  static final String SIZE = "(?:B|KiB|MiB|GiB|TiB|KB|kB|MB|GB|TB)";
  // enough for any limit, and never too much for a long or a double
  static final String NUMBER = "\\d{1,15}(?:\\.\\d{1,9})?";

  private static final Map<String, BigDecimal> SECONDS =
      Map.of(
          "ms", new BigDecimal("0.001"),
          "s", new BigDecimal(1),
          "m", new BigDecimal(60),
          "h", new BigDecimal(3600),
          "d", new BigDecimal(86_400));
  private static final Map<String, BigDecimal> BYTES =
      Map.ofEntries(
          Map.entry("B", BigDecimal.ONE),
          Map.entry("KiB", BigDecimal.valueOf(1L << 10)),
          Map.entry("MiB", BigDecimal.valueOf(1L << 20)),
          Map.entry("GiB", BigDecimal.valueOf(1L << 30)),
          Map.entry("TiB", BigDecimal.valueOf(1L << 40)),
          Map.entry("KB", BigDecimal.valueOf(1_000L)),
          Map.entry("kB", BigDecimal.valueOf(1_000L)),
          Map.entry("MB", BigDecimal.valueOf(1_000_000L)),
          Map.entry("GB", BigDecimal.valueOf(1_000_000_000L)),
          Map.entry("TB", BigDecimal.valueOf(1_000_000_000_000L)));
  private static final BigDecimal LONGEST_SECONDS = new BigDecimal(36_500L * 86_400);
  private static final BigDecimal MOST_BYTES = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);
  private static final Pattern AMOUNT = Pattern.compile("([-+]?" + NUMBER + ")(?: ?(\\D+))?");

  private Units() {}

  /** A time of at most a hundred years; it needs a unit. */
  static Optional<Duration> duration(String text) {
    return amount(text, SECONDS, false)
        .filter(seconds -> seconds.signum() >= 0 && seconds.compareTo(LONGEST_SECONDS) <= 0)
        .map(seconds -> Duration.ofNanos(seconds.multiply(NANOS).longValue()));
  }

  /** A size in bytes, rounded down; a bare number is one of bytes. */
  static Optional<Long> size(String text) {
    return amount(text, BYTES, true)
        .map(bytes -> bytes.setScale(0, RoundingMode.DOWN))
        .filter(bytes -> bytes.signum() >= 0 && bytes.compareTo(MOST_BYTES) <= 0)
        .map(BigDecimal::longValue);
  }

  /**
   * A number in a unit.
   *
   * @param unit {@code s}, {@code B}, or any other, which may be written behind the number
   * @param bare whether a number without unit is one in this unit, also where it is a time
   */
  static Optional<Double> in(String unit, String text, boolean bare) {
    Map<String, BigDecimal> factors =
        switch (unit) {
          case "s" -> SECONDS;
          case "B" -> BYTES;
          default -> Map.of(unit, BigDecimal.ONE);
        };
    return amount(text, factors, bare || !unit.equals("s")).map(BigDecimal::doubleValue);
  }

  private static Optional<BigDecimal> amount(
      String text, Map<String, BigDecimal> factors, boolean bare) {
    Matcher matcher = AMOUNT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(matcher.group(1));
    String unit = matcher.group(2);
    if (unit == null) {
      return bare || number.signum() == 0 ? Optional.of(number) : Optional.empty();
    }
    return Optional.ofNullable(factors.get(unit)).map(number::multiply);
  }
}
