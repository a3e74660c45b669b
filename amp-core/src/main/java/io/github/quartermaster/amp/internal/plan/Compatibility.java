package io.github.quartermaster.amp.internal.plan;

import static io.github.quartermaster.amp.model.ProblemCode.DEPENDENCY_UNMET;
import static io.github.quartermaster.amp.model.ProblemCode.EDITION_INCOMPATIBLE;
import static io.github.quartermaster.amp.model.ProblemCode.VERSION_INCOMPATIBLE;
import static io.github.quartermaster.amp.model.ProblemCode.VERSION_UNCHECKED;

import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.AmpModule;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ReleaseRange;
import io.github.quartermaster.amp.model.VersionRange;
import io.github.quartermaster.amp.model.WarInventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a module fits the WAR: its product version, its edition, and the other modules there. */
final class Compatibility {
  private Compatibility() {}

  /** What speaks against putting this AMP into this WAR. */
  static List<Problem> check(AmpFile amp, WarInventory war) {
    List<Problem> problems = new ArrayList<>();
    checkVersion(amp, war).ifPresent(problems::add);
    checkEdition(amp, war).ifPresent(problems::add);
    return problems;
  }

  /**
   * What is missing once all is done.
   *
   * @param before the modules that are in the WAR now
   * @param after the modules that would be
   * @param arriving the ids that come in or change
   */
  static List<Problem> checkDependencies(
      WarInventory war,
      Map<ModuleId, AmpModule> before,
      Map<ModuleId, AmpModule> after,
      Set<ModuleId> arriving) {
    List<Problem> problems = new ArrayList<>();
    for (AmpModule module : after.values()) {
      for (Map.Entry<ModuleId, VersionRange> needed : module.dependencies().entrySet()) {
        ModuleId id = needed.getKey();
        VersionRange range = needed.getValue();
        if (!isMet(after, id, range)) {
          boolean broken = arriving.contains(module.id()) || isMet(before, id, range);
          problems.add(unmet(war, module, id, range, after.get(id), broken));
        }
      }
    }
    return problems;
  }

  private static boolean isMet(Map<ModuleId, AmpModule> modules, ModuleId id, VersionRange range) {
    AmpModule module = modules.get(id);
    return module != null && range.contains(module.version());
  }

  private static Problem unmet(
      WarInventory war,
      AmpModule module,
      ModuleId id,
      VersionRange range,
      @Nullable AmpModule present,
      boolean broken) {
    String message =
        "tried to meet what module "
            + module.label()
            + " needs in "
            + war.path()
            + ": "
            + id
            + " in version "
            + range
            + "; "
            + (present == null ? "it would not be there" : "it would be " + present.version());
    String remedy = "Add an AMP of " + id + " that fits, or leave " + module.id() + " out";
    return broken
        ? Problem.error(DEPENDENCY_UNMET, module.id(), message, remedy)
        : Problem.warning(DEPENDENCY_UNMET, module.id(), message + ", as before", remedy);
  }

  private static Optional<Problem> checkVersion(AmpFile amp, WarInventory war) {
    ReleaseRange supported = amp.module().supportedVersions(war.tier());
    if (war.product().version().isEmpty()) {
      return supported.equals(ReleaseRange.DEFAULT)
          ? Optional.empty()
          : Optional.of(unchecked(amp, war, "", "its version", supported));
    }
    return war.product()
        .version()
        .filter(version -> !supported.contains(version))
        .map(
            version ->
                Problem.error(
                    VERSION_INCOMPATIBLE,
                    amp.module().id(),
                    "tried to apply "
                        + amp.location()
                        + " ("
                        + amp.module().label()
                        + ") to "
                        + war.path()
                        + "; the module supports versions "
                        + supported
                        + ", the WAR is "
                        + version,
                    "Use an AMP made for this version, or take this one away"));
  }

  private static Problem unchecked(
      AmpFile amp, WarInventory war, String ofWhat, String what, Object wanted) {
    return Problem.warning(
        VERSION_UNCHECKED,
        amp.module().id(),
        "tried to check that module "
            + amp.module().label()
            + " supports "
            + ofWhat
            + war.path()
            + "; the WAR does not tell "
            + what
            + ", the module asks for "
            + wanted,
        "Check by hand");
  }

  private static Optional<Problem> checkEdition(AmpFile amp, WarInventory war) {
    List<String> editions = amp.module().editions();
    if (editions.isEmpty() || editions.stream().anyMatch(edition -> isEdition(war, edition))) {
      return Optional.empty();
    }
    if (war.product().edition().isEmpty() && war.product().title().isEmpty()) {
      return Optional.of(unchecked(amp, war, "the edition of ", "it", String.join(",", editions)));
    }
    return Optional.of(
        Problem.error(
            EDITION_INCOMPATIBLE,
            amp.module().id(),
            "tried to apply "
                + amp.location()
                + " ("
                + amp.module().label()
                + ") to "
                + war.path()
                + "; the module is for edition '"
                + String.join("' or '", editions)
                + "', the WAR is "
                + war.product().edition().orElse(war.product().title()),
            "Use an AMP made for this edition; mind that Alfresco takes blanks beside the commas of"
                + " module.editions as part of the name"));
  }

  /**
   * Without version.properties the edition is the end of the title, as Alfresco's own tool has it.
   */
  private static boolean isEdition(WarInventory war, String edition) {
    return war.product()
        .edition()
        .map(edition::equalsIgnoreCase)
        .orElseGet(
            () ->
                war.product()
                    .title()
                    .toLowerCase(Locale.ROOT)
                    .endsWith(edition.toLowerCase(Locale.ROOT)));
  }
}
