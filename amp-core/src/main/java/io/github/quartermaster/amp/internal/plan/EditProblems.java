package io.github.quartermaster.amp.internal.plan;

import static io.github.quartermaster.amp.model.ProblemCode.MODULE_STATE_BROKEN;
import static io.github.quartermaster.amp.model.ProblemCode.MODULE_UNRECORDED;
import static io.github.quartermaster.amp.model.ProblemCode.ORIGINAL_MISSING;

import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.WarInventory;

/** The words for what stands in the way of a change to a WAR, other than conflicts of files. */
final class EditProblems {
  private EditProblems() {}

  static Problem originalMissing(String path, WarInventory war) {
    return Problem.error(
        ORIGINAL_MISSING,
        war.path(),
        "tried to bring back the original of "
            + path
            + " in "
            + war.path()
            + ", which a module had overwritten; the copy of it is not in the WAR",
        "Start from a WAR that has it, or from a fresh one");
  }

  static Problem recordOfNobody(String path, AmpFile amp, WarInventory war) {
    return Problem.error(
        MODULE_STATE_BROKEN,
        amp.module().id(),
        "tried to install "
            + amp.location()
            + " in "
            + war.path()
            + "; there is a "
            + path
            + " already, of a module whose state is missing or cannot be read, so what it had"
            + " brought could never be removed",
        "Mend the state of that module, or start from a fresh WAR");
  }

  static Problem unrecorded(InstalledModule installed, WarInventory war) {
    return Problem.warning(
        MODULE_UNRECORDED,
        installed.id(),
        "tried to replace module "
            + installed.module().label()
            + " in "
            + war.path()
            + "; no installer recorded its files, so those that the new version no longer has"
            + " stay",
        "Start from a WAR without it where that matters");
  }

  static Problem indispensable(String path, InstalledModule installed, WarInventory war) {
    return Problem.warning(
        MODULE_STATE_BROKEN,
        installed.id(),
        "left "
            + path
            + " in "
            + war.path()
            + ", although the record of module "
            + installed.module().label()
            + " says that it brought the file; no WAR can do without",
        "See whether it is the right one");
  }
}
