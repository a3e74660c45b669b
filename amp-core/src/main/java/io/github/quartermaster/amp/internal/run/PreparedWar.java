package io.github.quartermaster.amp.internal.run;

import java.util.List;

/**
 * A WAR whose new form lies beside or in the old one, on the disk.
 *
 * @param steps what puts it in place; none where what is there is the same already
 * @param size of the new form
 */
record PreparedWar(WarJob job, List<SwapStep> steps, long size) {

  PreparedWar {
    steps = List.copyOf(steps);
  }

  boolean changes() {
    return !steps.isEmpty();
  }
}
