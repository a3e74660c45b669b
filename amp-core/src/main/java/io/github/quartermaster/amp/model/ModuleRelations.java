package io.github.quartermaster.amp.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the modules of one WAR stand to each other: who needs whom, and who lies over whose files.
 *
 * @param modules all modules of the WAR, by id
 * @param needs one for each dependency that a module declares, by the ids
 * @param overwrites one for each pair of which one lies directly over the other in some file, by
 *     the ids
 */
public record ModuleRelations(
    List<AmpModule> modules, List<Need> needs, List<Overwrite> overwrites) {
  /** Copies the lists. */
  public ModuleRelations {
    modules = List.copyOf(modules);
    needs = List.copyOf(needs);
    overwrites = List.copyOf(overwrites);
  }

  /**
   * One module needs another.
   *
   * @param versions those that it can work with
   * @param met whether one of them is there
   */
  public record Need(ModuleId module, ModuleId needed, VersionRange versions, boolean met) {}

  /**
   * One module's files hide those of another, or the WAR's own.
   *
   * @param module whose files show
   * @param lower whose files are hidden, or null for the WAR's own; read it by {@link #over()}
   * @param paths in the WAR; never empty
   */
  public record Overwrite(ModuleId module, @Nullable ModuleId lower, SortedSet<String> paths) {
    /** Copies the paths. */
    public Overwrite {
      paths = Collections.unmodifiableSortedSet(new TreeSet<>(paths));
    }

    /** The module whose files are hidden; empty for the WAR's own. */
    public Optional<ModuleId> over() {
      return Optional.ofNullable(lower);
    }
  }
}
