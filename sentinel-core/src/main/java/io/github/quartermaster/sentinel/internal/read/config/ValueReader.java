package io.github.quartermaster.sentinel.internal.read.config;

import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_INVALID;

import io.github.quartermaster.sentinel.internal.yaml.YamlMapping;
import io.github.quartermaster.sentinel.internal.yaml.YamlNode;
import io.github.quartermaster.sentinel.internal.yaml.YamlScalar;
import io.github.quartermaster.sentinel.internal.yaml.YamlSequence;
import io.github.quartermaster.sentinel.model.Parameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is written for a parameter. What cannot be read is a finding. */
final class ValueReader {
  private static final int LONGEST_SHOWN = 60;

  private final Substitution substitution;
  private final Findings findings;

  ValueReader(Substitution substitution, Findings findings) {
    this.substitution = substitution;
    this.findings = findings;
  }

  /** The value of a parameter; nothing where a finding says why. */
  Optional<Object> read(Parameter parameter, YamlNode node, String path) {
    return switch (parameter.type()) {
      case TEXTS, INTEGERS -> list(parameter, node, path);
      case MAP, SECRETS -> map(parameter, node, path);
      default -> single(parameter, node, path);
    };
  }

  private Optional<Object> list(Parameter parameter, YamlNode node, String path) {
    List<YamlNode> items = node instanceof YamlSequence list ? list.items() : List.of(node);
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String at = node instanceof YamlSequence ? path + "[" + i + "]" : path;
      single(parameter, items.get(i), at).ifPresent(values::add);
    }
    if (items.isEmpty() && parameter.required()) {
      findings.add(
          CONFIG_INVALID,
          node.position(),
          path,
          "expected at least one item, found none",
          "Write what is meant: " + parameter.description());
    }
    return values.size() == items.size() ? Optional.of(List.copyOf(values)) : Optional.empty();
  }

  private Optional<Object> map(Parameter parameter, YamlNode node, String path) {
    if (!(node instanceof YamlMapping mapping)) {
      wrong(parameter, node, path, "names and their values, such as {name: value}");
      return Optional.empty();
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (YamlMapping.Entry entry : mapping.entries()) {
      single(parameter, entry.value(), path + "." + entry.name())
          .ifPresent(value -> values.put(entry.name(), value));
    }
    return values.size() == mapping.entries().size() ? Optional.of(values) : Optional.empty();
  }

  private Optional<Object> single(Parameter parameter, YamlNode node, String path) {
    if (!(node instanceof YamlScalar scalar) || scalar.isNull()) {
      wrong(parameter, node, path, expected(parameter));
      return Optional.empty();
    }
    Optional<Value> value = substitution.resolve(scalar, path);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Parsed parsed = TextParser.parse(parameter, value.get().text(), Folder.of(node));
    if (parsed instanceof Parsed.Right right) {
      return Optional.of(right.value());
    }
    Parsed.Wrong wrong = (Parsed.Wrong) parsed;
    String found = isSecret(parameter) ? "something else" : shown(value.get());
    String remedy =
        wrong
            .suggestion()
            .filter(suggestion -> !value.get().substituted() && !isSecret(parameter))
            .map(suggestion -> "Did you mean " + suggestion + "?")
            .orElse("It means: " + parameter.description());
    findings.add(
        CONFIG_INVALID,
        node.position(),
        path,
        "expected " + wrong.expected() + ", found " + found,
        remedy);
    return Optional.empty();
  }

  private void wrong(Parameter parameter, YamlNode node, String path, String expected) {
    findings.add(
        CONFIG_INVALID,
        node.position(),
        path,
        "expected " + expected + ", found " + kind(node),
        "It means: " + parameter.description());
  }

  private static String expected(Parameter parameter) {
    Parsed nothing = TextParser.parse(parameter, "", Path.of("/"));
    return nothing instanceof Parsed.Wrong wrong ? wrong.expected() : "a text";
  }

  private static boolean isSecret(Parameter parameter) {
    return parameter.type() == Parameter.Type.SECRET || parameter.type() == Parameter.Type.SECRETS;
  }

  /** What kind of thing stands there, without saying what it says. */
  static String kind(YamlNode node) {
    if (node instanceof YamlScalar scalar) {
      return scalar.isNull() ? "nothing" : "a single value";
    }
    return node instanceof YamlSequence ? "a list" : "names and values";
  }

  /** A value as it may be shown: never what was put in for something else. */
  static String shown(Value value) {
    if (value.substituted()) {
      return "what was put in for ${...}";
    }
    String text = value.text();
    return '"'
        + (text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...")
        + '"';
  }
}
