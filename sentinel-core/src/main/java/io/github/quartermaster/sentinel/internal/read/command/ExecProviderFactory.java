package io.github.quartermaster.sentinel.internal.read.command;

import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.ArrayList;
import java.util.List;

/** Makes checks out of any executable. */
public final class ExecProviderFactory implements HealthProviderFactory {
  private static final String HEALTHY_EXIT = "healthy-exit";
  private static final String CONTAINS = "contains";
  private static final String NOT_CONTAINS = "not-contains";

  /** For {@link java.util.ServiceLoader}. */
  public ExecProviderFactory() {}

  @Override
  public String type() {
    return "exec";
  }

  @Override
  public String description() {
    return "Runs an executable, and judges it by its exit code and by what it prints";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>(CommandSettings.parameters());
    parameters.add(
        Parameter.optional(
            HEALTHY_EXIT,
            Parameter.Type.INTEGERS,
            "The exit codes of a healthy state, all others being critical; without it 0 is OK, 1 a"
                + " warning, 2 critical and 3 unknown, as with plugins of Nagios"));
    parameters.add(
        Parameter.optional(
            CONTAINS,
            Parameter.Type.TEXTS,
            "Texts that it prints where all is well; without one: critical"));
    parameters.add(
        Parameter.optional(
            NOT_CONTAINS, Parameter.Type.TEXTS, "Texts that it does not print where all is well"));
    return List.copyOf(parameters);
  }

  @Override
  public HealthProvider create(String check, Settings settings) {
    return new CommandProvider(
        check,
        type(),
        settings,
        new ExecJudgement(
            settings.integers(HEALTHY_EXIT),
            settings.texts(CONTAINS),
            settings.texts(NOT_CONTAINS)));
  }
}
