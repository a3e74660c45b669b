package io.github.quartermaster.amp.internal.plan;

import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.Modifications;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarLayout;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The folders of a WAR while modules come and go, and what each module's record says of them. */
final class ModuleFolders {
  private final ChangedPaths folders;
  private final Map<ModuleId, SortedSet<String>> recorded = new TreeMap<>();
  private final Set<String> madeByModules = new HashSet<>();
  private final NavigableSet<String> abandoned = new TreeSet<>();

  ModuleFolders(WarInventory war) {
    folders = ChangedPaths.of(war.directories());
    for (InstalledModule module : war.modules()) {
      if (module.modifications().isPresent()) {
        SortedSet<String> made = module.modifications().get().directories();
        recorded.put(module.id(), new TreeSet<>(made));
        madeByModules.addAll(made);
      }
    }
  }

  boolean contains(String folder) {
    return folders.contains(folder);
  }

  /** All folders as they are by now. */
  ChangedPaths all() {
    return folders;
  }

  /** The modules that have a record or get one. */
  Set<ModuleId> modules() {
    return Collections.unmodifiableSet(recorded.keySet());
  }

  /** What a module's record has to say. */
  SortedSet<String> recordOf(ModuleId id) {
    return recorded.getOrDefault(id, Collections.emptySortedSet());
  }

  /** Opens an empty record for a module that comes. */
  void begin(ModuleId id) {
    recorded.putIfAbsent(id, new TreeSet<>());
  }

  /**
   * Makes a folder for a module. Modules that share a folder which one of them made all record it:
   * the last to go removes it.
   */
  void make(ModuleId id, String folder) {
    SortedSet<String> ofModule = recorded.computeIfAbsent(id, i -> new TreeSet<>());
    for (String f = folder; !f.isEmpty(); f = WarLayout.parent(f)) {
      if (folders.add(f)) {
        madeByModules.add(f);
      }
      if (madeByModules.contains(f)) {
        ofModule.add(f);
      }
    }
  }

  /** Forgets the record of a module that goes. */
  void forget(ModuleId id) {
    recorded.remove(id);
  }

  /** Removes the folders that a module had made, where nothing is left in them. */
  void removeEmpty(Modifications ofModule, ChangedPaths files) {
    for (String folder : new TreeSet<>(ofModule.directories()).descendingSet()) {
      boolean others = recorded.values().stream().anyMatch(made -> made.contains(folder));
      if (!others && !files.hasAnyBelow(folder) && !folders.hasAnyBelow(folder)) {
        folders.remove(folder);
      }
    }
  }

  /** Notes a folder that goes in the end, if nothing is left in it then. */
  void abandon(String folder) {
    abandoned.add(folder);
  }

  /** Removes what was abandoned and is empty. */
  void removeAbandoned(ChangedPaths files) {
    for (String folder : abandoned.descendingSet()) {
      boolean others = recorded.values().stream().anyMatch(made -> made.contains(folder));
      if (!others && !files.hasAnyBelow(folder) && !folders.hasAnyBelow(folder)) {
        folders.remove(folder);
      }
    }
  }
}
