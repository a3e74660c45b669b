package io.github.quartermaster.amp.internal.plan;

import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.AmpFile.MappedFile;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.Modifications;
import io.github.quartermaster.amp.model.Modifications.Change;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.WarEdit;
import io.github.quartermaster.amp.model.WarEdit.Source;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarLayout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Plays the installation of modules through on values and says what changes in the WAR, and what
 * stands in the way.
 */
final class EditPlanner {
  /** Without these it is no web application; none comes with a module alone. */
  private static final Set<String> INDISPENSABLE =
      Set.of("META-INF/MANIFEST.MF", "WEB-INF/web.xml");

  private final WarInventory war;
  private final PathPatterns overwrite;
  private final LayeredFiles layers;
  private final ModuleFolders folders;
  private final ModuleStates states;
  private final Set<ModuleId> arrived = new TreeSet<>();
  private final List<Problem> problems = new ArrayList<>();

  EditPlanner(WarInventory war, PathPatterns overwrite, Instant installDate) {
    this.war = war;
    this.overwrite = overwrite;
    this.layers = new LayeredFiles(war);
    this.folders = new ModuleFolders(war);
    this.states = new ModuleStates(war, layers, installDate);
  }

  /** Puts a module in, in place of an installed one if there is one. */
  void install(AmpFile amp, @Nullable InstalledModule installed) {
    ModuleId id = amp.module().id();
    refuseToForget(amp);
    Conflicts conflicts = new Conflicts(amp, installed, war, layers, overwrite);
    if (installed != null) {
      takeOut(amp, installed);
    }
    for (Map.Entry<String, MappedFile> file : amp.files().entrySet()) {
      place(amp, installed, file.getKey(), file.getValue(), conflicts);
    }
    for (String directory : amp.directories()) {
      forbidFileAt(directory, conflicts);
    }
    forbidFileAt(WarLayout.moduleFolder(id), conflicts);
    problems.addAll(conflicts.problems());
    folders.begin(id);
    for (String path : amp.files().keySet()) {
      folders.make(id, WarLayout.parent(path));
    }
    for (String directory : amp.directories()) {
      folders.make(id, directory);
    }
    folders.all().addWithParents(WarLayout.moduleFolder(id));
    states.putIn(amp.module(), installed);
    arrived.add(id);
  }

  /** Takes a module out that was recorded, and lets show again what it had covered. */
  void uninstall(InstalledModule installed, Modifications recorded) {
    folders.forget(installed.id());
    recorded.files().keySet().forEach(path -> remove(path, installed));
    states.takeOut(installed);
    recorded.directories().forEach(folders::abandon);
    folders.abandon(installed.directory());
    folders.abandon(WarLayout.ORIGINALS);
    folders.abandon(WarLayout.MODULES);
  }

  /** All changes. */
  WarEdit edit() {
    SortedMap<String, Source> written = layers.written();
    for (ModuleId id : folders.modules()) {
      written.remove(WarLayout.modifications(id));
    }
    written.putAll(states.written());
    Map<ModuleId, SortedMap<String, Change>> changes = layers.changes();
    for (ModuleId id : folders.modules()) {
      Optional<Modifications> changed =
          changedRecord(id, changes.getOrDefault(id, new TreeMap<>()));
      if (changed.isPresent()) {
        written.put(WarLayout.modifications(id), new Source.RecordOf(changed.get()));
      }
    }
    SortedSet<String> removed = layers.removed();
    removed.addAll(states.removed());
    removed.removeAll(states.kept());
    removed.removeAll(INDISPENSABLE);
    removed.retainAll(war.files().keySet());
    removed.removeAll(written.keySet());
    ChangedPaths left = ChangedPaths.ofKeys(war.files());
    left.removeAll(removed);
    folders.removeAbandoned(left);
    for (String path : written.keySet()) {
      folders.all().addWithParents(WarLayout.parent(path));
    }
    return new WarEdit(removed, written, folders.all().removed(), folders.all().added());
  }

