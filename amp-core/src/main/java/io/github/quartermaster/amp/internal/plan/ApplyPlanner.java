package io.github.quartermaster.amp.internal.plan;

import static io.github.quartermaster.amp.model.ProblemCode.ALIAS_CLASH;
import static io.github.quartermaster.amp.model.ProblemCode.CORRELATED_BY_NAME;
import static io.github.quartermaster.amp.model.ProblemCode.DEPENDENCY_CYCLE;
import static io.github.quartermaster.amp.model.ProblemCode.DOWNGRADE;
import static io.github.quartermaster.amp.model.ProblemCode.NO_WAR_FOR_TIER;
import static java.util.stream.Collectors.joining;

import io.github.quartermaster.amp.internal.plan.FileNameCorrelation.Correlations;
import io.github.quartermaster.amp.internal.plan.LatestPicker.Picks;
import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.AmpModule;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.ApplyRules;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.PlannedAction;
import io.github.quartermaster.amp.model.PlannedAction.Install;
import io.github.quartermaster.amp.model.PlannedAction.Replace;
import io.github.quartermaster.amp.model.PlannedAction.Skip;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.WarEdit;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarLayout;
import io.github.quartermaster.amp.model.WarPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Decides what happens to each module in each WAR. */
public final class ApplyPlanner {
  private final ApplyRules rules;
  private final PathPatterns overwrite;
  private final Instant now;

  /**
   * Plans under these rules.
   *
   * @param now the install date that changed modules get
   */
  public ApplyPlanner(ApplyRules rules, Instant now) {
    this.rules = rules;
    this.overwrite = new PathPatterns(rules.overwrite());
    this.now = now;
  }

  /** The plan for all WARs, each on its own: every AMP goes to every WAR of its tier. */
  public ApplyPlan plan(Collection<AmpFile> amps, List<WarInventory> wars) {
    Picks picks = LatestPicker.pick(amps);
    List<Problem> problems = new ArrayList<>(picks.problems());
    for (AmpFile amp : picks.newest().values()) {
      problems.addAll(amp.findings());
      if (wars.stream().noneMatch(war -> war.tier() == amp.tier())) {
        problems.add(
            Problem.warning(
                NO_WAR_FOR_TIER,
                amp.key(),
                "left out "
                    + amp.location()
                    + "; it is for "
                    + amp.tier()
                    + " and no such WAR is named",
                "Name that WAR too, or take the AMP away"));
      }
    }
    List<WarPlan> plans =
        wars.stream()
            .map(war -> plan(LatestPicker.ofTier(picks.newest(), war.tier()), war))
            .toList();
    return new ApplyPlan(plans, problems);
  }

  private WarPlan plan(Map<ModuleId, AmpFile> amps, WarInventory war) {
    List<Problem> problems = new ArrayList<>(war.findings());
    DependencyOrder.Ordered ordered = DependencyOrder.order(amps.values());
    if (!ordered.circle().isEmpty()) {
      problems.add(circle(war, ordered.circle()));
    }
    Map<ModuleId, InstalledModule> counterparts = counterparts(amps, war, problems);
    List<PlannedAction> actions =
        ordered.amps().stream()
            .map(amp -> decide(amp, Optional.ofNullable(counterparts.get(amp.module().id()))))
            .toList();
    for (PlannedAction action : actions) {
      if (action.changesWar()) {
        problems.addAll(Compatibility.check(action.amp(), war));
      }
      downgradeWarning(action, war).ifPresent(problems::add);
    }
    List<Problem> ofEdit = new ArrayList<>();
    WarEdit edit = edit(actions, war, ofEdit);
    problems.addAll(dependencies(actions, war, edit));
    problems.addAll(ofEdit);
    return new WarPlan(war, actions, edit, problems);
  }

  /**
   * Finds for each AMP what it would replace: by id, by alias, or by the words of its file name.
   */
  private Map<ModuleId, InstalledModule> counterparts(
      Map<ModuleId, AmpFile> amps, WarInventory war, List<Problem> problems) {
    Map<ModuleId, InstalledModule> counterparts = new TreeMap<>();
    Map<ModuleId, AmpFile> successors = new TreeMap<>();
    for (AmpFile amp : amps.values()) {
      List<InstalledModule> candidates = new ArrayList<>();
      war.module(amp.module().id()).ifPresent(candidates::add);
      amp.module().aliases().stream()
          .filter(alias -> !amps.containsKey(alias))
          .distinct()
          .forEach(alias -> war.module(alias).ifPresent(candidates::add));
      if (!candidates.isEmpty()) {
        counterparts.put(amp.module().id(), candidates.get(0));
        AmpFile rival = successors.putIfAbsent(candidates.get(0).id(), amp);
        if (rival != null) {
          problems.add(twoSuccessors(candidates.get(0), rival, amp));
        }
      }
      if (candidates.size() > 1) {
        problems.add(aliasClash(amp, war, candidates));
      }
    }
    if (rules.correlation().enabled()) {
      correlate(amps, war, counterparts, problems);
    }
    return counterparts;
  }

  private void correlate(
      Map<ModuleId, AmpFile> amps,
      WarInventory war,
      Map<ModuleId, InstalledModule> counterparts,
      List<Problem> problems) {
    List<InstalledModule> unrelated = new ArrayList<>(war.modules());
    unrelated.removeIf(
        module -> amps.containsKey(module.id()) || counterparts.containsValue(module));
    if (unrelated.isEmpty()) {
      return;
    }
    Correlations correlations =
        FileNameCorrelation.correlate(
            war.path(),
            amps.values().stream()
                .filter(amp -> !counterparts.containsKey(amp.module().id()))
                .toList(),
            unrelated,
            rules.correlation());
    problems.addAll(correlations.problems());
    correlations
        .successors()
        .forEach(
            (amp, installed) -> {
              counterparts.put(amp.module().id(), installed);
              problems.add(correlated(amp, installed, war));
            });
  }

