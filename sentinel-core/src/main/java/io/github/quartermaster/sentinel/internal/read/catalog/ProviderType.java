package io.github.quartermaster.sentinel.internal.read.catalog;

import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import io.github.quartermaster.sentinel.model.SafeText;
import io.github.quartermaster.sentinel.model.SentinelException;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.Set;

/**
 * A factory of providers and what it said about itself, asked once and found well-formed.
 *
 * @param factory makes the providers
 * @param description what it said
 */
public record ProviderType(HealthProviderFactory factory, ProviderDescription description)
    implements Configurable {
  /** The keys that every check has; no type may have a parameter of such a name. */
  public static final Set<String> COMMON_KEYS =
      Set.of(
          "type",
          "enabled",
          "timeout",
          "interval",
          "provides",
          "requires",
          "aliases",
          "on-unknown");

  private static final TypeRules RULES =
      new TypeRules("provider", "checks", TypeRules.WORD, TypeRules.WORD_RULE, COMMON_KEYS);

  /**
   * Asks a factory what it is.
   *
   * @param origin where it comes from
   * @throws SentinelException if it breaks the rules of {@link HealthProviderFactory}
   */
  static ProviderType of(HealthProviderFactory factory, String origin) {
    return new ProviderType(
        factory,
        RULES.describe(
            factory,
            origin,
            () ->
                new ProviderDescription(
                    factory.type(),
                    SafeText.of(factory.description()),
                    factory.parameters(),
                    origin)));
  }

  @Override
  public Set<String> commonKeys() {
    return COMMON_KEYS;
  }

  @Override
  public String noun() {
    return "check";
  }

  @Override
  public void tryOut(String name, Settings settings) {
    factory.create(name, settings);
  }
}
