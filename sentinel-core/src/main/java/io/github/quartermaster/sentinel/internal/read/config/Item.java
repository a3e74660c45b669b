package io.github.quartermaster.sentinel.internal.read.config;

import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_INVALID;

import io.github.quartermaster.sentinel.internal.yaml.YamlMapping;
import io.github.quartermaster.sentinel.internal.yaml.YamlNode;
import io.github.quartermaster.sentinel.internal.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;

/**
 * One of several groups of keys in a list.
 *
 * @param mapping the keys
 * @param path the keys that lead to it
 */
record Item(YamlMapping mapping, String path) {
  /** The same of a list that must not be empty. */
  static List<Item> some(
      YamlNode node, String path, String what, String example, int most, Findings findings) {
    if (node instanceof YamlSequence list && list.items().isEmpty()) {
      findings.add(
          CONFIG_INVALID,
          node.position(),
          path,
          "expected " + what + ", found none",
          "Write each as " + example);
    }
    return read(node, path, what, example, most, findings);
  }

  /**
   * Those of a list; a single one needs no list. What is none is a finding.
   *
   * @param what what they are, such as {@code limits}
   * @param example one of them, as it would be written
   * @param most how many there may be
   */
  static List<Item> read(
      YamlNode node, String path, String what, String example, int most, Findings findings) {
    List<YamlNode> nodes = node instanceof YamlSequence list ? list.items() : List.of(node);
    if (nodes.size() > most) {
      findings.add(
          CONFIG_INVALID,
          node.position(),
          path,
          "expected at most " + most + " " + what + ", found " + nodes.size(),
          "Check that it is the right file");
      return List.of();
    }
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      String at = node instanceof YamlSequence ? path + "[" + i + "]" : path;
      if (nodes.get(i) instanceof YamlMapping mapping) {
        items.add(new Item(mapping, at));
      } else {
        findings.add(
            CONFIG_INVALID,
            nodes.get(i).position(),
            at,
            "expected " + what + ", found " + ValueReader.kind(nodes.get(i)),
            "Write each as " + example);
      }
    }
    return List.copyOf(items);
  }
}
