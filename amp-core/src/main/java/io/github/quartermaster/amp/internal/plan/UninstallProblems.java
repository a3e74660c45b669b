package io.github.quartermaster.amp.internal.plan;

import static io.github.quartermaster.amp.model.ProblemCode.FILE_CHANGED;
import static io.github.quartermaster.amp.model.ProblemCode.MODULE_BUNDLED;
import static io.github.quartermaster.amp.model.ProblemCode.MODULE_NEEDED;
import static io.github.quartermaster.amp.model.ProblemCode.MODULE_STATE_BROKEN;
import static io.github.quartermaster.amp.model.ProblemCode.MODULE_UNRECORDED;

import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.Severity;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarLayout;
import java.util.List;

/** The words for what stands in the way of taking a module out of a WAR. */
final class UninstallProblems {
  private UninstallProblems() {}

  static Problem needed(
      InstalledModule module,
      boolean alongWithAnother,
      String dependants,
      WarInventory war,
      boolean allowed) {
    return new Problem(
        MODULE_NEEDED,
        allowed ? Severity.WARNING : Severity.ERROR,
        tried(module, war)
            + (alongWithAnother ? ", which goes with the module that brought it along" : "")
            + "; needed by "
            + dependants,
        module.id().value(),
        allowed
            ? "Alfresco will not start before those are gone too, or it is back"
            : "Uninstall those too, or allow that they are left without it");
  }

  static Problem bundled(InstalledModule module, InstalledModule bundler, WarInventory war) {
    return Problem.error(
        MODULE_BUNDLED,
        module.id(),
        tried(module, war) + "; it came along with module " + bundler.module().label(),
        "Uninstall " + bundler.id() + ", which takes it along");
  }

  static Problem unrecorded(InstalledModule module, WarInventory war) {
    return Problem.error(
        MODULE_UNRECORDED,
        module.id(),
        tried(module, war) + "; no installer recorded its files, so nothing tells what to remove",
        "Start from a WAR without it");
  }

  static Problem unreadable(ModuleId id, WarInventory war) {
    return Problem.error(
        MODULE_STATE_BROKEN,
        id,
        "tried to uninstall module "
            + id
            + " from "
            + war.path()
            + "; what is in "
            + WarLayout.moduleFolder(id)
            + " cannot be read or is not all there",
        "Mend it, or start from a WAR without it");
  }

  static Problem changesLost(List<String> files, InstalledModule module, WarInventory war) {
    return Problem.warning(
        FILE_CHANGED,
        module.id(),
        tried(module, war)
            + "; somebody changed "
            + Paths.some(files)
            + " since it was installed, and these changes go too",
        "They are in the backup");
  }

  private static String tried(InstalledModule module, WarInventory war) {
    return "tried to uninstall module " + module.module().label() + " from " + war.path();
  }
}
