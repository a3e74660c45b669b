package io.github.quartermaster.amp.internal.plan;

import io.github.quartermaster.amp.model.AmpModule;
import io.github.quartermaster.amp.model.Fingerprint;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.WarEdit.Source;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarLayout;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The files by which installers keep what modules there are, while modules come and go. */
final class ModuleStates {
  private static final Fingerprint UNREAD = new Fingerprint(0, Fingerprint.UNREAD);

  private final LayeredFiles layers;
  private final Instant installDate;
  private final SortedMap<String, Source> written = new TreeMap<>();
  private final SortedSet<String> removed = new TreeSet<>();

  /** Of the modules that are in; no record of another can claim them. */
  private final Set<String> kept = new HashSet<>();

  /** Of former ids of these modules. */
  private final Set<String> superseded = new HashSet<>();

  ModuleStates(WarInventory war, LayeredFiles layers, Instant installDate) {
    this.layers = layers;
    this.installDate = installDate;
    for (InstalledModule module : war.modules()) {
      if (module.modifications().isPresent()) {
        kept.addAll(files(module.id(), module.directory()));
        supersede(module.module());
      }
    }
  }

  /** Whether this file is an installer's to keep, or of a module that goes by a new id by now. */
  boolean isTaken(String path) {
    return kept.contains(path) || superseded.contains(path);
  }

  /** The states to be written, unless layers write them. */
  SortedMap<String, Source> written() {
    return written;
  }

  /** What goes, of all files that would go. */
  SortedSet<String> removed() {
    return removed;
  }

  /** What stays whoever claims it. */
  Set<String> kept() {
    return kept;
  }

  /**
   * Takes a module out.
   *
   * @param successor the module that comes in its place
   * @return whether its folder may go, too
   */
  boolean takeOut(InstalledModule module, ModuleId successor) {
    kept.removeAll(files(module.id(), module.directory()));
    if (!module.id().equals(successor)) {
      removed.add(WarLayout.modifications(module.id()));
    }
    String state = module.directory() + "/" + WarLayout.MODULE_PROPERTIES;
    if (state.equals(WarLayout.moduleProperties(successor))) {
      return false;
    }
    // who had brought it along no longer does
    layers.owner(state).ifPresent(bundler -> layers.remove(state, bundler));
    removed.add(state);
    return true;
  }

  /**
   * Takes a module out that nothing follows. Where its record does not name its state, an installer
   * had written that where none was, so it goes; a bundler's that lies above it stays.
   */
  void takeOut(InstalledModule module) {
    kept.removeAll(files(module.id(), module.directory()));
    removed.add(WarLayout.modifications(module.id()));
    String state = module.directory() + "/" + WarLayout.MODULE_PROPERTIES;
    boolean named =
        module.modifications().map(made -> made.files().containsKey(state)).orElse(false);
    if (!named) {
      layers.removeUnowned(state);
    }
  }

  /** Notes a module as installed, in place of another if there is one. */
  void putIn(AmpModule module, @Nullable InstalledModule former) {
    ModuleId id = module.id();
    String path = WarLayout.moduleProperties(id);
    kept.addAll(files(id, WarLayout.moduleFolder(id)));
    supersede(module);
    Source state = new Source.StateOf(module, installDate);
    boolean unrecorded = former != null && former.modifications().isEmpty();
    if (former != null && layers.replace(path, former.id(), id, state, UNREAD)) {
      return; // what lay below it stays there
    }
    if (layers.owner(path).isPresent() || (unrecorded && layers.top(path).isPresent())) {
      // it came with another module or with the WAR, which gets it back when this one goes
      layers.push(path, id, state, UNREAD);
    } else {
      written.put(path, state);
    }
  }

  private void supersede(AmpModule module) {
    module.aliases().forEach(alias -> superseded.add(WarLayout.moduleProperties(alias)));
    superseded.remove(WarLayout.moduleProperties(module.id()));
  }

  private static List<String> files(ModuleId id, String folder) {
    return List.of(folder + "/" + WarLayout.MODULE_PROPERTIES, WarLayout.modifications(id));
  }
}
