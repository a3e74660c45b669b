package io.github.quartermaster.sentinel.testkit;

import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.List;

/** A type of check that looks at nothing, since a configuration has a check at least. */
final class NothingFactory implements HealthProviderFactory {
  static final String TYPE = "nothing";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String description() {
    return "Looks at nothing";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  @Override
  public HealthProvider create(String check, Settings settings) {
    return new HealthProvider() {
      @Override
      public List<Component> components(ProbeContext context) {
        return List.of();
      }

      @Override
      public List<Reading> probe(ProbeContext context) {
        return List.of();
      }
    };
  }
}
