package io.github.quartermaster.sentinel.model;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A check as the configuration asks for it.
 *
 * @param name unique within the configuration
 * @param type the type of its provider
 * @param settings what is set for the provider
 * @param timeout how long a probe may take
 * @param provides tags that all its components provide, besides the type
 * @param requires what all its components need
 * @param aliases further names of its component, such as that of a load balancer in front of it
 * @param unknownCounts whether the gate heeds that the state of a component is unknown
 */
public record CheckSpec(
    String name,
    String type,
    Settings settings,
    Duration timeout,
    SortedSet<String> provides,
    List<Requirement> requires,
    List<ComponentId> aliases,
    boolean unknownCounts) {
  /** How long a probe may take where nothing is said. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

  /** Copies the collections. */
  public CheckSpec {
    provides = Collections.unmodifiableSortedSet(new TreeSet<>(provides));
    requires = List.copyOf(requires);
    aliases = List.copyOf(aliases);
  }

  /** A check that needs and provides nothing of its own. */
  public static CheckSpec of(String name, String type, Settings settings) {
    return new CheckSpec(
        name, type, settings, DEFAULT_TIMEOUT, new TreeSet<>(), List.of(), List.of(), true);
  }
}
