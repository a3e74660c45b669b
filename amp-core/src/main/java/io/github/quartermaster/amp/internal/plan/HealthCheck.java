package io.github.quartermaster.amp.internal.plan;

import static io.github.quartermaster.amp.model.WarLayout.MODULES;

import io.github.quartermaster.amp.internal.plan.LayeredFiles.Layer;
import io.github.quartermaster.amp.model.Fingerprint;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.Modifications;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.WarEvidence;
import io.github.quartermaster.amp.model.WarFinding;
import io.github.quartermaster.amp.model.WarHealth;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares a WAR with what its modules' installers recorded. */
public final class HealthCheck {
  private final WarEvidence evidence;
  private final WarInventory war;
  private final HealthFindings findings;
  private final SortedMap<ModuleId, List<String>> changed = new TreeMap<>();
  private final SortedMap<ModuleId, List<String>> missing = new TreeMap<>();
  private final SortedMap<ModuleId, List<String>> originalsMissing = new TreeMap<>();
  private int checked;
  private int unchecked;

  private HealthCheck(WarEvidence evidence) {
    this.evidence = evidence;
    this.war = evidence.war();
    this.findings = new HealthFindings(war);
  }

  /** What is found. */
  public static WarHealth check(WarEvidence evidence) {
    HealthCheck check = new HealthCheck(evidence);
    List<WarFinding> found = new ArrayList<>(StartupCheck.check(evidence));
    check.files();
    check.changed.forEach((id, paths) -> found.add(check.findings.changed(id, paths)));
    check.missing.forEach((id, paths) -> found.add(check.findings.missing(id, paths)));
    check.originalsMissing.forEach(
        (id, paths) -> found.add(check.findings.originalMissing(id, paths)));
    check.added().forEach((id, paths) -> found.add(check.findings.added(id, paths)));
    check.orphanedOriginals().ifPresent(found::add);
    evidence.untidyRecords().forEach(path -> found.add(check.findings.untidy(path)));
    check.unaccounted().forEach(module -> found.add(check.findings.unrecorded(module)));
    DuplicateLibraries.present(check.war)
        .forEach((library, paths) -> found.add(check.findings.duplicate(library, paths)));
    check.leftovers(found);
    found.sort(
        Comparator.comparing((WarFinding finding) -> !finding.problem().isError())
            .thenComparing(finding -> finding.problem().code())
            .thenComparing(finding -> finding.problem().subject()));
    return new WarHealth(evidence, found, check.checked, check.unchecked);
  }

  private void files() {
    for (Map.Entry<String, List<Layer>> stack : new LayeredFiles(war).stacks().entrySet()) {
      String path = stack.getKey();
      List<Layer> layers = stack.getValue();
      for (int i = 0; i < layers.size(); i++) {
        boolean top = i == layers.size() - 1;
        String place = top ? path : layers.get(i + 1).original();
        ModuleId keeper = top ? layers.get(i).owner() : layers.get(i + 1).owner();
        // a place that is null, or a layer that shares the live file, is another tool's doing
        if (place != null && keeper != null && !isState(path)) {
          look(layers.get(i), path, place, top, keeper);
        }
      }
    }
  }

  private void look(Layer layer, String path, String place, boolean top, ModuleId keeper) {
    if (layer.content() == null) {
      if (!isUnpackedArchive(path)) {
        (top ? missing : originalsMissing)
            .computeIfAbsent(keeper, k -> new ArrayList<>())
            .add(top ? path : place);
      }
      return;
    }
    ModuleId owner = layer.owner();
    Optional<Fingerprint> written =
        Optional.ofNullable(owner)
            .flatMap(war::module)
            .flatMap(InstalledModule::modifications)
            .flatMap(made -> Optional.ofNullable(made.files().get(path)))
            .flatMap(Modifications.Change::content);
    if (owner == null) {
      return; // nobody noted what the WAR's own file was
    }
    if (written.isEmpty() || layer.fingerprint().crc32() == Fingerprint.UNREAD) {
      unchecked++;
      return;
    }
    checked++;
    if (!written.get().matches(layer.fingerprint())) {
      changed.computeIfAbsent(owner, o -> new ArrayList<>()).add(place);
    }
  }

  /** Installers write states anew, and their dates differ. */
  private static boolean isState(String path) {
    return WarLayout.isModuleProperties(path) || WarLayout.isModifications(path);
  }

  /** The Module Management Tool lists the members of an archive that an AMP brings. */
  private boolean isUnpackedArchive(String path) {
    for (String p = WarLayout.parent(path); !p.isEmpty(); p = WarLayout.parent(p)) {
      if (war.files().containsKey(p)) {
        return true;
      }
    }
    return false;
  }

