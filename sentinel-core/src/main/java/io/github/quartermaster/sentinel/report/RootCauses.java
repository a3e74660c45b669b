package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.Status;
import java.util.List;

/**
 * The causes that are worth a page each: those that no other one accounts for. What stands on
 * something sick is the same trouble once more; what could not be found out is worth a page only
 * where it is the most probable cause.
 */
final class RootCauses {
  private RootCauses() {}

  /**
   * The first ones; one at least where there is any cause at all, also where all of them stand on
   * one another.
   *
   * @param most how many at most
   */
  static List<Cause> of(List<Cause> causes, int most) {
    List<Cause> leading = Leading.of(causes, most);
    List<Cause> roots =
        leading.stream()
            .filter(cause -> cause.explainedBy() == null)
            .filter(cause -> cause.verified() || cause.equals(leading.get(0)))
            .toList();
    return roots.isEmpty() ? causes.stream().limit(1).toList() : roots;
  }

  /** CRITICAL where it is or makes something critical, else WARNING. */
  static Status severity(Cause cause, CheckResult result) {
    boolean critical =
        cause.status() == Status.CRITICAL
            || Explained.by(cause, result).stream()
                .flatMap(id -> result.component(id).stream())
                .map(ComponentHealth::status)
                .anyMatch(status -> status == Status.CRITICAL);
    return critical ? Status.CRITICAL : Status.WARNING;
  }
}
