package io.github.quartermaster.amp.internal.plan;

import static io.github.quartermaster.amp.model.ProblemCode.FILE_CONFLICT;
import static io.github.quartermaster.amp.model.ProblemCode.FILE_OVERWRITTEN;

import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files of one AMP that would replace another content, gathered so that one problem tells. */
final class Conflicts {
  private final AmpFile amp;
  private final WarInventory war;
  private final LayeredFiles layers;
  private final PathPatterns overwrite;
  private final boolean unrecorded;
  private final Optional<ModuleId> bundler;
  private final List<String> allowed = new ArrayList<>();
  private final SortedMap<String, List<String>> forbidden = new TreeMap<>();

  Conflicts(
      AmpFile amp,
      @Nullable InstalledModule installed,
      WarInventory war,
      LayeredFiles layers,
      PathPatterns overwrite) {
    this.amp = amp;
    this.war = war;
    this.layers = layers;
    this.overwrite = overwrite;
    this.unrecorded = installed != null && installed.modifications().isEmpty();
    this.bundler =
        installed == null
            ? Optional.empty()
            : layers.owner(installed.directory() + "/" + WarLayout.MODULE_PROPERTIES);
  }

  boolean allow(String path) {
    if (overwrite.matches(path)) {
      allowed.add(path);
      return true;
    }
    // a module whose files nobody recorded is replaced where they can be told to be its own
    return unrecorded
        && (path.startsWith(WarLayout.moduleFolder(amp.module().id()) + "/")
            || (bundler.isPresent() && bundler.equals(layers.owner(path))));
  }

  void forbid(String path, String why) {
    forbidden.computeIfAbsent(why, w -> new ArrayList<>()).add(path);
  }

  void forbidKind(String path, String clash) {
    forbid(path, clash + " is a file in one and a folder in the other");
  }

  /** What was forbidden and what was allowed, as few problems. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    forbidden.forEach(
        (why, paths) ->
            problems.add(
                Problem.error(
                    FILE_CONFLICT,
                    amp.module().id(),
                    "tried to put "
                        + Paths.some(paths)
                        + " of "
                        + amp.location()
                        + " into "
                        + war.path()
                        + "; "
                        + why,
                    "Allow it by an overwrite pattern for these paths where it is meant, or leave"
                        + " the module out")));
    if (!allowed.isEmpty()) {
      problems.add(
          Problem.warning(
              FILE_OVERWRITTEN,
              amp.module().id(),
              "overwriting " + Paths.some(allowed) + " in " + war.path() + " by " + amp.location(),
              "The originals are kept in the WAR and come back when the module goes"));
    }
    return problems;
  }
}
