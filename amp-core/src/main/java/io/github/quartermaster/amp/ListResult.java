package io.github.quartermaster.amp;

import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.WarInventory;
import java.util.List;

/**
 * The modules of some WARs.
 *
 * @param wars in the order of the request
 */
public record ListResult(List<WarInventory> wars) {

  /** Copies the list. */
  public ListResult {
    wars = List.copyOf(wars);
  }

  /** Everything found odd in any of them. */
  public List<Problem> problems() {
    return wars.stream().flatMap(war -> war.findings().stream()).toList();
  }
}
