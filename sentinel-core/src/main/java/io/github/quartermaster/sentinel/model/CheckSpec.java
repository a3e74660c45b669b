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
 * @param interval how often the daemon makes it; longer than the time-out
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
    Duration interval,
    SortedSet<String> provides,
    List<Requirement> requires,
    List<ComponentId> aliases,
    boolean unknownCounts) {
  /** How long a probe may take where nothing is said. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

  /** How often the daemon makes it where nothing is said, and the time-out is not too long. */
  public static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(30);

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException if a probe could take longer than until the next one
   */
  public CheckSpec {
    if (timeout.compareTo(interval) >= 0) {
      throw new IllegalArgumentException("the interval is longer than the time-out");
    }
    provides = Collections.unmodifiableSortedSet(new TreeSet<>(provides));
    requires = List.copyOf(requires);
    aliases = List.copyOf(aliases);
  }

  /** A check that is made as often as usual. */
  public CheckSpec(
      String name,
      String type,
      Settings settings,
      Duration timeout,
      SortedSet<String> provides,
      List<Requirement> requires,
      List<ComponentId> aliases,
      boolean unknownCounts) {
    this(
        name,
        type,
        settings,
        timeout,
        usualInterval(timeout),
        provides,
        requires,
        aliases,
        unknownCounts);
  }

  /** A check that needs and provides nothing of its own. */
  public static CheckSpec of(String name, String type, Settings settings) {
    return new CheckSpec(
        name, type, settings, DEFAULT_TIMEOUT, new TreeSet<>(), List.of(), List.of(), true);
  }

  /** The same, made so often. */
  public CheckSpec every(Duration newInterval) {
    return new CheckSpec(
        name, type, settings, timeout, newInterval, provides, requires, aliases, unknownCounts);
  }

  /** The same with other requirements. */
  public CheckSpec requiring(List<Requirement> newRequires) {
    return new CheckSpec(
        name, type, settings, timeout, interval, provides, newRequires, aliases, unknownCounts);
  }

  /**
   * How often a check is made where nothing is said: {@link #DEFAULT_INTERVAL}, or twice its
   * time-out where that is longer.
   */
  public static Duration usualInterval(Duration timeout) {
    Duration twice = timeout.multipliedBy(2);
    return twice.compareTo(DEFAULT_INTERVAL) > 0 ? twice : DEFAULT_INTERVAL;
  }
}
