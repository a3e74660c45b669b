package io.github.quartermaster.sentinel.model;

import java.time.Duration;

/**
 * Another monitor that is told, as the configuration names it.
 *
 * @param name unique among the outputs of the configuration
 * @param type such as {@code nagios-spool}
 * @param settings what is set for the type
 * @param timeout how long telling may take
 */
public record OutputSpec(String name, String type, Settings settings, Duration timeout) {
  /** How long telling may take where nothing is said. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);
}
