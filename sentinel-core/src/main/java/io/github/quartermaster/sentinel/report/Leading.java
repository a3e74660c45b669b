package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.model.Cause;
import java.util.ArrayList;
import java.util.List;

/** The causes that people should look at: those without a part of the blame only distract. */
final class Leading {
  /** What would be shown as 0 %. */
  private static final double NOTHING = 0.005;

  private Leading() {}

  /**
   * The first ones: the very first in any case, and so long as they have a part of the blame.
   *
   * @param most how many at most
   */
  static List<Cause> of(List<Cause> causes, int most) {
    List<Cause> leading = new ArrayList<>();
    for (Cause cause : causes) {
      if (leading.size() == most || (!leading.isEmpty() && cause.share() < NOTHING)) {
        break;
      }
      leading.add(cause);
    }
    return leading;
  }
}
