package io.github.quartermaster.sentinel.internal.read.config;

import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.List;
import java.util.function.Consumer;

/**
 * A type of check with the parameters that a test wants.
 *
 * @param type its name
 * @param parameters what can be set
 * @param judge throws where settings contradict each other
 */
record AnyType(String type, List<Parameter> parameters, Consumer<Settings> judge)
    implements HealthProviderFactory {
  static AnyType of(String type, Parameter... parameters) {
    return new AnyType(type, List.of(parameters), settings -> {});
  }

  @Override
  public String description() {
    return "Measures what a test wants";
  }

  @Override
  public HealthProvider create(String check, Settings settings) {
    judge.accept(settings);
    return new HealthProvider() {
      @Override
      public List<Component> components(ProbeContext context) {
        return List.of(Component.of(new ComponentId(check), check, type, Blame.OWN));
      }

      @Override
      public List<Reading> probe(ProbeContext context) {
        return List.of(Reading.of(check));
      }
    };
  }
}
