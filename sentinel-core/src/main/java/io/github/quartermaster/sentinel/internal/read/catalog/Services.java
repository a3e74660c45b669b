package io.github.quartermaster.sentinel.internal.read.catalog;

import static io.github.quartermaster.sentinel.model.ProblemCode.PROVIDER_UNUSABLE;

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
record Services<F>(List<F> factories, List<Problem> problems) {
  // an iterator of services goes on behind an error, but nothing promises that it ever ends
  private static final int MOST_ERRORS = 100;

  /**
   * Looks for factories.
   *
   * @param service what they are
   * @param kind what they make, such as {@code provider}
   * @param where what a problem is about, such as a jar
   */
  static <F> Services<F> load(Class<F> service, ClassLoader loader, String kind, String where) {
    List<F> factories = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Iterator<F> services = ServiceLoader.load(service, loader).iterator();
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
                SafeText.of("tried to load " + article(kind) + " from " + where + "; " + reason(e)),
                "Ask its author for one that fits this version, or remove it"));
      }
    }
    return new Services<>(factories, problems);
  }

  private static String article(String kind) {
    return (kind.startsWith("a") ? "an " : "a ") + kind;
  }

  private static String reason(Throwable error) {
    Throwable cause = error.getCause();
    return error.getMessage() + (cause == null ? "" : " (" + cause + ")");
  }
}
