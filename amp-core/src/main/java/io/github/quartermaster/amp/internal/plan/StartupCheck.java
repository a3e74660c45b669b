package io.github.quartermaster.amp.internal.plan;

import io.github.quartermaster.amp.model.AmpModule;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.LibraryModule;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.amp.model.WarEvidence;
import io.github.quartermaster.amp.model.WarEvidence.MendedState;
import io.github.quartermaster.amp.model.WarFinding;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What would keep Alfresco or Share from starting, as they themselves check it. */
final class StartupCheck {
  private StartupCheck() {}

  static List<WarFinding> check(WarEvidence evidence) {
    WarInventory war = evidence.war();
    HealthFindings findings = new HealthFindings(war);
    List<WarFinding> found = new ArrayList<>();
    states(evidence, findings, found);
    Map<ModuleId, List<String>> places = new TreeMap<>();
    Map<AmpModule, String> modules = new LinkedHashMap<>();
    for (InstalledModule module : war.modules()) {
      places.computeIfAbsent(module.id(), i -> new ArrayList<>()).add(module.directory());
      modules.put(module.module(), module.directory());
    }
    for (LibraryModule library : evidence.libraryModules()) {
      places.computeIfAbsent(library.module().id(), i -> new ArrayList<>()).add(library.library());
      modules.put(library.module(), library.library());
    }
    places.forEach(
        (id, where) -> {
          if (where.size() > 1) {
            found.add(findings.twice(id, where));
          }
        });
    Set<ModuleId> there = new TreeSet<>(places.keySet());
    evidence.mendableStates().values().forEach(state -> there.add(state.module().id()));
    modules.forEach((module, place) -> requirements(module, place, there, war, findings, found));
    return found;
  }

  private static void states(
      WarEvidence evidence, HealthFindings findings, List<WarFinding> found) {
    WarInventory war = evidence.war();
    Set<String> explained = new TreeSet<>();
    evidence
        .mendableStates()
        .forEach(
            (path, state) -> {
              explained.add(WarLayout.parent(path));
              found.add(findings.mendableState(path, state));
            });
    evidence.untidyRecords().forEach(path -> explained.add(WarLayout.parent(path))); // told as such
    for (Problem problem : war.findings()) {
      boolean state = problem.code() == ProblemCode.MODULE_STATE_BROKEN;
      if (!state || !explained.contains(problem.subject())) {
        found.add(findings.brokenState(problem));
      }
    }
    for (String path : evidence.records().keySet()) {
      String folder = WarLayout.parent(path);
      boolean stated =
          war.files().containsKey(folder + "/" + WarLayout.MODULE_PROPERTIES)
              || war.modules().stream()
                  .anyMatch(module -> WarLayout.moduleFolder(module.id()).equals(folder));
      if (!stated) {
        found.add(findings.recordWithoutState(path));
      }
    }
    evidence
        .brokenLibraryModules()
        .forEach((library, why) -> found.add(findings.brokenLibraryState(library, why)));
  }

  /** Alfresco asks whether what a module needs is there, not in which version. */
  private static void requirements(
      AmpModule module,
      String place,
      Set<ModuleId> there,
      WarInventory war,
      HealthFindings findings,
      List<WarFinding> found) {
    for (ModuleId needed : module.dependencies().keySet()) {
      if (!there.contains(needed)) {
        found.add(findings.unmet(module, place, needed));
      }
    }
    war.product()
        .version()
        .filter(version -> !module.supportedVersions(war.tier()).contains(version))
        .ifPresent(version -> found.add(findings.unsupported(module, place, version)));
  }

  /** States by folder, for the words of messages. */
  static String why(MendedState state) {
    return state.why();
  }
}
