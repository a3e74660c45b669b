package io.github.quartermaster.sentinel.internal.read;

import io.github.quartermaster.sentinel.internal.read.catalog.ProviderCatalog;
import io.github.quartermaster.sentinel.internal.read.catalog.ProviderType;
import io.github.quartermaster.sentinel.model.CheckSpec;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.SentinelConfig;
import io.github.quartermaster.sentinel.model.SentinelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the providers that a configuration asks for. */
public final class Probings {
  private Probings() {}

  /**
   * A provider for each check, in the order of the configuration.
   *
   * @return a list that may be added to
   * @throws SentinelException if settings contradict each other; says all that do
   */
  public static List<Probing> of(SentinelConfig config, ProviderCatalog catalog) {
    List<Probing> probings = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (CheckSpec spec : config.checks()) {
      Optional<ProviderType> type = catalog.type(spec.type());
      if (type.isEmpty()) {
        problems.add(unknown(spec));
        continue;
      }
      try {
        HealthProvider provider = type.get().factory().create(spec.name(), spec.settings());
        probings.add(new Probing(spec, provider));
      } catch (RuntimeException | LinkageError e) {
        problems.add(refused(spec, e));
      }
    }
    if (!problems.isEmpty()) {
      throw new SentinelException(problems);
    }
    return probings;
  }

  private static Problem unknown(CheckSpec spec) {
    return Problem.error(
        ProblemCode.PROVIDER_UNKNOWN,
        spec.name(),
        "tried to make the check " + spec.name() + "; there is no type " + spec.type(),
        "Name another type, or add the jar that brings it");
  }

  private static Problem refused(CheckSpec spec, Throwable failure) {
    String why = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    return Problem.error(
        ProblemCode.CONFIG_INVALID,
        spec.name(),
        "tried to make the check " + spec.name() + " of type " + spec.type() + "; " + why,
        "Correct its settings");
  }
}
