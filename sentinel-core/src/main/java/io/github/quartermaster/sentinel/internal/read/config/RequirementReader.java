package io.github.quartermaster.sentinel.internal.read.config;

import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_INVALID;
import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_UNKNOWN_KEY;

import io.github.quartermaster.sentinel.internal.yaml.YamlMapping;
import io.github.quartermaster.sentinel.internal.yaml.YamlNode;
import io.github.quartermaster.sentinel.internal.yaml.YamlPosition;
import io.github.quartermaster.sentinel.internal.yaml.YamlScalar;
import io.github.quartermaster.sentinel.internal.yaml.YamlSequence;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a check needs: {@code cpu}, {@code disk:/var}, {@code tag:network}, or with a weight
 * {@code {target: cpu, weight: 0.5}}, for which {@code soft} is another word.
 */
final class RequirementReader {
  static final String TARGET = "target";
  static final String WEIGHT = "weight";
  static final String SOFT = "soft";
  static final String HARD = "hard";
  // what Sentinel itself gives a component that another one can do without for a while
  static final double SOFT_WEIGHT = 0.5;

  private static final Set<String> KEYS = Set.of(TARGET, WEIGHT);

  private final Substitution substitution;
  private final Findings findings;

  /**
   * A requirement and where it stands.
   *
   * @param requirement what is needed
   * @param at where
   * @param path the keys that lead there
   * @param shown the target as it may be shown
   */
  record Placed(Requirement requirement, YamlPosition at, String path, String shown) {}

  RequirementReader(Substitution substitution, Findings findings) {
    this.substitution = substitution;
    this.findings = findings;
  }

  List<Placed> read(YamlNode node, String path) {
    List<YamlNode> items = node instanceof YamlSequence list ? list.items() : List.of(node);
    List<Placed> requirements = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String at = node instanceof YamlSequence ? path + "[" + i + "]" : path;
      one(items.get(i), at).ifPresent(requirements::add);
    }
    return requirements;
  }

  private Optional<Placed> one(YamlNode node, String path) {
    if (!(node instanceof YamlMapping mapping)) {
      return target(node, path, 1);
    }
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (!KEYS.contains(entry.name())) {
        findings.add(
            CONFIG_UNKNOWN_KEY,
            entry.key().position(),
            path + "." + entry.name(),
            "a requirement has no such key",
            Suggestion.among(entry.name(), KEYS, "What there can be"));
      }
    }
    Optional<Double> weight =
        mapping
            .entry(WEIGHT)
            .map(entry -> weight(entry.value(), path + "." + WEIGHT))
            .orElse(Optional.of(1.0));
    Optional<YamlNode> target = mapping.entry(TARGET).map(YamlMapping.Entry::value);
    if (target.isEmpty()) {
      findings.add(
          CONFIG_INVALID,
          mapping.position(),
          path,
          "target is missing",
          "Write target: and the name of a check or component, or tag: and a tag");
      return Optional.empty();
    }
    return weight.flatMap(value -> target(target.get(), path + "." + TARGET, value));
  }

  private Optional<Placed> target(YamlNode node, String path, double weight) {
    if (!(node instanceof YamlScalar scalar) || scalar.isNull()) {
      expected(node, path, "the name of a check or component, or tag: and a tag");
      return Optional.empty();
    }
    Optional<Value> value = substitution.resolve(scalar, path);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    String text = value.get().text();
    boolean tag = text.startsWith(Requirement.TAG_PREFIX);
    if (tag
        ? !Names.isTag(text.substring(Requirement.TAG_PREFIX.length()))
        : !ComponentId.isWellFormed(text)) {
      findings.add(
          CONFIG_INVALID,
          node.position(),
          path,
          "expected the name of a check or component, or tag: and a tag, found "
              + ValueReader.shown(value.get()),
          "Mend the name");
      return Optional.empty();
    }
    return Optional.of(
        new Placed(
            new Requirement(text, weight, tag ? Dependency.Origin.TAG : Dependency.Origin.DECLARED),
            node.position(),
            path,
            value.get().substituted() ? "${...}" : text));
  }

  private Optional<Double> weight(YamlNode node, String path) {
    if (node instanceof YamlScalar scalar && !scalar.isNull()) {
      Optional<Value> value = substitution.resolve(scalar, path);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      Optional<Double> weight =
          switch (value.get().text()) {
            case SOFT -> Optional.of(SOFT_WEIGHT);
            case HARD -> Optional.of(1.0);
            default -> Units.in("", value.get().text(), true);
          };
      if (weight.isPresent() && weight.get() > 0 && weight.get() <= 1) {
        return weight;
      }
    }
    expected(node, path, "soft, hard, or a number above 0 and at most 1");
    return Optional.empty();
  }

  private void expected(YamlNode node, String path, String what) {
    findings.add(
        CONFIG_INVALID,
        node.position(),
        path,
        "expected " + what + ", found " + found(node),
        "A hard requirement, weight 1, is what a check cannot do without; a soft one has 0.5");
  }

  private static String found(YamlNode node) {
    return node instanceof YamlScalar scalar && !scalar.isNull()
        ? ValueReader.shown(new Value(scalar.text(), scalar.text().contains("${"), scalar))
        : ValueReader.kind(node);
  }
}
