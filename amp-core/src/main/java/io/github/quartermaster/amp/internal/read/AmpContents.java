package io.github.quartermaster.amp.internal.read;

import static io.github.quartermaster.amp.model.ProblemCode.MAPPING_COLLISION;
import static io.github.quartermaster.amp.model.ProblemCode.MODULE_STATE_BROKEN;
import static io.github.quartermaster.amp.model.ProblemCode.RESERVED_PATH;
import static io.github.quartermaster.amp.model.ProblemCode.TIER_ASSUMED;

import io.github.quartermaster.amp.internal.archive.ArchiveEntry;
import io.github.quartermaster.amp.internal.archive.ArchiveTree;
import io.github.quartermaster.amp.internal.format.ModulePropertiesFormat;
import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.AmpFile.MappedFile;
import io.github.quartermaster.amp.model.AmpModule;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.Tier;
import io.github.quartermaster.amp.model.WarLayout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one AMP brings, gathered entry by entry. */
final class AmpContents {
  private final Path location;
  private final AmpModule module;
  private final int maxNameBytes;
  private final SortedMap<String, MappedFile> files = new TreeMap<>();
  private final SortedSet<String> directories = new TreeSet<>();
  private final SortedMap<String, AmpModule> bundled = new TreeMap<>();
  private final List<Problem> findings = new ArrayList<>();

  AmpContents(Path location, AmpModule module, int maxNameBytes) {
    this.location = location;
    this.module = module;
    this.maxNameBytes = maxNameBytes;
  }

  void add(ArchiveTree tree, ArchiveEntry entry, FileMapping mapping) throws IOException {
    String name = entry.name();
    if (entry.isDirectory()) {
      for (String target : mapping.targetsOf(name).values()) {
        putDirectory(target.endsWith("/") ? target.substring(0, target.length() - 1) : target);
      }
      return;
    }
    Map<String, String> targets = mapping.targetsOf(name);
    if (targets.isEmpty()) {
      return;
    }
    MappedFile file = new MappedFile(name, tree.fingerprint(entry));
    for (String target : targets.size() == 1 ? targets.values() : new TreeSet<>(targets.values())) {
      put(target, file, mapping);
    }
  }

  /** Reads what other modules it brings, as Alfresco will; one that is broken hurts Alfresco. */
  void findBundled(ArchiveTree tree) throws IOException {
    for (Map.Entry<String, MappedFile> file : files.entrySet()) {
      if (!WarLayout.isModuleProperties(file.getKey())) {
        continue;
      }
      ArchiveEntry entry = tree.find(file.getValue().source()).orElseThrow();
      try {
        byte[] content = tree.read(entry, AmpReader.MAX_PROPERTIES_BYTES);
        AmpModule other = ModulePropertiesFormat.parse(content).module();
        if (!other.id().equals(module.id())) {
          bundled.put(file.getKey(), other);
        }
      } catch (IllegalArgumentException e) {
        findings.add(
            Problem.warning(
                MODULE_STATE_BROKEN,
                location,
                "tried to read "
                    + file.getValue().source()
                    + " of the AMP "
                    + location
                    + ", the state of another module; "
                    + e.getMessage(),
                "Alfresco may not start with it: have the AMP corrected"));
      }
    }
  }

  /** Where the files go. */
  Set<String> paths() {
    return files.keySet();
  }

  AmpFile toAmp(Optional<Tier> tier) {
    if (tier.isEmpty()) {
      findings.add(
          Problem.warning(
              TIER_ASSUMED,
              location,
              "took "
                  + location
                  + " ("
                  + module.label()
                  + ") for a repository AMP; nothing in it tells whether it is one or is for Share",
              "Say which it is"));
    }
    if (!directories.isEmpty()) {
      files.keySet().forEach(this::dropParents);
    }
    return new AmpFile(
        location, tier.orElse(Tier.REPOSITORY), module, files, directories, bundled, findings);
  }

  private void dropParents(String path) {
    for (String p = WarLayout.parent(path); !p.isEmpty(); p = WarLayout.parent(p)) {
      directories.remove(p);
    }
  }

  private void put(String target, MappedFile file, FileMapping mapping) {
    if (target.equals(WarLayout.moduleProperties(module.id()))) {
      return; // the installer writes the module's state, whatever the AMP brings in its place
    }
    if (isRecord(target) || target.startsWith(WarLayout.ORIGINALS + "/")) {
      throw new AmpException(
          Problem.error(
              RESERVED_PATH,
              location,
              "refused the AMP "
                  + location
                  + "; it brings "
                  + target
                  + ", which only an installer may write",
              "Take the file out of the AMP"));
    }
    checkName(target);
    MappedFile rival = files.get(target);
    if (rival != null && !rival.fingerprint().matches(file.fingerprint())) {
      MappedFile winner = isMoreSpecific(mapping, file, rival, target) ? file : rival;
      findings.add(
          Problem.warning(
              MAPPING_COLLISION,
              location,
              location
                  + " brings two different files to "
                  + target
                  + ": "
                  + rival.source()
                  + " and "
                  + file.source()
                  + "; took "
                  + winner.source(),
              "Correct its file-mapping.properties"));
      files.put(target, winner);
    } else {
      files.putIfAbsent(target, file);
    }
  }

  /** Also another module's: it would tell what to delete when that one is upgraded. */
  private static boolean isRecord(String target) {
    return target.endsWith("/" + WarLayout.MODIFICATIONS)
        && WarLayout.parent(WarLayout.parent(target)).equals(WarLayout.MODULES);
  }

  private void putDirectory(String target) {
    if (!target.isEmpty()) {
      checkName(target);
      directories.add(target);
    }
  }

  private void checkName(String target) {
    if (target.getBytes(StandardCharsets.UTF_8).length > maxNameBytes) {
      throw AmpReader.unreadable(
          location,
          "its mapping leads to a name of more than "
              + maxNameBytes
              + " bytes: "
              + target.substring(0, Math.min(80, target.length()))
              + "...",
          null);
    }
    if (target.indexOf('|') >= 0) {
      throw AmpReader.unreadable(
          location, "the name of " + target + " holds a '|', which no record can take", null);
    }
  }

  private static boolean isMoreSpecific(
      FileMapping mapping, MappedFile file, MappedFile rival, String target) {
    return depth(mapping, file, target) > depth(mapping, rival, target);
  }

  private static int depth(FileMapping mapping, MappedFile file, String target) {
    return mapping.targetsOf(file.source()).entrySet().stream()
        .filter(mapped -> mapped.getValue().equals(target))
        .mapToInt(mapped -> mapped.getKey().length())
        .max()
        .orElse(0);
  }
}
