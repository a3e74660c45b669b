package io.github.quartermaster.sentinel.internal.read.net;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A time series of Prometheus, at one moment.
 *
 * @param labels what tells it from others; empty for a scalar
 * @param value its value; NaN where it has none
 */
record Series(SortedMap<String, String> labels, double value) {
  private static final String NAME = "__name__";
  private static final int LONGEST = 150;

  /** Copies the labels. */
  Series {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  /** As Prometheus writes it; {@code value} where it has no labels. */
  String shown() {
    String inner =
        labels.entrySet().stream()
            .filter(label -> !label.getKey().equals(NAME))
            .map(Series::shown)
            .collect(Collectors.joining(","));
    String name = labels.getOrDefault(NAME, "");
    if (inner.isEmpty()) {
      return name.isBlank() ? "value" : name;
    }
    return Texts.start(name + "{" + inner + "}", LONGEST);
  }

  private static String shown(Map.Entry<String, String> label) {
    return label.getKey() + "=\"" + label.getValue() + "\"";
  }
}
