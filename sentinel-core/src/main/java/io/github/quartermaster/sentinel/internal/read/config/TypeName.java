package io.github.quartermaster.sentinel.internal.read.config;

import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_INVALID;
import static io.github.quartermaster.sentinel.model.ProblemCode.PROVIDER_UNKNOWN;

import io.github.quartermaster.sentinel.internal.read.catalog.Configurable;
import io.github.quartermaster.sentinel.internal.yaml.YamlNode;
import io.github.quartermaster.sentinel.internal.yaml.YamlScalar;
import java.util.Map;
import java.util.Optional;

/** Finds the type that a configuration names. */
final class TypeName {
  private TypeName() {}

  /**
   * The type; nothing where a finding says why.
   *
   * @param what what it is a name of: a type, or an action
   * @param types those that there are, by name
   */
  static <T extends Configurable> Optional<T> read(
      YamlNode node,
      String path,
      String what,
      Map<String, T> types,
      Substitution substitution,
      Findings findings) {
    if (!(node instanceof YamlScalar scalar) || scalar.isNull()) {
      findings.add(
          CONFIG_INVALID,
          node.position(),
          path,
          "expected the name of " + article(what) + ", found " + ValueReader.kind(node),
          "Write " + choices(types));
      return Optional.empty();
    }
    Optional<Value> value = substitution.resolve(scalar, path);
    Optional<T> known = value.flatMap(name -> Optional.ofNullable(types.get(name.text())));
    if (value.isPresent() && known.isEmpty()) {
      String mistyped = value.get().substituted() ? "" : value.get().text();
      findings.addOfMachine(
          PROVIDER_UNKNOWN,
          scalar.position(),
          path,
          "there is no " + what + " " + ValueReader.shown(value.get()),
          Suggestion.among(mistyped, types.keySet(), "What there is"));
    }
    return known;
  }

  /** What there is to choose from. */
  static String choices(Map<String, ?> types) {
    return "one of " + String.join(", ", types.keySet());
  }

  private static String article(String noun) {
    return ("aeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
  }
}
