package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.model.FailingLayer;

/** The lowest layer that fails, in words. */
final class LayerText {
  private LayerText() {}

  static String of(FailingLayer failing) {
    String below = Printable.line(failing.below());
    return "fails at "
        + failing.layer()
        + ", seen at "
        + Printable.line(failing.component().value())
        + (below.isEmpty() ? "" : "; " + below);
  }
}
