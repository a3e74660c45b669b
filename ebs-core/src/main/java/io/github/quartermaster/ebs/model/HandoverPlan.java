package io.github.quartermaster.ebs.model;

import java.util.List;

/**
 * What is to be changed so that a cloud's scheduler does what the volumes file says.
 *
 * @param region where the volumes are, and the policies too
 * @param steps policies by group, then volumes by id; also those that are as they should be
 * @param problems one that is an error refuses the whole
 */
public record HandoverPlan(Region region, List<HandoverStep> steps, List<Problem> problems) {
  /** Copies the lists. */
  public HandoverPlan {
    steps = List.copyOf(steps);
    problems = List.copyOf(problems);
  }

  /** Whether nothing may be changed as it stands. */
  public boolean isRefused() {
    return problems.stream().anyMatch(Problem::isError);
  }

  /** What is to be done. */
  public List<HandoverStep> changes() {
    return steps.stream().filter(HandoverStep::changes).toList();
  }
}
