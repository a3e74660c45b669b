package io.github.quartermaster.sentinel.internal.read.catalog;

import static io.github.quartermaster.sentinel.model.ProblemCode.PROVIDER_UNUSABLE;

import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.SafeText;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The factories that a class loader offers as services. One that cannot be made is a problem and
 * hinders no other.
 *
 * @param factories those that could be made, in the order of the class path
 * @param problems why others could not
 */
record Services(List<HealthProviderFactory> factories, List<Problem> problems) {
  // an iterator of services goes on behind an error, but nothing promises that it ever ends
  private static final int MOST_ERRORS = 100;

  /**
   * Looks for factories.
   *
   * @param where what a problem is about, such as a jar
   */
  static Services load(ClassLoader loader, String where) {
    List<HealthProviderFactory> factories = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Iterator<HealthProviderFactory> services =
        ServiceLoader.load(HealthProviderFactory.class, loader).iterator();
    while (problems.size() < MOST_ERRORS) {
      try {
        if (!services.hasNext()) {
          break;
        }
        factories.add(services.next());
      } catch (ServiceConfigurationError | LinkageError e) {
        problems.add(
            Problem.error(
                PROVIDER_UNUSABLE,
                where,
                SafeText.of("tried to load a provider from " + where + "; " + reason(e)),
                "Ask its author for one that fits this version, or remove it"));
      }
    }
    return new Services(factories, problems);
  }

  private static String reason(Throwable error) {
    Throwable cause = error.getCause();
    return error.getMessage() + (cause == null ? "" : " (" + cause + ")");
  }
}
