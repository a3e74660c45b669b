package io.github.quartermaster.amp.internal.plan;

import io.github.quartermaster.amp.internal.plan.LatestPicker.Picks;
import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.AvailableModule;
import io.github.quartermaster.amp.model.AvailableModule.Installation;
import io.github.quartermaster.amp.model.AvailableModule.Status;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.ModuleKey;
import io.github.quartermaster.amp.model.WarInventory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sets the newest AMPs against what is installed. */
public final class InstalledComparison {
  private InstalledComparison() {}

  /** All modules found or installed, by id and tier. */
  public static List<AvailableModule> compare(Picks picks, List<WarInventory> wars) {
    Map<ModuleKey, ModuleKey> presentNames = presentNames(picks);
    Map<ModuleKey, List<Installation>> installations = new TreeMap<>();
    picks.byModule().keySet().forEach(key -> installations.put(key, new ArrayList<>()));
    for (WarInventory war : wars) {
      for (InstalledModule module : war.modules()) {
        ModuleKey former = new ModuleKey(module.id(), war.tier());
        ModuleKey key = presentNames.getOrDefault(former, former);
        Status status =
            picks.byModule().containsKey(key)
                ? status(module, picks.byModule().get(key).get(0))
                : Status.UNMATCHED;
        installations
            .computeIfAbsent(key, k -> new ArrayList<>())
            .add(new Installation(war.path(), module, status));
      }
    }
    List<AvailableModule> modules = new ArrayList<>();
    installations.forEach(
        (key, where) -> {
          List<AmpFile> found = picks.byModule().getOrDefault(key, List.of());
          modules.add(
              found.isEmpty()
                  ? new AvailableModule(key, null, List.of(), where)
                  : new AvailableModule(key, found.get(0), found.subList(1, found.size()), where));
        });
    return modules;
  }

  /** The ids under which modules are found, by the ids that they name as their former ones. */
  private static Map<ModuleKey, ModuleKey> presentNames(Picks picks) {
    Map<ModuleKey, ModuleKey> names = new HashMap<>();
    for (AmpFile amp : picks.newest().values()) {
      for (ModuleId alias : amp.module().aliases()) {
        ModuleKey former = new ModuleKey(alias, amp.tier());
        if (!picks.newest().containsKey(former)) {
          names.put(former, amp.key());
        }
      }
    }
    return names;
  }

  private static Status status(InstalledModule installed, AmpFile newest) {
    int newer = newest.module().version().compareTo(installed.module().version());
    return newer > 0 ? Status.OUTDATED : newer < 0 ? Status.AHEAD : Status.CURRENT;
  }
}
