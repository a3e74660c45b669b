package io.github.quartermaster.amp.internal.plan;

import io.github.quartermaster.amp.model.AmpModule;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.amp.model.ReleaseVersion;
import io.github.quartermaster.amp.model.Severity;
import io.github.quartermaster.amp.model.WarEvidence.MendedState;
import io.github.quartermaster.amp.model.WarFinding;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarLayout;
import java.util.Collection;
import java.util.List;

/** The words for what is found in a WAR. */
final class HealthFindings {
  private static final String REINSTALL =
      "Apply the AMP of the same version again, with reinstalling asked for";

  private final WarInventory war;

  HealthFindings(WarInventory war) {
    this.war = war;
  }

  WarFinding changed(ModuleId id, List<String> paths) {
    return warning(
        ProblemCode.FILE_CHANGED,
        id,
        paths,
        "compared "
            + war.path()
            + " with what module "
            + label(id)
            + " was installed with; changed since: "
            + Paths.some(paths),
        REINSTALL + ", or keep the change in an AMP of your own");
  }

  WarFinding missing(ModuleId id, List<String> paths) {
    return error(
        ProblemCode.FILE_MISSING,
        id,
        paths,
        "looked in "
            + war.path()
            + " for the files of module "
            + label(id)
            + "; missing: "
            + Paths.some(paths),
        REINSTALL);
  }

  WarFinding originalMissing(ModuleId id, List<String> paths) {
    return error(
        ProblemCode.ORIGINAL_MISSING,
        id,
        paths,
        "looked in "
            + war.path()
            + " for the originals that module "
            + label(id)
            + " had overwritten; missing: "
            + Paths.some(paths),
        "It cannot be uninstalled cleanly any more; take the WAR from a backup, or start from a"
            + " fresh one");
  }

  WarFinding added(ModuleId id, List<String> paths) {
    return warning(
        ProblemCode.FILE_ADDED,
        id,
        paths,
        "looked into the folders of module "
            + label(id)
            + " in "
            + war.path()
            + "; no installer recorded "
            + Paths.some(paths),
        "They stay when the module goes; move what is meant into an AMP of your own, delete the"
            + " rest");
  }

  WarFinding orphaned(List<String> paths, boolean certain) {
    return new WarFinding(
        Problem.warning(
            ProblemCode.ORIGINAL_ORPHANED,
            war.path(),
            "looked in "
                + war.path()
                + " for what belongs to the kept originals; no record names "
                + Paths.some(paths)
                + (certain ? "" : ", though not all records can be read"),
            certain ? "A repair removes them" : "Mend the records first"),
        null,
        paths,
        certain);
  }

  WarFinding untidy(String path) {
    return new WarFinding(
        Problem.warning(
            ProblemCode.RECORD_UNTIDY,
            path,
            "read "
                + path
                + " in "
                + war.path()
                + "; it holds blank lines or comments, on which the Module Management Tool fails",
            "A repair takes them out"),
        id(path),
        List.of(path),
        true);
  }

  WarFinding unrecorded(InstalledModule module) {
    return warning(
        ProblemCode.MODULE_UNRECORDED,
        module.id(),
        List.of(module.directory()),
        "looked in "
            + war.path()
            + " for the record of module "
            + module.module().label()
            + "; no installer recorded its files, so they cannot be checked nor uninstalled",
        "It came with the WAR; nothing to do where that is meant");
  }

  WarFinding duplicate(String library, Collection<String> paths) {
    return new WarFinding(
        Problem.warning(
            ProblemCode.DUPLICATE_LIBRARY,
            library,
            "library "
                + library
                + " is in "
                + war.path()
                + " more than once: "
                + Paths.some(List.copyOf(paths)),
            "Which one is used is chance; keep one of them. Where the Module Management Tool"
                + " installed an older version over a newer one, one of them is left from that"),
        null,
        List.copyOf(paths),
        false);
  }

  WarFinding interrupted(List<String> paths) {
    return new WarFinding(
        Problem.error(
            ProblemCode.LEFTOVER,
            war.path(),
            "looked beside "
                + war.path()
                + "; a run was interrupted, or is at work: "
                + Paths.some(paths),
            "A repair, and any other run, finishes or undoes it"),
        null,
        paths,
        true);
  }

  WarFinding leftByOthers(List<String> paths) {
    return new WarFinding(
        Problem.warning(
            ProblemCode.LEFTOVER,
            war.path(),
            "looked beside "
                + war.path()
                + "; the Module Management Tool left, or is writing, "
                + Paths.some(paths),
            "Delete them where it is not at work"),
        null,
        paths,
        false);
  }

