package io.github.quartermaster.ebs.testkit.model;

import java.time.Duration;

/**
 * How long snapshots or copies stay pending, in virtual time.
 *
 * @param fixed for each, whatever its size
 * @param perGiB beside that for each GiB of the volume's size
 */
public record CompletionTime(Duration fixed, Duration perGiB) {

  /** Half a minute and two seconds per GiB. */
  public static final CompletionTime DEFAULT =
      new CompletionTime(Duration.ofSeconds(30), Duration.ofSeconds(2));

  /** The same time whatever the size. */
  public static CompletionTime of(Duration fixed) {
    return new CompletionTime(fixed, Duration.ZERO);
  }

  /** The time for a volume of that size. */
  public Duration forSize(int sizeGiB) {
    return fixed.plus(perGiB.multipliedBy(sizeGiB));
  }
}
