package io.github.quartermaster.sentinel.testkit;

import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a factory promises beyond what every configuration holds it to. */
final class FactoryRules {
  private FactoryRules() {}

  static List<String> violations(HealthProviderFactory factory) {
    List<String> violations = new ArrayList<>();
    String description = factory.description();
    sentence("the description of the type", description, violations);
    List<Parameter> parameters = factory.parameters();
    for (Parameter parameter : parameters) {
      sentence("the description of " + parameter.name(), parameter.description(), violations);
    }
    if (!parameters.equals(factory.parameters())
        || !Objects.equals(description, factory.description())
        || !Objects.equals(factory.type(), factory.type())) {
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
