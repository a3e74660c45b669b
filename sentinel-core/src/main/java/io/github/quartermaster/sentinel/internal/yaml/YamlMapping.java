package io.github.quartermaster.sentinel.internal.yaml;

import java.util.List;
import java.util.Optional;

/**
 * Names and values.
 *
 * @param entries in the order of the file; no name twice
 * @param position where it begins
 */
public record YamlMapping(List<Entry> entries, YamlPosition position) implements YamlNode {
  /**
   * One of them.
   *
   * @param key the name, which knows where it stands
   * @param value what it stands for
   */
  public record Entry(YamlScalar key, YamlNode value) {
    /** The name. */
    public String name() {
      return key.text();
    }
  }

  /** Copies the list. */
  public YamlMapping {
    entries = List.copyOf(entries);
  }

  /** The entry of a name. */
  public Optional<Entry> entry(String name) {
    return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }
}
