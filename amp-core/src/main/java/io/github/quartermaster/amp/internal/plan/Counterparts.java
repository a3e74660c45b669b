package io.github.quartermaster.amp.internal.plan;

import static io.github.quartermaster.amp.model.ProblemCode.ALIAS_CLASH;
import static io.github.quartermaster.amp.model.ProblemCode.CORRELATED_BY_NAME;
import static java.util.stream.Collectors.joining;

import io.github.quartermaster.amp.internal.plan.FileNameCorrelation.Correlations;
import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.AmpModule;
import io.github.quartermaster.amp.model.ApplyRules.Correlation;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.ModuleState;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What each AMP would replace in one WAR: found by id, by alias, or by the words of its file name,
 * among the modules that are there and those that come along with another AMP.
 */
final class Counterparts {
  private final Map<ModuleId, AmpFile> amps;
  private final WarInventory war;
  private final Map<ModuleId, InstalledModule> installed = new TreeMap<>();
  private final Map<ModuleId, Counterpart> comingAlong = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * A module that an AMP would replace.
   *
   * @param bundler the AMP that it comes along with, or null where it is there already
   */
  record Counterpart(InstalledModule module, @Nullable AmpFile bundler) {}

  Counterparts(Map<ModuleId, AmpFile> amps, WarInventory war, Correlation correlation) {
    this.amps = amps;
    this.war = war;
    relateByIds();
    if (correlation.enabled()) {
      relateByFileNames(correlation);
    }
  }

  /** What speaks against some of this, or is worth knowing. */
  List<Problem> problems() {
    return problems;
  }

  /** Notes that an AMP goes in, and with it the modules that it brings along. */
  void comesIn(AmpFile bundler) {
    bundler
        .bundled()
        .forEach(
            (path, module) -> {
              if (war.module(module.id()).flatMap(InstalledModule::modifications).isEmpty()) {
                comingAlong.put(module.id(), new Counterpart(broughtAlong(path, module), bundler));
              }
            });
  }

  private static InstalledModule broughtAlong(String path, AmpModule module) {
    return new InstalledModule(module, WarLayout.parent(path), ModuleState.UNKNOWN, null, null);
  }

  /** What an AMP would replace, if there is such a module. */
  Optional<Counterpart> of(AmpFile amp) {
    InstalledModule there = installed.get(amp.module().id());
    if (there == null || there.modifications().isEmpty()) {
      for (ModuleId id : idsOf(amp)) {
        if (comingAlong.containsKey(id)) {
          return Optional.ofNullable(comingAlong.get(id));
        }
      }
    }
    return Optional.ofNullable(there).map(module -> new Counterpart(module, null));
  }

  /** Its own id first, then those of its past that no other AMP has. */
  private List<ModuleId> idsOf(AmpFile amp) {
    List<ModuleId> ids = new ArrayList<>(List.of(amp.module().id()));
    for (ModuleId alias : amp.module().aliases()) {
      if (!amps.containsKey(alias) && !ids.contains(alias)) {
        ids.add(alias);
      }
    }
    return ids;
  }

  private void relateByIds() {
    Map<ModuleId, AmpFile> successors = new TreeMap<>();
    for (AmpFile amp : amps.values()) {
      List<InstalledModule> candidates = new ArrayList<>();
      for (ModuleId id : idsOf(amp)) {
        war.module(id).ifPresent(candidates::add);
      }
      if (!candidates.isEmpty()) {
        installed.put(amp.module().id(), candidates.get(0));
        AmpFile rival = successors.putIfAbsent(candidates.get(0).id(), amp);
        if (rival != null) {
          problems.add(twoSuccessors(candidates.get(0), rival, amp));
        }
      }
      if (candidates.size() > 1) {
        problems.add(aliasClash(amp, candidates));
      }
    }
  }

  private void relateByFileNames(Correlation correlation) {
    List<InstalledModule> unrelated = new ArrayList<>(war.modules());
    unrelated.removeIf(module -> amps.containsKey(module.id()) || installed.containsValue(module));
    if (unrelated.isEmpty()) {
      return;
    }
    List<AmpFile> others = new ArrayList<>(amps.values());
    others.removeIf(amp -> installed.containsKey(amp.module().id()));
    Correlations correlations =
        FileNameCorrelation.correlate(war.path(), others, unrelated, correlation);
    problems.addAll(correlations.problems());
    correlations
        .successors()
        .forEach(
            (amp, module) -> {
              installed.put(amp.module().id(), module);
              problems.add(correlated(amp, module));
            });
  }

  private Problem aliasClash(AmpFile amp, List<InstalledModule> candidates) {
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

  private Problem correlated(AmpFile amp, InstalledModule module) {
    return Problem.warning(
        CORRELATED_BY_NAME,
        amp.module().id(),
        "took "
            + amp.location()
            + " (module "
            + amp.module().label()
            + ") for the successor of module "
            + module.module().label()
            + " in "
            + war.path()
            + ", because of its file name",
        "Switch relating by file name off where this is wrong");
  }
}
