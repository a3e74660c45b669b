package io.github.quartermaster.sentinel.testkit;

import io.github.quartermaster.sentinel.model.ActionFactory;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What a factory promises beyond what every configuration holds it to. */
final class FactoryRules {
  private FactoryRules() {}

  static List<String> violations(HealthProviderFactory factory) {
    return violations(
        factory,
        () ->
            new ProviderDescription(
                factory.type(), factory.description(), factory.parameters(), ""));
  }

  static List<String> violations(ActionFactory factory) {
    List<String> violations =
        violations(
            factory,
            () ->
                new ProviderDescription(
                    factory.type(), factory.description(), factory.parameters(), ""));
    boolean reversible = factory.isReversible();
    boolean onlyTells = factory.onlyTells();
    if (reversible != factory.isReversible() || onlyTells != factory.onlyTells()) {
      violations.add("the factory says otherwise what its actions do when asked again");
    }
    return violations;
  }

  private static List<String> violations(Object factory, Supplier<ProviderDescription> question) {
    List<String> violations = new ArrayList<>();
    ProviderDescription answer = question.get();
    sentence("the description of the type", answer.description(), violations);
    for (Parameter parameter : answer.parameters()) {
      sentence("the description of " + parameter.name(), parameter.description(), violations);
    }
    if (!answer.equals(question.get())) {
      violations.add("the factory describes itself otherwise when asked again");
    }
    boolean found = Modifier.isPublic(factory.getClass().getModifiers());
    try {
      found &= Modifier.isPublic(factory.getClass().getDeclaredConstructor().getModifiers());
    } catch (NoSuchMethodException e) {
      found = false;
    }
    if (!found) {
      violations.add(
          "the factory is no public class with a public constructor without parameters, so that it"
              + " cannot be found as a service");
    }
    return violations;
  }

  private static void sentence(String what, String text, List<String> violations) {
    if (text == null || text.isBlank()) {
      violations.add(what + " is empty");
    } else if (text.strip().endsWith(".") || text.lines().count() > 1) {
      violations.add(what + " is not one sentence without a final stop");
    }
  }
}
