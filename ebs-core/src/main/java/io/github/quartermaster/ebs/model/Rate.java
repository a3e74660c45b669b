package io.github.quartermaster.ebs.model;

/**
 * How often a kind of call may be made in one region: a token bucket.
 *
 * @param perSecond calls a second in the long run; more than 0
 * @param burst calls that may be made at once after a rest; at least 1
 * @param atOnce calls that may be under way at the same time; at least 1
 */
public record Rate(double perSecond, int burst, int atOnce) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public Rate {
    if (!(perSecond > 0) || burst < 1 || atOnce < 1) {
      throw new IllegalArgumentException("not a rate: " + perSecond + ", " + burst + ", " + atOnce);
    }
  }
}
