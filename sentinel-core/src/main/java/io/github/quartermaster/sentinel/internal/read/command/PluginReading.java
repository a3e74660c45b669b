package io.github.quartermaster.sentinel.internal.read.command;

import io.github.quartermaster.sentinel.internal.perfdata.PerformanceValue;
import io.github.quartermaster.sentinel.internal.perfdata.PluginOutput;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Reading;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what a plugin printed into message, metrics and evidence. */
final class PluginReading {
  // enough for any plugin that measures; a list of everything there is helps nobody
  private static final int MOST_METRICS = 200;
  private static final int MOST_LINES = 20;

  private PluginReading() {}

  /** Adds what was printed to a reading. */
  static Reading describe(Reading reading, PluginOutput output) {
    Reading described = output.text().isEmpty() ? reading : reading.message(output.text());
    List<String> lines = output.longText();
    for (String line : lines.subList(0, Math.min(MOST_LINES, lines.size()))) {
      described = described.evidence("output", line);
    }
    if (lines.size() > MOST_LINES) {
      described =
          described.evidence("output", (lines.size() - MOST_LINES) + " further lines left out");
    }
    return measure(described, output);
  }

  private static Reading measure(Reading reading, PluginOutput output) {
    Reading measured = reading;
    Set<String> labels = new HashSet<>();
    int left = 0;
    for (PerformanceValue value : output.performance().values()) {
      if (labels.size() == MOST_METRICS || !labels.add(value.label())) {
        left++;
      } else {
        measured = measured.metric(metric(value));
      }
    }
    if (left > 0) {
      measured =
          measured.evidence("performance data", left + " values left out: same label, or too many");
    }
    List<String> unreadable = output.performance().unreadable();
    if (!unreadable.isEmpty()) {
      measured =
          measured.evidence(
              "unreadable performance data", unreadable.size() + ": " + unreadable.get(0));
    }
    return measured;
  }

  private static Metric metric(PerformanceValue value) {
    return new Metric(
        value.label(),
        value.value(),
        value.unit(),
        range(value.warning()),
        range(value.critical()),
        value.min(),
        value.max());
  }

  private static @Nullable Range range(String text) {
    return Range.parse(text).orElse(null);
  }
}
