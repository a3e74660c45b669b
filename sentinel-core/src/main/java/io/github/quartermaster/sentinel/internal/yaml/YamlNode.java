package io.github.quartermaster.sentinel.internal.yaml;

/** A value of a YAML file. Immutable. */
public sealed interface YamlNode permits YamlScalar, YamlSequence, YamlMapping {
  /** Where it begins. */
  YamlPosition position();
}
