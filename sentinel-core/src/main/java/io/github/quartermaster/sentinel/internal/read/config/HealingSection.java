package io.github.quartermaster.sentinel.internal.read.config;

import io.github.quartermaster.sentinel.internal.yaml.YamlMapping;
import io.github.quartermaster.sentinel.model.Healing;
import java.util.Set;

/** What a configuration says about remedies and their guard rails. */
final class HealingSection {
  /** The keys of the file that belong to it. */
  static final Set<String> KEYS = Set.of();

  private HealingSection() {}

  static Healing read(YamlMapping all, Substitution substitution, Findings findings) {
    return Healing.NONE;
  }
}
