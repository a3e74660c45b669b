package io.github.quartermaster.sentinel.internal.yaml;

import java.util.Set;

/**
 * A single value, as it was written.
 *
 * @param text without quotes, escapes resolved
 * @param plain whether it stood there without quotes, so that {@code true} or {@code 10} are no
 *     texts
 * @param position where it begins
 */
public record YamlScalar(String text, boolean plain, YamlPosition position) implements YamlNode {
  // the core schema of YAML 1.2.2, section 10.3.2
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  /** Whether nothing is there: an empty value, {@code ~} or {@code null} without quotes. */
  public boolean isNull() {
    return plain && NULLS.contains(text);
  }
}
