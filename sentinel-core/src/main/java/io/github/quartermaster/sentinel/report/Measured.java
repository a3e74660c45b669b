package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.Metric;
import java.util.stream.Stream;

/** What was measured of a component, in words: {@code used 97 % (70/95)}. */
final class Measured {
  private Measured() {}

  static Stream<String> of(ComponentHealth component) {
    return component.samples().stream()
        .flatMap(sample -> sample.reading().metrics().stream())
        .map(Metric::text);
  }
}
