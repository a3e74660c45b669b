package io.github.quartermaster.sentinel.internal.read.config;

import io.github.quartermaster.sentinel.internal.yaml.YamlMapping;
import io.github.quartermaster.sentinel.model.WatchSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** What a configuration says about the daemon. */
final class WatchSection {
  /** The keys of the file that belong to it. */
  static final Set<String> KEYS = Set.of();

  private static final WatchSettings DEFAULT =
      new WatchSettings(Duration.ofSeconds(30), 0, null, Path.of("/var/lib/sentinel"));

  private WatchSection() {}

  static WatchSettings read(YamlMapping all, Substitution substitution, Findings findings) {
    return DEFAULT;
  }
}
