package io.github.quartermaster.sentinel.model;

/**
 * How much guilt a component can carry when causes are ranked, from 0 to 1. It saturates: once
 * something is clearly sick, more is not more guilt, or a web site that is down (score 10000) would
 * outweigh the full disk (score 3800) that took it down.
 *
 * <p>It is the one scale on which thresholds and history meet. A score has the severity of {@link
 * #of(Score)}; a deviation from a component's own normal has that of {@link #ofDeviation(double)};
 * {@link #toScore()} leads back, so that what is measured against history alone has a score too.
 *
 * @param value from 0 to 1
 */
public record Severity(double value) implements Comparable<Severity> {
  /** Nothing wrong. */
  public static final Severity NONE = new Severity(0);

  private static final double AT_WARNING = 0.5;
  // a warning is 10^2.5, down is 10^4
  private static final double WARNING_DECADE = 2.5;
  private static final double DECADES_TO_DOWN = 1.5;
  // the deviation, in units of the worst normal, at which half of r^2/(r^2+tau^2) is reached; on
  // public outages everything from 3 to 8 does about as well
  private static final double TAU = 5;

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if the value is below 0, above 1 or no number
   */
  public Severity {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("a severity is between 0 and 1, not " + value);
    }
  }

  /**
   * The severity of a score: {@code 0.5 * score / 316} below a warning, {@code 0.5 + 0.5 *
   * (log10(score) - 2.5) / 1.5} from there on: 0.5 at a warning, 0.83 when critical, 1 when down.
   */
  public static Severity of(Score score) {
    double value = score.value();
    if (score.compareTo(Score.WARNING) < 0) {
      return new Severity(AT_WARNING * value / Score.WARNING.value());
    }
    double decades = Math.log10(value) - WARNING_DECADE;
    return clamped(AT_WARNING + (1 - AT_WARNING) * decades / DECADES_TO_DOWN);
  }

  /**
   * The severity of a deviation from normal: {@code (r^2 / (r^2 + 25))^2}.
   *
   * @param r the anomaly in units of the component's own worst normal: 1 is as bad as the worst 1 %
   *     of normal time; not negative
   * @throws IllegalArgumentException if it is negative or no number
   */
  public static Severity ofDeviation(double r) {
    if (!(r >= 0)) {
      throw new IllegalArgumentException("a deviation is 0 or more, not " + r);
    }
    if (Double.isInfinite(r)) {
      return new Severity(1);
    }
    double saturated = 1 / (1 + (TAU / r) * (TAU / r));
    return new Severity(saturated * saturated);
  }

  /** The score that has this severity, rounded; the inverse of {@link #of(Score)}. */
  public Score toScore() {
    if (value < AT_WARNING) {
      return Score.nearest(value / AT_WARNING * Score.WARNING.value());
    }
    double decades = (value - AT_WARNING) / (1 - AT_WARNING) * DECADES_TO_DOWN;
    return Score.nearest(Math.pow(10, WARNING_DECADE + decades));
  }

  private static Severity clamped(double value) {
    return new Severity(Math.max(0, Math.min(1, value)));
  }

  @Override
  public int compareTo(Severity other) {
    return Double.compare(value, other.value);
  }
}
