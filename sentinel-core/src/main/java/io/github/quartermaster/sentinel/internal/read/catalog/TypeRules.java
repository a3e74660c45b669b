package io.github.quartermaster.sentinel.internal.read.catalog;

import static io.github.quartermaster.sentinel.model.ProblemCode.PROVIDER_UNUSABLE;

import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import io.github.quartermaster.sentinel.model.SafeText;
import io.github.quartermaster.sentinel.model.SentinelException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What the types of one kind have to keep so that the configuration can name them and set them up.
 *
 * @param kind what a factory makes, such as {@code provider}
 * @param plural what stands in the configuration, such as {@code checks}
 * @param names which names a type may have
 * @param namesRule the same in words
 * @param commonKeys the keys that all of them have; no parameter may be called so
 */
record TypeRules(
    String kind, String plural, Pattern names, String namesRule, Set<String> commonKeys) {
  /** Lower-case words with hyphens between them. */
  static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");

  static final String WORD_RULE = "lower-case letters, digits, hyphens";

  /** Copies the keys. */
  TypeRules {
    commonKeys = Set.copyOf(commonKeys);
  }

  /**
   * Asks a factory what it is.
   *
   * @param origin where it comes from
   * @param question asks it
   * @throws SentinelException if it breaks a rule, or fails
   */
  ProviderDescription describe(
      Object factory, String origin, Supplier<ProviderDescription> question) {
    ProviderDescription description;
    try {
      description = question.get();
    } catch (RuntimeException | LinkageError e) {
      throw new SentinelException(
          unusable(factory, origin, "it fails when asked for its type and parameters: " + e), e);
    }
    Optional<String> broken = broken(description);
    if (broken.isPresent()) {
      throw new SentinelException(List.of(unusable(factory, origin, broken.get())));
    }
    return description;
  }

  private Optional<String> broken(ProviderDescription description) {
    if (!names.matcher(description.type()).matches()) {
      return Optional.of("its type " + quoted(description.type()) + " is not " + namesRule);
    }
    Set<String> known = new HashSet<>();
    for (Parameter parameter : description.parameters()) {
      String name = quoted(parameter.name());
      if (!WORD.matcher(parameter.name()).matches()) {
        return Optional.of("its parameter " + name + " is not " + WORD_RULE);
      }
      if (commonKeys.contains(parameter.name())) {
        return Optional.of(
            "its parameter " + name + " has the name of a key that all " + plural + " have");
      }
      if (!known.add(parameter.name())) {
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

  private Problem unusable(Object factory, String origin, String why) {
    String name = factory.getClass().getName();
    return Problem.error(
        PROVIDER_UNUSABLE,
        origin,
        SafeText.of("tried to use the " + kind + " " + name + " (" + origin + "); " + why),
        "Ask its author, or remove it");
  }
}
