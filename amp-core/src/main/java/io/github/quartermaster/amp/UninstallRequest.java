package io.github.quartermaster.amp;

import io.github.quartermaster.amp.model.ModuleId;
import java.nio.file.Path;
import java.util.List;

/**
 * Which modules are to go from which WARs.
 *
 * @param wars packed WARs or exploded folders
 * @param modules their ids; one that is not in a WAR changes nothing there
 * @param ignoreDependants whether a module may go that other modules need
 */
public record UninstallRequest(
    List<Path> wars, List<ModuleId> modules, boolean ignoreDependants, WriteSettings settings) {

  /** Copies the lists. */
  public UninstallRequest {
    wars = List.copyOf(wars);
    modules = List.copyOf(modules);
  }
}
