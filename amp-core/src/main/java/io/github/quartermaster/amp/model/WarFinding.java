package io.github.quartermaster.amp.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something in or beside a WAR that is not as its modules' installers had left it.
 *
 * @param problem what it is, how bad, and what to do
 * @param owner the module that it concerns, or null where it is none's; read it by {@link
 *     #module()}
 * @param paths all paths concerned: in the WAR, or absolute where they lie beside it
 * @param repairable whether a repair can mend it safely
 */
public record WarFinding(
    Problem problem, @Nullable ModuleId owner, List<String> paths, boolean repairable) {

  /** Copies the list. */
  public WarFinding {
    paths = List.copyOf(paths);
  }

  /** The module that it concerns, if it is one's. */
  public Optional<ModuleId> module() {
    return Optional.ofNullable(owner);
  }
}
