package io.github.quartermaster.amp;

import io.github.quartermaster.amp.model.WarContents;
import java.util.List;

/**
 * The modules and libraries of some WARs.
 *
 * @param wars in the order of the request
 */
public record InventoryResult(List<WarContents> wars) {

  /** Copies the list. */
  public InventoryResult {
    wars = List.copyOf(wars);
  }
}
