package io.github.quartermaster.amp;

import io.github.quartermaster.amp.model.AvailableModule;
import io.github.quartermaster.amp.model.Problem;
import java.util.List;

/**
 * The newest AMP of each module, and how it compares with what is installed.
 *
 * @param modules by id and tier
 * @param problems what was found wrong with AMPs and WARs
 */
public record LatestResult(List<AvailableModule> modules, List<Problem> problems) {

  /** Copies the lists. */
  public LatestResult {
    modules = List.copyOf(modules);
    problems = List.copyOf(problems);
  }
}
