package io.github.quartermaster.sentinel.internal.read.catalog;

import io.github.quartermaster.sentinel.model.ProviderDescription;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.Set;

/**
 * Something that the configuration sets up by keys of its own: a type of check, of action, or of
 * whatever else has parameters. All of them are read, explained and refused in the same way.
 */
public interface Configurable {
  /** Makes those of this type. */
  Object factory();

  /** The name of the type, what can be set, and where it comes from. */
  ProviderDescription description();

  /** The keys that all of them have, whatever their type. */
  Set<String> commonKeys();

  /** What one of them is called, such as {@code check}. */
  String noun();

  /** What messages about keys call it, such as {@code the type cpu}. */
  default String title() {
    return "the type " + description().type();
  }

  /**
   * Makes one and drops it, to see whether its settings fit together.
   *
   * @param name what it is called in the configuration
   * @throws IllegalArgumentException if they contradict each other; its message is shown
   */
  void tryOut(String name, Settings settings);
}
