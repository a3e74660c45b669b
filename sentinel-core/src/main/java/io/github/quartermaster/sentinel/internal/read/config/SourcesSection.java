package io.github.quartermaster.sentinel.internal.read.config;

import io.github.quartermaster.sentinel.internal.yaml.YamlMapping;
import io.github.quartermaster.sentinel.model.SourceSpec;
import java.util.List;
import java.util.Set;

/** What a configuration says about other monitors. */
final class SourcesSection {
  /** The keys of the file that belong to it. */
  static final Set<String> KEYS = Set.of();

  private SourcesSection() {}

  static List<SourceSpec> read(YamlMapping all, Substitution substitution, Findings findings) {
    return List.of();
  }
}
