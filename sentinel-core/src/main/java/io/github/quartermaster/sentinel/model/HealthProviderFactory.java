package io.github.quartermaster.sentinel.model;

import java.util.List;

/**
 * Makes the providers of one type. Found by {@link java.util.ServiceLoader}: a jar that names its
 * factory in {@code META-INF/services} adds a type to the configuration.
 */
public interface HealthProviderFactory {
  /** The word after {@code type:} in the configuration: lower-case letters, digits, hyphens. */
  String type();

  /** What it measures, in one sentence without a final stop. */
  String description();

  /** What can be set, besides what every check has. The configuration is checked against it. */
  List<Parameter> parameters();

  /**
   * Makes the provider of one check. Does no input or output.
   *
   * @param check the name of the check; a provider of one component names the component after it
   * @param settings complete and of the right types, as {@link #parameters()} asks
   * @throws IllegalArgumentException if settings contradict each other; its message is shown
   */
  HealthProvider create(String check, Settings settings);
}
