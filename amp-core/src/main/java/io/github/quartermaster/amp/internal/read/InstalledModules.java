package io.github.quartermaster.amp.internal.read;

import static io.github.quartermaster.amp.model.ProblemCode.ARCHIVE_UNSAFE;
import static io.github.quartermaster.amp.model.ProblemCode.MODULE_STATE_BROKEN;
import static io.github.quartermaster.amp.model.ProblemCode.MODULE_TWICE;

import io.github.quartermaster.amp.internal.archive.ArchiveEntry;
import io.github.quartermaster.amp.internal.archive.ArchiveTree;
import io.github.quartermaster.amp.internal.format.ModificationsFormat;
import io.github.quartermaster.amp.internal.format.ModulePropertiesFormat;
import io.github.quartermaster.amp.internal.format.ModulePropertiesFormat.ModuleDetails;
import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.Modifications;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.WarLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a WAR says of the modules that are installed in it. */
final class InstalledModules {
  /** Of all modules together; the largest record known has some 10,000 lines of 150 bytes. */
  private static final int MAX_STATE_BYTES = 32 << 20;

  /** Of two that state the same, first the one in the folder that is called as the module. */
  private static final Comparator<InstalledModule> BY_ID =
      new Comparator<>() {
        @Override
        public int compare(InstalledModule a, InstalledModule b) {
          int byId = a.id().compareTo(b.id());
          int byPlace = byId != 0 ? byId : Boolean.compare(isOddlyPlaced(a), isOddlyPlaced(b));
          return byPlace != 0 ? byPlace : a.directory().compareTo(b.directory());
        }

        private boolean isOddlyPlaced(InstalledModule module) {
          return !module.directory().equals(WarLayout.moduleFolder(module.id()));
        }
      };

  private InstalledModules() {}

  /**
   * Reads them, by id and each once.
   *
   * @param findings told of those that cannot be read, or are there twice
   * @throws AmpException if together they are larger than any could be
   */
  static List<InstalledModule> of(Path war, ArchiveTree tree, List<Problem> findings)
      throws IOException {
    List<InstalledModule> modules = new ArrayList<>();
    List<ArchiveEntry> ofModules = ofModules(tree);
    checkSize(war, ofModules);
    for (ArchiveEntry entry : ofModules) {
      if (!WarLayout.isModuleProperties(entry.name())) {
        continue;
      }
      String folder = WarLayout.parent(entry.name());
      try {
        ModuleDetails details = ModulePropertiesFormat.parse(tree.read(entry, MAX_STATE_BYTES));
        modules.add(
            new InstalledModule(
                details.module(),
                folder,
                details.state(),
                details.installDate().orElse(null),
                modifications(tree, WarLayout.modifications(details.module().id()))));
      } catch (IllegalArgumentException e) {
        findings.add(
            Problem.warning(
                MODULE_STATE_BROKEN,
                folder,
                "tried to read the state of the module in "
                    + folder
                    + " of "
                    + war
                    + "; "
                    + e.getMessage(),
                "Alfresco may not start with it: mend the file, or start from a fresh WAR"));
      }
    }
    modules.sort(BY_ID);
    return withoutDoubles(war, modules, findings);
  }

  /** An AMP may bring its own module.properties in a folder that is not called as the module. */
  private static List<InstalledModule> withoutDoubles(
      Path war, List<InstalledModule> sorted, List<Problem> findings) {
    Map<ModuleId, InstalledModule> byId = new LinkedHashMap<>();
    for (InstalledModule module : sorted) {
      InstalledModule first = byId.putIfAbsent(module.id(), module);
      if (first != null) {
        findings.add(
            Problem.warning(
                MODULE_TWICE,
                module.directory(),
                "module "
                    + module.id()
                    + " is stated twice in "
                    + war
                    + ": in "
                    + first.directory()
                    + ", which counts here, and in "
                    + module.directory(),
                "Alfresco takes either of them by chance: have the AMP that brings the second one"
                    + " corrected"));
      }
    }
    return List.copyOf(byId.values());
  }

  private static List<ArchiveEntry> ofModules(ArchiveTree tree) {
    List<ArchiveEntry> found = new ArrayList<>();
    for (ArchiveEntry entry : tree.entries()) {
      if (entry.name().startsWith(WarLayout.MODULES + "/")) {
        found.add(entry);
      }
    }
    return found;
  }

  private static void checkSize(Path war, List<ArchiveEntry> ofModules) {
    long size = 0;
    for (ArchiveEntry entry : ofModules) {
      boolean state =
          entry.name().endsWith("/" + WarLayout.MODULE_PROPERTIES)
              || entry.name().endsWith("/" + WarLayout.MODIFICATIONS);
      size += state ? entry.size() : 0;
    }
    if (size > MAX_STATE_BYTES) {
      throw new AmpException(
          Problem.error(
              ARCHIVE_UNSAFE,
              war,
              "refused the WAR "
                  + war
                  + "; the states of its modules add up to "
                  + size
                  + " bytes where no more than "
                  + MAX_STATE_BYTES
                  + " are expected",
              "Build it anew, or take it from a backup"));
    }
  }

  private static @Nullable Modifications modifications(ArchiveTree tree, String path)
      throws IOException {
    Optional<byte[]> content = read(tree, path);
    try {
      return content
          .map(ModificationsFormat::parse)
          .map(recorded -> NestedArchives.asFiles(recorded, tree))
          .orElse(null);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(path + ": " + e.getMessage(), e);
    }
  }

  private static Optional<byte[]> read(ArchiveTree tree, String path) throws IOException {
    Optional<ArchiveEntry> entry = tree.find(path);
    return entry.isEmpty()
        ? Optional.empty()
        : Optional.of(tree.read(entry.get(), MAX_STATE_BYTES));
  }
}
