package io.github.quartermaster.amp.model;

import java.util.List;

/**
 * A WAR with all its modules and libraries.
 *
 * @param libraries by path
 */
public record WarContents(WarInventory war, List<Library> libraries) {

  /** Copies the list. */
  public WarContents {
    libraries = List.copyOf(libraries);
  }
}
