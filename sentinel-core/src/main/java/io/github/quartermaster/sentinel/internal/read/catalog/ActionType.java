package io.github.quartermaster.sentinel.internal.read.catalog;

import io.github.quartermaster.sentinel.model.ActionFactory;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import io.github.quartermaster.sentinel.model.SafeText;
import io.github.quartermaster.sentinel.model.SentinelException;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A factory of actions and what it said about itself, asked once and found well-formed.
 *
 * @param factory makes the actions
 * @param description what it said, and whether what its actions do can be undone
 */
public record ActionType(ActionFactory factory, ProviderDescription description)
    implements Configurable {
  /** The keys that every step of a remedy has; no action may have a parameter of such a name. */
  public static final Set<String> COMMON_KEYS = Set.of("action", "timeout", "settle", "within");

  private static final TypeRules RULES =
      new TypeRules(
          "action",
          "steps",
          Pattern.compile("[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*"),
          "lower-case letters, digits, dots, hyphens",
          COMMON_KEYS);

  /**
   * Asks a factory what it is.
   *
   * @param origin where it comes from
   * @throws SentinelException if it breaks the rules of {@link ActionFactory}
   */
  static ActionType of(ActionFactory factory, String origin) {
    return new ActionType(
        factory,
        RULES.describe(
            factory,
            origin,
            () ->
                new ProviderDescription(
                    factory.type(),
                    SafeText.of(factory.description()) + consequence(factory),
                    factory.parameters(),
                    origin)));
  }

  private static String consequence(ActionFactory factory) {
    return factory.isReversible() ? "" : "; cannot be undone";
  }

  @Override
  public Set<String> commonKeys() {
    return COMMON_KEYS;
  }

  @Override
  public String noun() {
    return "step";
  }

  @Override
  public void tryOut(String name, Settings settings) {
    factory.create(settings);
  }
}
