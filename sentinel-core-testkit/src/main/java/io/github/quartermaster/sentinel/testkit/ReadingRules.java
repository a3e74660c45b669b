package io.github.quartermaster.sentinel.testkit;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Status;
import io.github.quartermaster.sentinel.model.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a reading must be so that it can be scored and understood. */
final class ReadingRules {
  private ReadingRules() {}

  static List<String> violations(String what, List<Reading> readings, Set<ComponentId> ids) {
    List<String> violations = new ArrayList<>();
    for (Reading reading : readings) {
      ComponentId id = reading.component();
      if (!ids.contains(id)) {
        violations.add(what + " spoke of " + id + ", which it was not asked about");
      }
      if (needsMessage(reading.verdict()) && reading.message().isEmpty()) {
        violations.add(what + " gave no message with the bad or unknown state of " + id);
      }
      Set<String> labels = new HashSet<>();
      for (Metric metric : reading.metrics()) {
        String name = "the metric " + metric.label() + " of " + id;
        if (!labels.add(metric.label())) {
          violations.add(what + " gave " + name + " twice in one reading");
        }
        if (Double.isInfinite(metric.value())) {
          violations.add(what + " gave infinity for " + name);
        }
        if (Double.isNaN(metric.value()) && reading.verdict() instanceof Verdict.Measured) {
          violations.add(what + " gave no number for " + name + " and did not call it unknown");
        }
      }
    }
    return violations;
  }

  private static boolean needsMessage(Verdict verdict) {
    return verdict instanceof Verdict.Unknown
        || verdict instanceof Verdict.NotChecked
        || (verdict instanceof Verdict.Given given && given.score().compareTo(Score.WARNING) >= 0)
        || (verdict instanceof Verdict.Stated stated && stated.status() != Status.OK);
  }
}
