package io.github.quartermaster.sentinel.model;

import java.util.List;

/**
 * A type of check or of action that can be used here.
 *
 * @param type the word after {@code type:} or {@code action:} in the configuration
 * @param description what it measures or does, in one sentence without a final stop
 * @param parameters what can be set
 * @param origin where it comes from: {@value #BUILT_IN}, or the jar or class that brought it
 */
public record ProviderDescription(
    String type, String description, List<Parameter> parameters, String origin) {
  /** The origin of what Sentinel itself brings. */
  public static final String BUILT_IN = "built in";

  /** Copies the list. */
  public ProviderDescription {
    parameters = List.copyOf(parameters);
  }
}
