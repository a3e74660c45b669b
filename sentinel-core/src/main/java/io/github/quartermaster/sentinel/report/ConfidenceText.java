package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.model.Diagnosis;
import java.util.Locale;

/** How far the first cause can be trusted, in words. */
final class ConfidenceText {
  private ConfidenceText() {}

  static String of(Diagnosis diagnosis) {
    String word = word(diagnosis);
    if (diagnosis.causes().size() < 2 || Double.isInfinite(diagnosis.lead())) {
      return word + ": there is no other cause";
    }
    if (diagnosis.lead() >= 100) {
      return word + ": no other cause weighs a hundredth of the first";
    }
    return word
        + String.format(
            Locale.ROOT, ": the first cause weighs %.1f times the second", diagnosis.lead());
  }

  static String word(Diagnosis diagnosis) {
    return diagnosis.confidence().name().toLowerCase(Locale.ROOT);
  }
}
