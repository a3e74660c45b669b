package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.internal.read.Probing;
import io.github.quartermaster.sentinel.model.ActionFactory;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.Healing;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import io.github.quartermaster.sentinel.model.Requirement;
import io.github.quartermaster.sentinel.model.SentinelConfig;
import io.github.quartermaster.sentinel.model.WatchSettings;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that the front door works with once it is built.
 *
 * @param config what the configuration says besides
 * @param probings the checks and their providers
 * @param requirements what components need besides, by their names
 * @param providers all known types of checks
 * @param actions all known types of actions
 * @param factories of actions, by type
 * @param digest tells this configuration from another
 * @param monitors other monitors, that are heard or told
 * @param problems what was found on the way
 * @param loaded what plugins were loaded from
 */
record SentinelSetup(
    SentinelConfig config,
    List<Probing> probings,
    Map<String, List<Requirement>> requirements,
    List<ProviderDescription> providers,
    List<ProviderDescription> actions,
    Map<String, ActionFactory> factories,
    String digest,
    Monitors monitors,
    List<Problem> problems,
    Closeable loaded) {
  /** What is to be done about causes. */
  Healing healing() {
    return config.healing();
  }

  /** How the daemon runs. */
  WatchSettings watch() {
    return config.watch();
  }

  /** The folder for what must survive a restart. */
  Path state() {
    return config.watch().state();
  }

  Set<String> checkNames() {
    Set<String> names = new TreeSet<>();
    probings.forEach(probing -> names.add(probing.spec().name()));
    return names;
  }

  /** The checks whose unknown states nobody is to be bothered with. */
  Set<String> ignoredUnknowns() {
    Set<String> ignored = new TreeSet<>();
    for (Probing probing : probings) {
      if (!probing.spec().unknownCounts()) {
        ignored.add(probing.spec().name());
      }
    }
    return ignored;
  }

  Component withRequirements(Component component) {
    Component more = component;
    for (Requirement requirement : requirements.getOrDefault(component.id().value(), List.of())) {
      more = more.requiring(requirement);
    }
    return more;
  }

  /** What was said to need something, and is no component. */
  List<Problem> unheeded(List<Component> components) {
    Set<String> names = new TreeSet<>();
    components.forEach(component -> names.add(component.id().value()));
    return requirements.keySet().stream()
        .filter(name -> !names.contains(name))
        .map(
            name ->
                Problem.warning(
                    ProblemCode.DEPENDENCY_UNKNOWN,
                    name,
                    "tried to find the component "
                        + name
                        + ", which requires others; there is none",
                    "Name one of " + String.join(", ", names)))
        .toList();
  }

  void close() {
    try {
      loaded.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
