package io.github.quartermaster.sentinel.internal.read.catalog;

import io.github.quartermaster.sentinel.model.ActionFactory;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import java.util.List;

/**
 * Factories that are at hand, so that nobody has to look for them.
 *
 * @param providers those of checks
 * @param actions those of actions
 */
public record Factories(List<HealthProviderFactory> providers, List<ActionFactory> actions) {
  /** None. */
  public static final Factories NONE = new Factories(List.of(), List.of());

  /** Copies the lists. */
  public Factories {
    providers = List.copyOf(providers);
    actions = List.copyOf(actions);
  }

  /** Those of checks only. */
  public static Factories ofProviders(List<HealthProviderFactory> providers) {
    return new Factories(providers, List.of());
  }

  /** Those of actions only. */
  public static Factories ofActions(List<ActionFactory> actions) {
    return new Factories(List.of(), actions);
  }
}
