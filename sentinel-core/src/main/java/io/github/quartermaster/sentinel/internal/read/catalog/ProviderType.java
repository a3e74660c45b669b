package io.github.quartermaster.sentinel.internal.read.catalog;

import static io.github.quartermaster.sentinel.model.ProblemCode.PROVIDER_UNUSABLE;

import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import io.github.quartermaster.sentinel.model.SafeText;
import io.github.quartermaster.sentinel.model.SentinelException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A factory and what it said about itself, asked once and found well-formed.
 *
 * @param factory makes the providers
 * @param description what it said
 */
public record ProviderType(HealthProviderFactory factory, ProviderDescription description) {
  /** The keys that every check has; no type may have a parameter of such a name. */
  public static final Set<String> COMMON_KEYS =
      Set.of("type", "enabled", "timeout", "provides", "requires", "aliases", "on-unknown");

  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");

  /**
   * Asks a factory what it is.
   *
   * @param origin where it comes from
   * @throws SentinelException if it breaks the rules of {@link HealthProviderFactory}
   */
  static ProviderType of(HealthProviderFactory factory, String origin) {
    ProviderDescription description;
    try {
      description =
          new ProviderDescription(
              factory.type(), SafeText.of(factory.description()), factory.parameters(), origin);
    } catch (RuntimeException | LinkageError e) {
      throw new SentinelException(
          unusable(factory, origin, "it fails when asked for its type and parameters: " + e), e);
    }
    Optional<String> broken = broken(description);
    if (broken.isPresent()) {
      throw new SentinelException(List.of(unusable(factory, origin, broken.get())));
    }
    return new ProviderType(factory, description);
  }

  private static Optional<String> broken(ProviderDescription description) {
    if (!WORD.matcher(description.type()).matches()) {
      return Optional.of(
          "its type " + quoted(description.type()) + " is not lower-case letters, digits, hyphens");
    }
    Set<String> names = new HashSet<>();
    for (Parameter parameter : description.parameters()) {
      String name = quoted(parameter.name());
      if (!WORD.matcher(parameter.name()).matches()) {
        return Optional.of("its parameter " + name + " is not lower-case letters, digits, hyphens");
      }
      if (COMMON_KEYS.contains(parameter.name())) {
        return Optional.of("its parameter " + name + " has the name of a key that all checks have");
      }
      if (!names.add(parameter.name())) {
        return Optional.of("it has the parameter " + name + " twice");
      }
      if (parameter.type() == Parameter.Type.CHOICE && parameter.choices().isEmpty()) {
        return Optional.of("its parameter " + name + " has nothing to choose from");
      }
      boolean map =
          parameter.type() == Parameter.Type.MAP || parameter.type() == Parameter.Type.SECRETS;
      if (map && parameter.defaultText() != null) {
        return Optional.of("its parameter " + name + " has names and values for a default");
      }
    }
    return Optional.empty();
  }

  private static String quoted(String text) {
    return '"' + SafeText.of(text) + '"';
  }

  private static Problem unusable(HealthProviderFactory factory, String origin, String why) {
    String name = factory.getClass().getName();
    return Problem.error(
        PROVIDER_UNUSABLE,
        origin,
        SafeText.of("tried to use the provider " + name + " (" + origin + "); " + why),
        "Ask its author, or remove it");
  }
}
