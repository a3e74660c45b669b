package io.github.quartermaster.sentinel.internal.read.config;

import static io.github.quartermaster.sentinel.model.ProblemCode.PROVIDER_UNKNOWN;

import io.github.quartermaster.sentinel.internal.read.catalog.ActionType;
import io.github.quartermaster.sentinel.internal.yaml.YamlNode;
import java.util.Map;
import java.util.Optional;

/**
 * The types of action that a configuration may name.
 *
 * @param types by name
 */
record StepTypes(Map<String, ActionType> types) {
  /** The one that is named; nothing where a finding says why. */
  Optional<ActionType> named(
      YamlNode node, String path, Substitution substitution, Findings findings) {
    return TypeName.read(node, path, HealingKeys.ACTION, types, substitution, findings);
  }

  /** The one that tells people; nothing, and a finding, where it is not there. */
  Optional<ActionType> telling(YamlNode at, String path, Findings findings) {
    Optional<ActionType> type = Optional.ofNullable(types.get(Recipients.DEFAULT_ACTION));
    if (type.isEmpty()) {
      findings.addOfMachine(
          PROVIDER_UNKNOWN,
          at.position(),
          path,
          "there is no action " + Recipients.DEFAULT_ACTION,
          "Write " + HealingKeys.ACTION + ": with " + TypeName.choices(types));
    }
    return type;
  }
}
