package io.github.quartermaster.sentinel.internal.yaml;

import java.util.List;

/**
 * A list.
 *
 * @param items in their order
 * @param position where it begins
 */
public record YamlSequence(List<YamlNode> items, YamlPosition position) implements YamlNode {
  /** Copies the list. */
  public YamlSequence {
    items = List.copyOf(items);
  }
}
