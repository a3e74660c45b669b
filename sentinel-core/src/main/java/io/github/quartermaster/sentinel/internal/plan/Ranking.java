package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.Confidence;
import java.util.List;

/**
 * Causes in the order of their probability.
 *
 * @param causes the most probable first
 * @param agreed whether a second method names the same first cause ({@link CrossCheck})
 */
record Ranking(List<RankedCause> causes, boolean agreed) {
  // Of 5000 generated incidents with 10 % (25 %) noise the first was the cause in 99 % (96 %) of
  // those that this calls high, 91 % (81 %) of the medium, 71 % (65 %) of the low ones; of real
  // outages that health shows in 40 of 43, 8 of 8, 6 of 6.
  private static final double HIGH = 3;
  private static final double MEDIUM = 1.5;

  Ranking {
    causes = List.copyOf(causes);
  }

  /**
   * How many times the share of the first cause is that of the second; infinite where there is no
   * second, 1 where there is none.
   */
  double lead() {
    if (causes.isEmpty()) {
      return 1;
    }
    return causes.size() == 1
        ? Double.POSITIVE_INFINITY
        : causes.get(0).share() / causes.get(1).share();
  }

  /**
   * How far the first can be trusted: by its lead; little where the methods disagree; and one step
   * less where its own state is unknown, since nobody has seen that it is sick.
   */
  Confidence confidence() {
    if (causes.isEmpty() || !agreed || lead() < MEDIUM) {
      return Confidence.LOW;
    }
    if (causes.get(0).verified()) {
      return lead() < HIGH ? Confidence.MEDIUM : Confidence.HIGH;
    }
    return lead() < HIGH ? Confidence.LOW : Confidence.MEDIUM;
  }
}
