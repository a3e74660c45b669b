package io.github.quartermaster.sentinel.internal.perfdata;

import java.util.List;

/**
 * The performance data of one output.
 *
 * @param values what could be read, in the order of the output
 * @param unreadable the pieces that could not, as printed
 */
public record PerformanceData(List<PerformanceValue> values, List<String> unreadable) {
  /** Copies the lists. */
  public PerformanceData {
    values = List.copyOf(values);
    unreadable = List.copyOf(unreadable);
  }
}
