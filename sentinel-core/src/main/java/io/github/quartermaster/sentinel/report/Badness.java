package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.Score;
import java.util.Comparator;

/** How urgently people want to see a component. */
final class Badness {
  /** The sickest first; what is unknown before what is healthy; what is not checked last. */
  static final Comparator<ComponentHealth> WORST_FIRST =
      Comparator.comparingInt(Badness::band).thenComparingInt(Badness::score).reversed();

  private Badness() {}

  private static int band(ComponentHealth component) {
    if (!component.checked()) {
      return 0;
    }
    return switch (component.status()) {
      case OK -> 1;
      case UNKNOWN -> 2;
      case WARNING -> 3;
      case CRITICAL -> 4;
    };
  }

  private static int score(ComponentHealth component) {
    Score score = component.score();
    return score == null ? 0 : score.value();
  }
}
