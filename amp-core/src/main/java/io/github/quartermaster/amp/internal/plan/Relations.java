package io.github.quartermaster.amp.internal.plan;

import io.github.quartermaster.amp.internal.plan.LayeredFiles.Layer;
import io.github.quartermaster.amp.model.AmpModule;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.Modifications;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.ModuleRelations;
import io.github.quartermaster.amp.model.ModuleRelations.Need;
import io.github.quartermaster.amp.model.ModuleRelations.Overwrite;
import io.github.quartermaster.amp.model.ModuleState;
import io.github.quartermaster.amp.model.PlannedAction.OfAmp;
import io.github.quartermaster.amp.model.WarEdit;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarLayout;
import io.github.quartermaster.amp.model.WarPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds out how the modules of a WAR stand to each other. */
public final class Relations {
  private Relations() {}

  /** In the WAR as it is. */
  public static ModuleRelations of(WarInventory war) {
    return new ModuleRelations(
        war.modules().stream()
            .map(InstalledModule::module)
            .sorted(Comparator.comparing(AmpModule::id))
            .toList(),
        needs(war.modules()),
        overwrites(war));
  }

  /** In the WAR as the plan would leave it behind. */
  public static ModuleRelations of(WarPlan plan) {
    return of(after(plan));
  }

  private static List<Need> needs(List<InstalledModule> modules) {
    SortedMap<ModuleId, AmpModule> byId = new TreeMap<>();
    modules.forEach(module -> byId.put(module.id(), module.module()));
    List<Need> needs = new ArrayList<>();
    for (AmpModule module : byId.values()) {
      module
          .dependencies()
          .forEach(
              (needed, versions) -> {
                AmpModule there = byId.get(needed);
                boolean met = there != null && versions.contains(there.version());
                needs.add(new Need(module.id(), needed, versions, met));
              });
    }
    return needs;
  }

  private static List<Overwrite> overwrites(WarInventory war) {
    SortedMap<ModuleId, SortedMap<@Nullable ModuleId, SortedSet<String>>> over = new TreeMap<>();
    new LayeredFiles(war)
        .stacks()
        .forEach(
            (path, layers) -> {
              for (int i = 1; i < layers.size(); i++) {
                Layer upper = layers.get(i);
                if (upper.owner() != null) {
                  over.computeIfAbsent(upper.owner(), key -> lowers())
                      .computeIfAbsent(layers.get(i - 1).owner(), key -> new TreeSet<>())
                      .add(path);
                }
              }
            });
    List<Overwrite> overwrites = new ArrayList<>();
    over.forEach(
        (module, lowers) ->
            lowers.forEach((lower, paths) -> overwrites.add(new Overwrite(module, lower, paths))));
    return overwrites;
  }

  /** By the modules that lie below; the WAR's own files come first. */
  private static SortedMap<@Nullable ModuleId, SortedSet<String>> lowers() {
    return new TreeMap<>(Comparator.nullsFirst(Comparator.naturalOrder()));
  }

  /** The modules of a WAR once the edit is done; its files are still those of before. */
  private static WarInventory after(WarPlan plan) {
    WarInventory war = plan.war();
    WarEdit edit = plan.edit();
    SortedMap<String, InstalledModule> byDirectory = new TreeMap<>();
    for (InstalledModule module : war.modules()) {
      if (!edit.removed().contains(module.directory() + "/" + WarLayout.MODULE_PROPERTIES)) {
        byDirectory.put(module.directory(), recorded(module, edit));
      }
    }
    edit.written()
        .forEach(
            (path, source) -> {
              if (source instanceof WarEdit.Source.StateOf state) {
                InstalledModule arrived =
                    installed(state.module(), WarLayout.parent(path), state.installDate());
                byDirectory.put(arrived.directory(), recorded(arrived, edit));
              }
            });
    for (Map.Entry<String, AmpModule> bundled : bundled(plan).entrySet()) {
      if (edit.written().get(bundled.getKey()) instanceof WarEdit.Source.FromAmp) {
        String directory = WarLayout.parent(bundled.getKey());
        byDirectory.put(directory, installed(bundled.getValue(), directory, null));
      }
    }
    return new WarInventory(
        war.path(),
        war.exploded(),
        war.stamp(),
        war.tier(),
        war.product(),
        war.files(),
        war.directories(),
        List.copyOf(byDirectory.values()),
        war.findings());
  }

  private static SortedMap<String, AmpModule> bundled(WarPlan plan) {
    SortedMap<String, AmpModule> bundled = new TreeMap<>();
    plan.actions().stream()
        .filter(action -> action.changesWar() && action instanceof OfAmp)
        .forEach(action -> bundled.putAll(((OfAmp) action).amp().bundled()));
    return bundled;
  }

  private static InstalledModule recorded(InstalledModule module, WarEdit edit) {
    return edit.written().get(module.directory() + "/" + WarLayout.MODIFICATIONS)
            instanceof WarEdit.Source.RecordOf changed
        ? with(module, changed.modifications())
        : module;
  }

  private static InstalledModule with(InstalledModule module, Modifications record) {
    return new InstalledModule(
        module.module(),
        module.directory(),
        module.state(),
        module.installDate().orElse(null),
        record);
  }

  private static InstalledModule installed(
      AmpModule module, String directory, @Nullable Instant date) {
    return new InstalledModule(module, directory, ModuleState.INSTALLED, date, null);
  }
}
