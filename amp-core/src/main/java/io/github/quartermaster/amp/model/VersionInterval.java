package io.github.quartermaster.amp.model;

import java.util.ArrayList;
import java.util.List;

/**
 * One alternative of a {@link VersionRange}: all versions from {@code low} to {@code high}, both
 * included.
 *
 * @param low the text of a version, or {@code *} for an open end
 * @param high as {@code low}
 */
record VersionInterval(String low, String high) {

  private static final String OPEN = "*";

  /**
   * @param text what stands between two commas, trimmed and not empty
   */
  static VersionInterval parse(String text) {
    List<String> bounds = new ArrayList<>();
    if (text.startsWith("-")) {
      bounds.add(OPEN);
    }
    for (String bound : text.split("-", -1)) {
      if (!bound.isEmpty()) {
        bounds.add(bound.trim());
      }
    }
    if (text.endsWith("-")) {
      bounds.add(OPEN);
    }
    // Alfresco ignores a third bound without a word.
    return new VersionInterval(bounds.get(0), bounds.get(bounds.size() > 1 ? 1 : 0));
  }

  boolean contains(VersionParts version) {
    return (low.equals(OPEN) || VersionParts.of(low).compareTo(version) <= 0)
        && (high.equals(OPEN) || VersionParts.of(high).compareTo(version) >= 0);
  }
}
