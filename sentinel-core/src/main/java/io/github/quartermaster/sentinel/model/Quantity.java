package io.github.quartermaster.sentinel.model;

import java.util.List;
import java.util.Locale;

/**
 * A measured value and its unit.
 *
 * @param value NaN where it is not known
 * @param unit such as {@code %}, {@code s} or {@code B}; empty for a number of things
 */
public record Quantity(double value, String unit) {
  private static final List<String> SIZES = List.of("KiB", "MiB", "GiB", "TiB", "PiB");

  /** As people read it: bytes in larger units, seconds in smaller ones; safe to print. */
  @Override
  public String toString() {
    if (Double.isNaN(value)) {
      return "not known";
    }
    if (unit.equals("B") && Math.abs(value) >= 1024) {
      return size(value);
    }
    if (unit.equals("s") && value > -1 && value < 1 && value != 0) {
      return number(value * 1000) + " ms";
    }
    return number(value) + (unit.isEmpty() ? "" : " " + SafeText.of(unit));
  }

  private static String size(double bytes) {
    double value = bytes / 1024;
    int unit = 0;
    // what would be printed as 1024.0 belongs to the next unit
    while (Math.abs(value) >= 1023.95 && unit < SIZES.size() - 1) {
      value /= 1024;
      unit++;
    }
    return number(value) + " " + SIZES.get(unit);
  }

  private static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "infinite" : "-infinite";
    }
    double size = Math.abs(value);
    if (size >= 1e15 || (size > 0 && size < 0.005)) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    String text = String.format(Locale.ROOT, size < 100 ? "%.2f" : "%.1f", value);
    return text.replaceFirst("\\.?0+$", "");
  }
}