  WarFinding deployable(String path) {
    return new WarFinding(
        Problem.warning(
            ProblemCode.LEFTOVER,
            path,
            "looked beside "
                + war.path()
                + "; the backup "
                + path
                + " is a folder that a servlet container would deploy too",
            "Move it out of that folder"),
        null,
        List.of(path),
        false);
  }

  WarFinding emptyFolders(List<String> paths) {
    return new WarFinding(
        Problem.warning(
            ProblemCode.LEFTOVER,
            war.path(),
            "looked in "
                + war.path()
                + " for folders of modules; nothing is left in "
                + Paths.some(paths),
            "A repair removes them; they do no harm"),
        null,
        paths,
        true);
  }

  WarFinding mendableState(String path, MendedState state) {
    return new WarFinding(
        Problem.error(
            ProblemCode.MODULE_STATE_BROKEN,
            path,
            "read " + path + " in " + war.path() + "; " + StartupCheck.why(state),
            "Alfresco does not start with it. A repair mends it"),
        state.module().id(),
        List.of(path),
        true);
  }

  /** What the reader found odd already; what is broken keeps Alfresco from starting. */
  WarFinding brokenState(Problem problem) {
    boolean broken = problem.code() == ProblemCode.MODULE_STATE_BROKEN;
    return new WarFinding(
        broken
            ? new Problem(
                problem.code(),
                Severity.ERROR,
                problem.message(),
                problem.subject(),
                problem.remedy())
            : problem,
        null,
        List.of(problem.subject()),
        false);
  }

  WarFinding recordWithoutState(String path) {
    return new WarFinding(
        Problem.error(
            ProblemCode.MODULE_STATE_BROKEN,
            path,
            "looked in "
                + war.path()
                + " for the module of "
                + path
                + "; its module.properties is gone, so nobody can tell what the files are that it"
                + " had brought",
            "Put the module.properties back, from a backup or from the AMP, and uninstall the"
                + " module"),
        id(path),
        List.of(path),
        false);
  }

  WarFinding brokenLibraryState(String library, String why) {
    return new WarFinding(
        Problem.error(
            ProblemCode.MODULE_STATE_BROKEN,
            library,
            "read the module in " + library + " of " + war.path() + "; " + why,
            "Alfresco does not start with it; have the library corrected, or take it out"),
        null,
        List.of(library),
        false);
  }

  WarFinding twice(ModuleId id, List<String> places) {
    return warning(
        ProblemCode.MODULE_TWICE,
        id,
        places,
        "looked in "
            + war.path()
            + " for modules; "
            + id
            + " is there more than once: "
            + String.join(", ", places),
        "Alfresco takes one of them by chance; keep one");
  }

  WarFinding unmet(AmpModule module, String place, ModuleId needed) {
    return error(
        ProblemCode.DEPENDENCY_UNMET,
        module.id(),
        List.of(place),
        "looked in "
            + war.path()
            + " for what module "
            + module.label()
            + " needs; "
            + needed
            + " is not there",
        "Alfresco does not start so. Add an AMP of " + needed + ", or uninstall " + module.id());
  }

  WarFinding unsupported(AmpModule module, String place, ReleaseVersion version) {
    return error(
        ProblemCode.VERSION_INCOMPATIBLE,
        module.id(),
        List.of(place),
        "compared module "
            + module.label()
            + " with "
            + war.path()
            + "; it supports versions "
            + module.supportedVersions(war.tier())
            + ", the WAR is "
            + version,
        "Alfresco does not start so. Apply an AMP made for this version, or uninstall the module");
  }

  private static WarFinding error(
      ProblemCode code, ModuleId id, List<String> paths, String message, String remedy) {
    return new WarFinding(Problem.error(code, id, message, remedy), id, paths, false);
  }

  private static WarFinding warning(
      ProblemCode code, ModuleId id, List<String> paths, String message, String remedy) {
    return new WarFinding(Problem.warning(code, id, message, remedy), id, paths, false);
  }

  private String label(ModuleId id) {
    return war.module(id).map(module -> module.module().label()).orElse(id.value());
  }

  private static @org.jspecify.annotations.Nullable ModuleId id(String record) {
    String folder = WarLayout.parent(record);
    String name = folder.substring(folder.lastIndexOf('/') + 1);
    return ModuleId.isValid(name) ? new ModuleId(name) : null;
  }
}
