package io.github.quartermaster.sentinel.model;

import java.util.Map;

/**
 * Which alerts are about which component.
 *
 * @param match names and values that an alert must have, all of them: labels of Prometheus, or
 *     {@code host} and {@code service} of Nagios and Icinga
 * @param component whom such alerts are about
 */
public record AlertMapping(Map<String, String> match, ComponentId component) {
  /**
   * Copies the map.
   *
   * @throws IllegalArgumentException if everything would match
   */
  public AlertMapping {
    match = Map.copyOf(match);
    if (match.isEmpty()) {
      throw new IllegalArgumentException("a mapping matches something at least");
    }
  }

  /** Whether an alert with these labels is meant; one that lacks a label has it empty. */
  public boolean covers(Map<String, String> labels) {
    return match.entrySet().stream()
        .allMatch(each -> labels.getOrDefault(each.getKey(), "").equals(each.getValue()));
  }
}
