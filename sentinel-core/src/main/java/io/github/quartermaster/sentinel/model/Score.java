package io.github.quartermaster.sentinel.model;

/**
 * How sick something is, on one logarithmic scale from 0, healthy, to 10000, down. A warning begins
 * at 10^2.5 and a critical state at 10^3.5, so that one decade lies between them whatever is
 * measured, and scores of different checks can be compared.
 *
 * @param value from 0 to 10000
 */
public record Score(int value) implements Comparable<Score> {
  /** Nothing wrong. */
  public static final Score HEALTHY = new Score(0);

  /** Where a warning begins: 10^2.5, rounded. */
  public static final Score WARNING = new Score(316);

  /** Where a critical state begins: 10^3.5, rounded. */
  public static final Score CRITICAL = new Score(3162);

  /** Nothing works. */
  public static final Score DOWN = new Score(10_000);

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if the value is below 0 or above 10000
   */
  public Score {
    if (value < 0 || value > 10_000) {
      throw new IllegalArgumentException("a score is between 0 and 10000, not " + value);
    }
  }

  /** The score nearest to a number; what lies outside of the scale becomes its end. */
  public static Score nearest(double value) {
    return new Score((int) Math.round(Math.max(0, Math.min(DOWN.value, value))));
  }

  /** The state that a score means: below 316 OK, below 3162 WARNING, else CRITICAL. */
  public Status status() {
    if (value < WARNING.value) {
      return Status.OK;
    }
    return value < CRITICAL.value ? Status.WARNING : Status.CRITICAL;
  }

  /** This score, moved into the band of a state where it lies outside; any where it is UNKNOWN. */
  public Score within(Status band) {
    return switch (band) {
      case OK -> new Score(Math.min(value, WARNING.value - 1));
      case WARNING -> new Score(Math.max(WARNING.value, Math.min(value, CRITICAL.value - 1)));
      case CRITICAL -> new Score(Math.max(CRITICAL.value, value));
      case UNKNOWN -> this;
    };
  }

  @Override
  public int compareTo(Score other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
