package io.github.quartermaster.amp.internal.plan;

import static io.github.quartermaster.amp.model.ProblemCode.MODULE_STATE_BROKEN;
import static io.github.quartermaster.amp.model.ProblemCode.MODULE_UNRECORDED;
import static io.github.quartermaster.amp.model.ProblemCode.ORIGINAL_MISSING;

import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.AmpFile.MappedFile;
import io.github.quartermaster.amp.model.Fingerprint;
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
import java.util.Comparator;
import java.util.HashSet;
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

  private static final Fingerprint UNREAD = new Fingerprint(0, Fingerprint.UNREAD);

  private final WarInventory war;
  private final PathPatterns overwrite;
  private final Instant installDate;
  private final LayeredFiles layers;
  private final TreeSet<String> directories;
  private final Map<ModuleId, SortedSet<String>> directoriesOf = new TreeMap<>();
  private final Set<String> madeByModules = new HashSet<>();
  private final Set<ModuleId> arrived = new TreeSet<>();
  private final Set<String> abandonedFolders = new TreeSet<>();
  private final SortedMap<String, Source> states = new TreeMap<>();
  private final SortedSet<String> removedStates = new TreeSet<>();

  /** What installers keep for the modules that are in; the record of another cannot claim it. */
  private final Set<String> stateFiles = new HashSet<>();

  private final List<Problem> problems = new ArrayList<>();

  EditPlanner(WarInventory war, PathPatterns overwrite, Instant installDate) {
    this.war = war;
    this.overwrite = overwrite;
    this.installDate = installDate;
    this.layers = new LayeredFiles(war);
    this.directories = new TreeSet<>(war.directories());
    for (InstalledModule module : war.modules()) {
      module
          .modifications()
          .ifPresent(
              recorded -> {
                directoriesOf.put(module.id(), new TreeSet<>(recorded.directories()));
                stateFiles.addAll(filesOfState(module.id(), module.directory()));
              });
    }
    directoriesOf.values().forEach(madeByModules::addAll);
  }

  /** Puts a module in, in place of an installed one if there is one. */
  void install(AmpFile amp, @Nullable InstalledModule installed) {
    ModuleId id = amp.module().id();
    refuseToForget(amp);
    if (installed != null) {
      takeOut(amp, installed);
    }
    Conflicts conflicts = new Conflicts(amp, installed, war, layers, overwrite);
    amp.files().forEach((path, file) -> place(amp, installed, path, file, conflicts));
    amp.directories().forEach(directory -> forbidFileAt(directory, conflicts));
    forbidFileAt(WarLayout.moduleFolder(id), conflicts);
    problems.addAll(conflicts.problems());
    amp.files().keySet().forEach(path -> makeDirectories(id, WarLayout.parent(path)));
    amp.directories().forEach(directory -> makeDirectories(id, directory));
    writeState(amp, installed);
    arrived.add(id);
  }

  /** All changes. */
  WarEdit edit() {
    Set<ModuleId> modules = new TreeSet<>(directoriesOf.keySet());
    modules.addAll(arrived);
    SortedMap<String, Source> written = layers.written();
    modules.forEach(id -> written.remove(WarLayout.modifications(id)));
    written.putAll(states);
    Map<ModuleId, SortedMap<String, Change>> changes = layers.changes();
    for (ModuleId id : modules) {
      changedRecord(id, changes.getOrDefault(id, new TreeMap<>()))
          .ifPresent(
              modifications ->
                  written.put(WarLayout.modifications(id), new Source.RecordOf(modifications)));
    }
    SortedSet<String> removed = layers.removed();
    removed.addAll(removedStates);
    removed.removeAll(stateFiles);
    removed.removeAll(INDISPENSABLE);
    removed.retainAll(war.files().keySet());
    removed.removeAll(written.keySet());
    removeAbandonedFolders(removed);
    written.keySet().forEach(path -> addWithParents(WarLayout.parent(path)));
    return new WarEdit(
        removed,
        written,
        without(war.directories(), directories),
        without(directories, war.directories()));
  }

  /** What stands in the way or is worth knowing; complete once all modules are in. */
  List<Problem> problems() {
    List<Problem> all = new ArrayList<>(problems);
    layers
        .lost()
        .forEach(
            path ->
                all.add(
                    Problem.error(
                        ORIGINAL_MISSING,
                        war.path(),
                        "tried to bring back the original of "
                            + path
                            + " in "
                            + war.path()
                            + ", which a module had overwritten; the copy of it is not in the WAR",
                        "Start from a WAR that has it, or from a fresh one")));
    return all;
  }

  /** A record whose module cannot be told is all that says what to remove some day. */
  private void refuseToForget(AmpFile amp) {
    String path = WarLayout.modifications(amp.module().id());
    if (war.files().containsKey(path) && war.module(amp.module().id()).isEmpty()) {
      problems.add(
          Problem.error(
              MODULE_STATE_BROKEN,
              amp.module().id(),
              "tried to install "
                  + amp.location()
                  + " in "
                  + war.path()
                  + "; there is a "
                  + path
                  + " already, of a module whose state is missing or cannot be read, so what it had"
                  + " brought could never be removed",
              "Mend the state of that module, or start from a fresh WAR"));
    }
  }

  private void takeOut(AmpFile amp, InstalledModule installed) {
    ModuleId former = installed.id();
    directoriesOf.remove(former);
    stateFiles.removeAll(filesOfState(former, installed.directory()));
    installed
        .modifications()
        .ifPresent(
            recorded -> {
              recorded.files().keySet().stream()
                  .filter(path -> !amp.files().containsKey(path) && !path.equals(stateOf(amp)))
                  .forEach(path -> remove(path, installed));
              recorded.directories().stream()
                  .sorted(Comparator.reverseOrder())
                  .forEach(this::removeIfEmpty);
            });
    String state = installed.directory() + "/" + WarLayout.MODULE_PROPERTIES;
    // what another module brought is that module's to remove
    if (!state.equals(stateOf(amp)) && layers.owner(state).isEmpty()) {
      abandonedFolders.add(installed.directory());
      removedStates.add(state);
    }
    if (!former.equals(amp.module().id())) {
      removedStates.add(WarLayout.modifications(former));
    }
    if (installed.modifications().isEmpty()) {
      problems.add(
          Problem.warning(
              MODULE_UNRECORDED,
              former,
              "tried to replace module "
                  + installed.module().label()
                  + " in "
                  + war.path()
                  + "; no installer recorded its files, so those that the new version no longer has"
                  + " stay",
              "Start from a WAR without it where that matters"));
    }
  }

  private void remove(String path, InstalledModule installed) {
    layers.remove(path, installed.id());
    if (INDISPENSABLE.contains(path) && layers.top(path).isEmpty()) {
      problems.add(
          Problem.warning(
              MODULE_STATE_BROKEN,
              installed.id(),
              "left "
                  + path
                  + " in "
                  + war.path()
                  + ", although the record of module "
                  + installed.module().label()
                  + " says that it brought the file; no WAR can do without",
              "See whether it is the right one"));
    }
  }

  private static String stateOf(AmpFile amp) {
    return WarLayout.moduleProperties(amp.module().id());
  }

  private static List<String> filesOfState(ModuleId id, String folder) {
    return List.of(folder + "/" + WarLayout.MODULE_PROPERTIES, WarLayout.modifications(id));
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
    if (stateFiles.contains(path)) {
      return; // that module is here in its own right, and its installer keeps this file
    }
    Optional<LayeredFiles.Layer> top = layers.top(path);
    boolean same = top.isPresent() && top.get().fingerprint().matches(file.fingerprint());
    if (same && top.get().owner() == null) {
      return; // the WAR's own file is this very content already; it stays when the module goes
    }
    if (directories.contains(path) || fileAbove(path).isPresent()) {
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
    fileAbove(directory + "/").ifPresent(file -> conflicts.forbidKind(directory, file));
  }

  private Optional<String> fileAbove(String path) {
    for (String p = WarLayout.parent(path); !p.isEmpty(); p = WarLayout.parent(p)) {
      if (directories.contains(p)) {
        return Optional.empty();
      }
      if (layers.files().contains(p)) {
        return Optional.of(p);
      }
    }
    return Optional.empty();
  }

  private void writeState(AmpFile amp, @Nullable InstalledModule installed) {
    ModuleId id = amp.module().id();
    String path = WarLayout.moduleProperties(id);
    stateFiles.addAll(filesOfState(id, WarLayout.moduleFolder(id)));
    Source state = new Source.StateOf(amp.module(), installDate);
    boolean unrecorded = installed != null && installed.modifications().isEmpty();
    addWithParents(WarLayout.moduleFolder(id));
    if (installed != null && layers.replace(path, installed.id(), id, state, UNREAD)) {
      return; // what lay below it stays there
    }
    if (layers.owner(path).isPresent() || (unrecorded && layers.top(path).isPresent())) {
      // it came with another module or with the WAR, which gets it back when this one goes
      layers.push(path, id, state, UNREAD);
    } else {
      states.put(path, state);
    }
  }

  private Optional<Modifications> changedRecord(ModuleId id, SortedMap<String, Change> files) {
    Optional<Modifications> before = war.module(id).flatMap(InstalledModule::modifications);
    Modifications after =
        new Modifications(
            files,
            directoriesOf.getOrDefault(id, new TreeSet<>()),
            before.map(Modifications::otherLines).orElse(List.of()));
    return arrived.contains(id) || !before.equals(Optional.of(after))
        ? Optional.of(after)
        : Optional.empty();
  }

  /**
   * Modules that share a folder which one of them made all record it: the last to go removes it.
   */
  private void makeDirectories(ModuleId id, String directory) {
    SortedSet<String> recorded = directoriesOf.computeIfAbsent(id, i -> new TreeSet<>());
    for (String d = directory; !d.isEmpty(); d = WarLayout.parent(d)) {
      if (directories.add(d)) {
        madeByModules.add(d);
      }
      if (madeByModules.contains(d)) {
        recorded.add(d);
      }
    }
  }

  private void addWithParents(String directory) {
    for (String d = directory; !d.isEmpty() && directories.add(d); d = WarLayout.parent(d)) {}
  }

  private void removeAbandonedFolders(SortedSet<String> removed) {
    if (!abandonedFolders.isEmpty()) {
      SortedSet<String> left = without(new TreeSet<>(war.files().keySet()), removed);
      abandonedFolders.stream()
          .filter(folder -> isEmpty(left, folder) && isEmpty(directories, folder))
          .forEach(folder -> directories.remove(folder));
    }
  }

  private void removeIfEmpty(String directory) {
    if (isEmpty(layers.files(), directory)
        && isEmpty(directories, directory)
        && directoriesOf.values().stream().noneMatch(others -> others.contains(directory))) {
      directories.remove(directory);
    }
  }

  private static boolean isEmpty(SortedSet<String> paths, String directory) {
    SortedSet<String> below = paths.tailSet(directory + "/");
    return below.isEmpty() || !below.first().startsWith(directory + "/");
  }

  private static SortedSet<String> without(SortedSet<String> all, SortedSet<String> some) {
    SortedSet<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }
}
