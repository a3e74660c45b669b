package io.github.quartermaster.amp;

import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.WarHealth;
import java.util.List;

/**
 * What was found of some WARs.
 *
 * @param wars in the order of the request
 */
public record VerifyResult(List<WarHealth> wars) {

  /** Copies the list. */
  public VerifyResult {
    wars = List.copyOf(wars);
  }

  /** Everything found in any of them. */
  public List<Problem> problems() {
    return wars.stream().flatMap(war -> war.problems().stream()).toList();
  }
}