  /** Files in folders of modules that no record names. */
  private SortedMap<ModuleId, List<String>> added() {
    Set<String> recorded =
        evidence.records().values().stream()
            .flatMap(record -> record.files().keySet().stream())
            .collect(Collectors.toSet());
    SortedMap<ModuleId, List<String>> added = new TreeMap<>();
    Set<String> seen = new TreeSet<>();
    for (InstalledModule module : war.modules()) {
      if (module.modifications().isEmpty()) {
        continue;
      }
      SortedSet<String> folders = new TreeSet<>(module.modifications().get().directories());
      folders.add(module.directory());
      for (String folder : folders) {
        for (String file : below(folder)) {
          if (!recorded.contains(file) && !isInstallers(file) && seen.add(file)) {
            boolean unpacked = recorded.stream().anyMatch(path -> path.startsWith(file + "/"));
            if (!unpacked) {
              added.computeIfAbsent(module.id(), id -> new ArrayList<>()).add(file);
            }
          }
        }
      }
    }
    return added;
  }

  private Set<String> below(String folder) {
    return war.files().subMap(folder + "/", folder + "0").keySet();
  }

  private static boolean isInstallers(String file) {
    return isState(file) || file.startsWith(WarLayout.ORIGINALS + "/");
  }

  private Optional<WarFinding> orphanedOriginals() {
    List<String> orphaned = orphanedOriginals(evidence);
    return orphaned.isEmpty()
        ? Optional.empty()
        : Optional.of(findings.orphaned(orphaned, canTellOrphans(evidence)));
  }

  /** Kept originals that no record names. */
  static List<String> orphanedOriginals(WarEvidence evidence) {
    Set<String> named =
        evidence.records().values().stream()
            .flatMap(record -> record.files().values().stream())
            .flatMap(change -> change.overwritten().stream())
            .collect(Collectors.toSet());
    return evidence.war().files().keySet().stream()
        .filter(path -> path.startsWith(WarLayout.ORIGINALS + "/"))
        .filter(path -> !named.contains(path))
        .toList();
  }

  /** Whether every record that there is could be read. */
  static boolean canTellOrphans(WarEvidence evidence) {
    return evidence.unreadableRecords().isEmpty();
  }

  /** Modules without a record whose state no other module's record names either. */
  private List<InstalledModule> unaccounted() {
    return war.modules().stream()
        .filter(module -> module.modifications().isEmpty())
        .filter(module -> UninstallPlanner.bundler(module, war).isEmpty())
        .toList();
  }

  private void leftovers(List<WarFinding> found) {
    List<String> ours = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String path : evidence.leftovers()) {
      boolean isOurs = path.contains(".quartermaster");
      (isOurs ? ours : others).add(path);
    }
    if (!ours.isEmpty()) {
      found.add(findings.interrupted(ours));
    }
    if (!others.isEmpty()) {
      found.add(findings.leftByOthers(others));
    }
    evidence.deployable().forEach(path -> found.add(findings.deployable(path)));
    SortedSet<String> empty = emptyModuleFolders(war, Set.of());
    if (!empty.isEmpty()) {
      found.add(findings.emptyFolders(List.copyOf(empty)));
    }
  }

  /**
   * Folders of modules in which nothing is, and that no record claims.
   *
   * @param without files that go
   */
  static SortedSet<String> emptyModuleFolders(WarInventory war, Set<String> without) {
    Set<String> claimed =
        war.modules().stream()
            .flatMap(module -> module.modifications().stream())
            .flatMap(record -> record.directories().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    boolean originals =
        war.modules().stream()
            .flatMap(module -> module.modifications().stream())
            .flatMap(record -> record.files().values().stream())
            .anyMatch(change -> change.overwritten().isPresent());
    if (originals) {
      claimed.add(WarLayout.ORIGINALS);
    }
    SortedSet<String> empty = new TreeSet<>();
    for (String folder : war.directories().subSet(MODULES + "/", MODULES + "0")) {
      boolean module = WarLayout.parent(folder).equals(MODULES);
      boolean used =
          war.files().subMap(folder + "/", folder + "0").keySet().stream()
              .anyMatch(file -> !without.contains(file));
      boolean subfolders = !war.directories().subSet(folder + "/", folder + "0").isEmpty();
      if (module && !used && !subfolders && !claimed.contains(folder)) {
        empty.add(folder);
      }
    }
    return empty;
  }
}
