package io.github.quartermaster.amp.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * What an apply would do to all the WARs named, and why. A value: making it changes nothing, and
 * executing it needs no further decision.
 *
 * @param wars in the order in which the user named them
 * @param problems what concerns no single WAR
 */
public record ApplyPlan(List<WarPlan> wars, List<Problem> problems) {

  /** Copies the collections. */
  public ApplyPlan {
    wars = List.copyOf(wars);
    problems = List.copyOf(problems);
  }

  /** Whether any WAR would change. */
  public boolean changes() {
    return wars.stream().anyMatch(WarPlan::changes);
  }

  /** All problems, the general ones first. */
  public List<Problem> allProblems() {
    return Stream.concat(problems.stream(), wars.stream().flatMap(war -> war.problems().stream()))
        .toList();
  }

  /** Whether a problem forbids to execute it. */
  public boolean isRefused() {
    return allProblems().stream().anyMatch(Problem::isError);
  }
}
