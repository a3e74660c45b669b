package io.github.quartermaster.sentinel.internal.host;

/**
 * How many files a file system can hold.
 *
 * @param total how many; above 0
 * @param used how many there are
 */
public record Inodes(long total, long used) {
  /** The part that is used, in per cent and rounded up as {@code df -i} does. */
  public double usedPercent() {
    return Percent.roundedUp(used, total);
  }
}
