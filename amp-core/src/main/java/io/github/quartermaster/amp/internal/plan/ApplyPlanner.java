package io.github.quartermaster.amp.internal.plan;

import static io.github.quartermaster.amp.model.ProblemCode.DEPENDENCY_CYCLE;
import static io.github.quartermaster.amp.model.ProblemCode.DOWNGRADE;
import static io.github.quartermaster.amp.model.ProblemCode.NO_WAR_FOR_TIER;
import static java.util.stream.Collectors.joining;

import io.github.quartermaster.amp.internal.plan.Counterparts.Counterpart;
import io.github.quartermaster.amp.internal.plan.LatestPicker.Picks;
import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.AmpModule;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.ApplyRules;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.PlannedAction;
import io.github.quartermaster.amp.model.PlannedAction.Install;
import io.github.quartermaster.amp.model.PlannedAction.OfAmp;
import io.github.quartermaster.amp.model.PlannedAction.Replace;
import io.github.quartermaster.amp.model.PlannedAction.Skip;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.WarEdit;
import io.github.quartermaster.amp.model.WarEdit.Source;
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
import org.jspecify.annotations.Nullable;

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
      problems.addAll(AmpFindings.thatMatter(amp, wars));
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
    List<WarPlan> plans = new ArrayList<>();
    for (WarInventory war : wars) {
      plans.add(plan(LatestPicker.ofTier(picks.newest(), war.tier()), war));
    }
    return new ApplyPlan(plans, problems);
  }

  private WarPlan plan(Map<ModuleId, AmpFile> amps, WarInventory war) {
    List<Problem> problems = new ArrayList<>(war.findings());
    DependencyOrder.Ordered ordered = DependencyOrder.order(amps.values());
    if (!ordered.circle().isEmpty()) {
      problems.add(circle(war, ordered.circle()));
    }
    Counterparts counterparts = new Counterparts(amps, war, rules.correlation());
    problems.addAll(counterparts.problems());
    List<PlannedAction> actions = new ArrayList<>();
    for (AmpFile amp : ordered.amps()) {
      PlannedAction action = decide(amp, counterparts.of(amp));
      actions.add(action);
      if (action.changesWar()) {
        counterparts.comesIn(amp);
        problems.addAll(Compatibility.check(amp, war));
      }
      downgradeWarning(action, war).ifPresent(problems::add);
    }
    List<Problem> ofEdit = new ArrayList<>();
    WarEdit edit = edit(actions, war, ofEdit);
    problems.addAll(dependencies(actions, war, edit));
    problems.addAll(ofEdit);
    return new WarPlan(war, actions, edit, problems);
  }

  private PlannedAction decide(AmpFile amp, Optional<Counterpart> counterpart) {
    if (counterpart.isEmpty()) {
      return new Install(amp, "not installed yet");
    }
    InstalledModule installed = counterpart.get().module();
    AmpFile bundler = counterpart.get().bundler();
    int newer = amp.module().version().compareTo(installed.module().version());
    boolean renamed = !installed.id().equals(amp.module().id());
    String also = renamed ? "; takes the place of " + installed.id() : "";
    String where = renamed ? ", as " + installed.id() : "";
    String brought = bundler == null ? "" : " than the one that " + bundler.key().id() + " brings";
    if (newer > 0) {
      return new Replace(Replace.Kind.UPGRADE, installed, amp, "the AMP is newer" + brought + also);
    }
    if (newer < 0) {
      return rules.allowDowngrade()
          ? new Replace(
              Replace.Kind.DOWNGRADE,
              installed,
              amp,
              "the AMP is older" + brought + ", and that is allowed" + also)
          : new Skip(installed, amp, holder(bundler, "the WAR holds") + " a newer version" + where);
    }
    if (rules.reinstall()) {
      return new Replace(
          Replace.Kind.REINSTALL, installed, amp, "reinstalling is asked for" + also);
    }
    // where each names the other, the one that is there will do
    return renamed && !installed.module().aliases().contains(amp.module().id())
        ? new Replace(Replace.Kind.RENAME, installed, amp, "the same version, by a new id" + also)
        : new Skip(
            installed,
            amp,
            bundler == null
                ? "the same version is installed" + where
                : holder(bundler, "") + " the same version" + where);
  }

  private static String holder(@Nullable AmpFile bundler, String otherwise) {
    return bundler == null ? otherwise : bundler.module().label() + " brings";
  }

  private static List<Problem> dependencies(
      List<PlannedAction> actions, WarInventory war, WarEdit edit) {
    Map<ModuleId, AmpModule> before = new TreeMap<>();
    Map<ModuleId, AmpModule> after = new TreeMap<>();
    for (InstalledModule module : war.modules()) {
      before.put(module.id(), module.module());
      // but for such as came inside an AMP whose new version no longer brings them
      if (!edit.removed().contains(stateFile(module))) {
        after.put(module.id(), module.module());
      }
    }
    Set<ModuleId> arriving = new TreeSet<>();
    for (PlannedAction action : actions) {
      if (action instanceof Replace replace) {
        after.remove(replace.installed().id());
      }
      if (action.changesWar() && action instanceof OfAmp arrival) {
        after.put(action.module(), arrival.amp().module());
        arriving.add(action.module());
        for (Map.Entry<String, AmpModule> bundled : arrival.amp().bundled().entrySet()) {
          // unless that module is here in its own right, or under a new id
          if (edit.written().get(bundled.getKey()) instanceof Source.FromAmp) {
            after.put(bundled.getValue().id(), bundled.getValue());
            arriving.add(bundled.getValue().id());
          }
        }
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
                    + replace.amp().module().version()
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
}