  private PlannedAction decide(AmpFile amp, Optional<InstalledModule> counterpart) {
    if (counterpart.isEmpty()) {
      return new Install(amp, "not installed yet");
    }
    InstalledModule installed = counterpart.get();
    int newer = amp.module().version().compareTo(installed.module().version());
    boolean renamed = !installed.id().equals(amp.module().id());
    String also = renamed ? "; takes the place of " + installed.id() : "";
    String where = renamed ? ", as " + installed.id() : "";
    if (newer > 0) {
      return new Replace(Replace.Kind.UPGRADE, installed, amp, "the AMP is newer" + also);
    }
    if (newer < 0) {
      return rules.allowDowngrade()
          ? new Replace(
              Replace.Kind.DOWNGRADE,
              installed,
              amp,
              "the AMP is older, and that is allowed" + also)
          : new Skip(installed, amp, "the WAR holds a newer version" + where);
    }
    return rules.reinstall()
        ? new Replace(Replace.Kind.REINSTALL, installed, amp, "reinstalling is asked for" + also)
        : new Skip(installed, amp, "the same version is installed" + where);
  }

  private static List<Problem> dependencies(
      List<PlannedAction> actions, WarInventory war, WarEdit edit) {
    Map<ModuleId, AmpModule> before = new TreeMap<>();
    war.modules().forEach(module -> before.put(module.id(), module.module()));
    Map<ModuleId, AmpModule> after = new TreeMap<>(before);
    // such as came inside an AMP whose new version no longer brings them
    war.modules().stream()
        .filter(module -> edit.removed().contains(stateFile(module)))
        .forEach(module -> after.remove(module.id()));
    Set<ModuleId> arriving = new TreeSet<>();
    for (PlannedAction action : actions) {
      if (action instanceof Replace replace) {
        after.remove(replace.installed().id());
      }
      if (action.changesWar()) {
        after.put(action.module(), action.amp().module());
        arriving.add(action.module());
      }
    }
    return Compatibility.checkDependencies(war, before, after, arriving);
  }

  private static String stateFile(InstalledModule module) {
    return module.directory() + "/" + WarLayout.MODULE_PROPERTIES;
  }

  private WarEdit edit(List<PlannedAction> actions, WarInventory war, List<Problem> problems) {
    if (actions.stream().noneMatch(PlannedAction::changesWar)) {
      return WarEdit.NONE;
    }
    EditPlanner planner = new EditPlanner(war, overwrite, now);
    for (PlannedAction action : actions) {
      if (action instanceof Install install) {
        planner.install(install.amp(), null);
      } else if (action instanceof Replace replace) {
        planner.install(replace.amp(), replace.installed());
      }
    }
    WarEdit edit = planner.edit();
    problems.addAll(planner.problems());
    problems.addAll(DuplicateLibraries.find(war, edit));
    return edit;
  }

  private static Optional<Problem> downgradeWarning(PlannedAction action, WarInventory war) {
    return action instanceof Replace replace && replace.kind() == Replace.Kind.DOWNGRADE
        ? Optional.of(
            Problem.warning(
                DOWNGRADE,
                action.module(),
                "module "
                    + action.module()
                    + " goes back from "
                    + replace.installed().module().version()
                    + " to "
                    + action.to()
                    + " in "
                    + war.path()
                    + "; an Alfresco that has started with the newer one remembers it in its"
                    + " database and refuses to start with the older",
                "Restore the database of that time too, or stay with the newer version"))
        : Optional.empty();
  }

  private static Problem circle(WarInventory war, List<ModuleId> circle) {
    return Problem.error(
        DEPENDENCY_CYCLE,
        war.path(),
        "tried to order the modules for "
            + war.path()
            + " by what they need; these need one another in a circle: "
            + circle.stream().map(ModuleId::value).collect(joining(" needs "))
            + " needs "
            + circle.get(0),
        "Leave one of them out; Alfresco could not start them either");
  }

  private static Problem aliasClash(
      AmpFile amp, WarInventory war, List<InstalledModule> candidates) {
    return Problem.warning(
        ALIAS_CLASH,
        amp.module().id(),
        "module "
            + amp.module().id()
            + " is in "
            + war.path()
            + " under several of its ids: "
            + candidates.stream().map(c -> c.id().value()).collect(joining(", "))
            + "; only "
            + candidates.get(0).id()
            + " is replaced",
        "Uninstall the others");
  }

  private static Problem twoSuccessors(InstalledModule installed, AmpFile one, AmpFile other) {
    return Problem.error(
        ALIAS_CLASH,
        installed.id(),
        "tried to find the successor of module "
            + installed.module().label()
            + "; both "
            + one.location()
            + " ("
            + one.module().label()
            + ") and "
            + other.location()
            + " ("
            + other.module().label()
            + ") name it as their former id",
        "Remove one of the two");
  }

  private static Problem correlated(AmpFile amp, InstalledModule installed, WarInventory war) {
    return Problem.warning(
        CORRELATED_BY_NAME,
        amp.module().id(),
        "took "
            + amp.location()
            + " (module "
            + amp.module().label()
            + ") for the successor of module "
            + installed.module().label()
            + " in "
            + war.path()
            + ", because of its file name",
        "Switch relating by file name off where this is wrong");
  }
}
