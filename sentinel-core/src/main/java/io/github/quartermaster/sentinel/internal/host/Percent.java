package io.github.quartermaster.sentinel.internal.host;

/** Shares as {@code df} prints them. */
final class Percent {
  /** Parts beyond would leave the range of a long when multiplied by 100: 92 PB in bytes. */
  private static final long LARGEST_EXACT = Long.MAX_VALUE / 100;

  private Percent() {}

  /**
   * A part of a whole in per cent, rounded up and at most 100. Counted in whole numbers, since with
   * fractions 27 of 100 may become 28.
   *
   * @param part not negative
   * @param whole above 0
   */
  static double roundedUp(long part, long whole) {
    if (part >= whole) {
      return 100;
    }
    return part <= LARGEST_EXACT
        ? (double) (part * 100 / whole + (part * 100 % whole == 0 ? 0 : 1))
        : Math.min(100, Math.ceil(100.0 * part / whole));
  }
}
