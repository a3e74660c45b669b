package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.model.Parameter;
import java.util.List;

/**
 * A type of provider that a configuration may name.
 *
 * @param type the word after {@code type:}
 * @param description what it measures, in one sentence
 * @param parameters what can be set
 * @param source where it comes from: {@code built-in}, or the jar or file that brought it
 */
public record ProviderDescription(
    String type, String description, List<Parameter> parameters, String source) {
  /** Copies the list. */
  public ProviderDescription {
    parameters = List.copyOf(parameters);
  }
}
