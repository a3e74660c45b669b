package io.github.quartermaster.amp.internal.plan;

import static java.util.stream.Collectors.joining;

import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.Modifications;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.PlannedAction;
import io.github.quartermaster.amp.model.PlannedAction.Absent;
import io.github.quartermaster.amp.model.PlannedAction.Uninstall;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.WarEdit;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarLayout;
import io.github.quartermaster.amp.model.WarPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Decides what has to change in WARs so that modules are gone from them. */
public final class UninstallPlanner {
  private final SortedSet<ModuleId> modules;
  private final boolean ignoreDependants;

  /**
   * Plans for these modules.
   *
   * @param ignoreDependants whether a module may go that others need
   */
  public UninstallPlanner(Collection<ModuleId> modules, boolean ignoreDependants) {
    this.modules = new TreeSet<>(modules);
    this.ignoreDependants = ignoreDependants;
  }

  /** The plan for all WARs, each on its own. */
  public ApplyPlan plan(List<WarInventory> wars) {
    return new ApplyPlan(wars.stream().map(this::plan).toList(), List.of());
  }

  private WarPlan plan(WarInventory war) {
    List<Problem> problems = new ArrayList<>(war.findings());
    List<PlannedAction> actions = new ArrayList<>();
    EditPlanner planner = new EditPlanner(war, new PathPatterns(List.of()), Instant.EPOCH);
    for (ModuleId id : modules) {
      Optional<InstalledModule> installed = war.module(id);
      if (installed.isEmpty()) {
        actions.add(new Absent(id, whyAbsent(id, war)));
        unreadable(id, war).ifPresent(problems::add);
        continue;
      }
      actions.add(new Uninstall(installed.get(), "uninstalling is asked for"));
      Optional<Modifications> recorded = installed.get().modifications();
      if (recorded.isEmpty()) {
        problems.add(unrecorded(installed.get(), war));
        continue;
      }
      planner.uninstall(installed.get(), recorded.get());
      DriftedFiles.of(installed.get(), war)
          .map(files -> UninstallProblems.changesLost(files, installed.get(), war))
          .ifPresent(problems::add);
    }
    if (actions.stream().noneMatch(PlannedAction::changesWar)) {
      return new WarPlan(war, actions, WarEdit.NONE, problems);
    }
    WarEdit edit = planner.edit();
    problems.addAll(planner.problems());
    problems.addAll(needed(war, edit));
    return new WarPlan(war, actions, edit, problems);
  }

  private static String whyAbsent(ModuleId id, WarInventory war) {
    return war.modules().stream()
        .filter(module -> module.module().aliases().contains(id))
        .findFirst()
        .map(module -> "it goes by the id " + module.id() + " in this WAR")
        .orElse("it is not in this WAR");
  }

  /** What is there of a module that the reader could make no sense of. */
  private static Optional<Problem> unreadable(ModuleId id, WarInventory war) {
    boolean traces =
        war.files().containsKey(WarLayout.moduleProperties(id))
            || war.files().containsKey(WarLayout.modifications(id));
    return traces ? Optional.of(UninstallProblems.unreadable(id, war)) : Optional.empty();
  }

  private static Problem unrecorded(InstalledModule module, WarInventory war) {
    return bundler(module, war)
        .map(bundler -> UninstallProblems.bundled(module, bundler, war))
        .orElseGet(() -> UninstallProblems.unrecorded(module, war));
  }

  /** The module whose record names the state of this one. */
  static Optional<InstalledModule> bundler(InstalledModule module, WarInventory war) {
    String state = module.directory() + "/" + WarLayout.MODULE_PROPERTIES;
    return war.modules().stream()
        .filter(other -> !other.id().equals(module.id()))
        .filter(
            other ->
                other.modifications().map(made -> made.files().containsKey(state)).orElse(false))
        .findFirst();
  }

  private List<Problem> needed(WarInventory war, WarEdit edit) {
    List<InstalledModule> left = new ArrayList<>();
    Set<ModuleId> gone = new TreeSet<>(modules);
    for (InstalledModule module : war.modules()) {
      String state = module.directory() + "/" + WarLayout.MODULE_PROPERTIES;
      if (modules.contains(module.id()) || edit.removed().contains(state)) {
        gone.add(module.id());
      } else {
        left.add(module);
      }
    }
    List<Problem> problems = new ArrayList<>();
    for (ModuleId id : gone) {
      String dependants =
          left.stream()
              .filter(module -> module.module().dependencies().containsKey(id))
              .map(module -> module.module().label())
              .collect(joining(", "));
      Optional<InstalledModule> module = war.module(id);
      if (!dependants.isEmpty() && module.isPresent()) {
        problems.add(
            UninstallProblems.needed(
                module.get(), !modules.contains(id), dependants, war, ignoreDependants));
      }
    }
    return problems;
  }
}