  /** What stands in the way or is worth knowing; complete once all modules are in. */
  List<Problem> problems() {
    List<Problem> all = new ArrayList<>(problems);
    for (String path : layers.lost()) {
      all.add(EditProblems.originalMissing(path, war));
    }
    return all;
  }

  /** A record whose module cannot be told is all that says what to remove some day. */
  private void refuseToForget(AmpFile amp) {
    String path = WarLayout.modifications(amp.module().id());
    if (war.files().containsKey(path) && war.module(amp.module().id()).isEmpty()) {
      problems.add(EditProblems.recordOfNobody(path, amp, war));
    }
  }

  private void takeOut(AmpFile amp, InstalledModule installed) {
    folders.forget(installed.id());
    if (installed.modifications().isPresent()) {
      Modifications recorded = installed.modifications().get();
      for (String path : recorded.files().keySet()) {
        if (!amp.files().containsKey(path) && !path.equals(stateOf(amp))) {
          remove(path, installed);
        }
      }
      folders.removeEmpty(recorded, layers.files());
    }
    if (states.takeOut(installed, amp.module().id())) {
      folders.abandon(installed.directory());
    }
    if (installed.modifications().isEmpty()) {
      problems.add(EditProblems.unrecorded(installed, war));
    }
  }

  private void remove(String path, InstalledModule installed) {
    layers.remove(path, installed.id());
    if (INDISPENSABLE.contains(path) && layers.top(path).isEmpty()) {
      problems.add(EditProblems.indispensable(path, installed, war));
    }
  }

  private static String stateOf(AmpFile amp) {
    return WarLayout.moduleProperties(amp.module().id());
  }

  private void place(
      AmpFile amp,
      @Nullable InstalledModule installed,
      String path,
      MappedFile file,
      Conflicts conflicts) {
    ModuleId id = amp.module().id();
    Source content = new Source.FromAmp(amp.location(), file.source(), file.fingerprint());
    if (installed != null
        && layers.replace(path, installed.id(), id, content, file.fingerprint())) {
      return;
    }
    if (states.isTaken(path)) {
      return; // that module is here in its own right
    }
    Optional<LayeredFiles.Layer> top = layers.top(path);
    boolean same = top.isPresent() && top.get().fingerprint().matches(file.fingerprint());
    if (same && top.get().owner() == null) {
      return; // the WAR's own file is this very content already; it stays when the module goes
    }
    if (folders.contains(path) || fileAbove(path).isPresent()) {
      conflicts.forbidKind(path, fileAbove(path).orElse(path));
    } else if (top.isPresent() && !same && !conflicts.allow(path)) {
      conflicts.forbid(
          path,
          "another content is there already, from "
              + layers.owner(path).map(o -> "module " + o).orElse("the WAR itself"));
    } else {
      layers.push(path, id, content, file.fingerprint());
    }
  }

  private void forbidFileAt(String directory, Conflicts conflicts) {
    Optional<String> file = fileAbove(directory + "/");
    if (file.isPresent()) {
      conflicts.forbidKind(directory, file.get());
    }
  }

  private Optional<String> fileAbove(String path) {
    for (String p = WarLayout.parent(path); !p.isEmpty(); p = WarLayout.parent(p)) {
      if (folders.contains(p)) {
        return Optional.empty();
      }
      if (layers.files().contains(p)) {
        return Optional.of(p);
      }
    }
    return Optional.empty();
  }

  private Optional<Modifications> changedRecord(ModuleId id, SortedMap<String, Change> files) {
    Optional<Modifications> before = war.module(id).flatMap(InstalledModule::modifications);
    Modifications after =
        new Modifications(
            files, folders.recordOf(id), before.map(Modifications::otherLines).orElse(List.of()));
    return arrived.contains(id) || !before.equals(Optional.of(after))
        ? Optional.of(after)
        : Optional.empty();
  }
}
