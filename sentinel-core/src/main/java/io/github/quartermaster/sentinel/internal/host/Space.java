package io.github.quartermaster.sentinel.internal.host;

/**
 * The space of a file system in bytes.
 *
 * @param total its size
 * @param free what is free, reserved blocks included
 * @param usable what an ordinary user can still write
 */
public record Space(long total, long free, long usable) {
  /** What is used. */
  public long used() {
    return Math.max(0, total - free);
  }

  /**
   * The part that is used, in per cent and rounded up, as {@code df} counts it: {@code
   * used/(used+usable)}. What is reserved for root is in neither; the naive {@code
   * (total-usable)/total} said 70 % of a disk of which {@code df} says 27 %. NaN where there is no
   * space at all.
   */
  public double usedPercent() {
    long all = used() + Math.max(0, usable);
    return all <= 0 ? Double.NaN : Percent.roundedUp(used(), all);
  }
}
