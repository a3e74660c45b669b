package io.github.quartermaster.amp.internal.read;

import static io.github.quartermaster.amp.model.ProblemCode.ARCHIVE_UNSAFE;
import static io.github.quartermaster.amp.model.ProblemCode.MODULE_STATE_BROKEN;
import static io.github.quartermaster.amp.model.ProblemCode.MODULE_TWICE;
import static io.github.quartermaster.amp.model.ProblemCode.WAR_NOT_FOUND;
import static io.github.quartermaster.amp.model.ProblemCode.WAR_TIER_UNKNOWN;
import static io.github.quartermaster.amp.model.ProblemCode.WAR_UNREADABLE;

import io.github.quartermaster.amp.internal.archive.ArchiveEntry;
import io.github.quartermaster.amp.internal.archive.ArchiveTree;
import io.github.quartermaster.amp.internal.archive.ExplodedTree;
import io.github.quartermaster.amp.internal.archive.ZipDirectory;
import io.github.quartermaster.amp.internal.file.Stamps;
import io.github.quartermaster.amp.internal.format.ModificationsFormat;
import io.github.quartermaster.amp.internal.format.ModulePropertiesFormat;
import io.github.quartermaster.amp.internal.format.ModulePropertiesFormat.ModuleDetails;
import io.github.quartermaster.amp.internal.read.WarProductReader.Recognised;
import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.FileStamp;
import io.github.quartermaster.amp.model.Fingerprint;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.Modifications;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.Tier;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a WAR, packed or exploded: its table of contents and the few small files that tell product
 * and modules, and nothing else.
 */
public final class WarReader {
  /** Of all modules together; the largest record known has some 10,000 lines of 150 bytes. */
  private static final int MAX_STATE_BYTES = 32 << 20;

  private final Map<String, Tier> tiers;
  private final ArchiveLimits limits;

  /**
   * Reads under these limits.
   *
   * @param tiers what the user says of tiers, by file name
   */
  public WarReader(Map<String, Tier> tiers, ArchiveLimits limits) {
    this.tiers = tiers;
    this.limits = limits;
  }

  /**
   * Reads one WAR.
   *
   * @param compared paths whose content will be compared; of an exploded WAR only these files and
   *     the kept originals are read
   * @throws AmpException if it is missing, or no WAR
   */
  public WarInventory read(Path war, Set<String> compared) {
    return read(war, modules -> compared);
  }

  /**
   * Reads one WAR so that what its modules recorded can be compared.
   *
   * @throws AmpException if it is missing, or no WAR
   */
  public WarInventory readRecorded(Path war) {
    return read(
        war,
        modules ->
            modules.stream()
                .flatMap(module -> module.modifications().stream())
                .flatMap(recorded -> recorded.files().keySet().stream())
                .collect(Collectors.toSet()));
  }

  /**
   * A WAR that is to be replaced, so that nobody needs to know what is in it.
   *
   * @param like the WAR that will take its place
   */
  public static WarInventory unread(Path war, WarInventory like) {
    try {
      return new WarInventory(
          war,
          Files.isDirectory(war),
          Files.exists(war) ? Stamps.of(war) : FileStamp.ABSENT,
          like.tier(),
          like.product(),
          new TreeMap<>(),
          new TreeSet<>(),
          List.of(),
          List.of());
    } catch (IOException e) {
      throw new UnreadableArchive(
              "WAR", war, WAR_UNREADABLE, "Look whether it may be read, and run again")
          .because(e);
    }
  }

  private WarInventory read(Path war, Function<List<InstalledModule>, Set<String>> compared) {
    if (!Files.exists(war)) {
      throw new AmpException(
          Problem.error(
              WAR_NOT_FOUND,
              war,
              "tried to read the WAR " + war + "; there is no such file or folder",
              "Correct the name, or build the WAR first"));
    }
    boolean exploded = Files.isDirectory(war);
    try {
      FileStamp stamp = Stamps.of(war);
      try (ArchiveTree tree =
          exploded ? ExplodedTree.open(war, limits) : ZipDirectory.open(war, limits)) {
        return read(war, exploded, stamp, tree, compared);
      }
    } catch (IOException e) {
      throw new UnreadableArchive(
              "WAR", war, WAR_UNREADABLE, "Build it anew, or take it from a backup")
          .because(e);
    }
  }

  private WarInventory read(
      Path war,
      boolean exploded,
      FileStamp stamp,
      ArchiveTree tree,
      Function<List<InstalledModule>, Set<String>> comparing)
      throws IOException {
    List<Problem> findings = new ArrayList<>();
    List<InstalledModule> modules = modules(war, tree, moduleFolders(tree), findings);
    Set<String> compared = comparing.apply(modules);
    SortedMap<String, Fingerprint> files = new TreeMap<>();
    SortedSet<String> directories = new TreeSet<>();
    for (ArchiveEntry entry : tree.entries()) {
      String name = entry.name();
      if (name.startsWith(WarLayout.STAGING + "/")) {
        continue; // what an interrupted run had prepared is no part of the WAR
      }
      if (entry.isDirectory()) {
        addWithParents(name.substring(0, name.length() - 1), directories);
        continue;
      }
      addWithParents(WarLayout.parent(name), directories);
      files.put(
          name,
          exploded && !compared.contains(name) && !name.startsWith(WarLayout.ORIGINALS + "/")
              ? new Fingerprint(entry.size(), Fingerprint.UNREAD)
              : tree.fingerprint(entry));
    }
    Recognised recognised = WarProductReader.recognise(tree);
    Tier tier =
        Optional.ofNullable(tiers.get(String.valueOf(war.getFileName())))
            .or(recognised::tier)
            .or(() -> WarProductReader.byName(String.valueOf(war.getFileName())))
            .orElseThrow(() -> tierUnknown(war));
    return new WarInventory(
        war, exploded, stamp, tier, recognised.product(), files, directories, modules, findings);
  }

  private static List<String> moduleFolders(ArchiveTree tree) {
    return tree.entries().stream()
        .map(ArchiveEntry::name)
        .filter(WarLayout::isModuleProperties)
        .map(WarLayout::parent)
        .toList();
  }

  private static List<InstalledModule> modules(
      Path war, ArchiveTree tree, List<String> folders, List<Problem> findings) throws IOException {
    List<InstalledModule> modules = new ArrayList<>();
    checkSize(war, tree);
    for (String folder : folders) {
      try {
        ModuleDetails details =
            ModulePropertiesFormat.parse(
                read(tree, folder + "/" + WarLayout.MODULE_PROPERTIES).orElseThrow());
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
    modules.sort(
        Comparator.comparing(InstalledModule::id)
            .thenComparing(
                module -> !module.directory().equals(WarLayout.moduleFolder(module.id())))
            .thenComparing(InstalledModule::directory));
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

  private static void checkSize(Path war, ArchiveTree tree) {
    long size = 0;
    for (ArchiveEntry entry : tree.entries()) {
      boolean state =
          entry.name().startsWith(WarLayout.MODULES + "/")
              && (entry.name().endsWith("/" + WarLayout.MODULE_PROPERTIES)
                  || entry.name().endsWith("/" + WarLayout.MODIFICATIONS));
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

  private static void addWithParents(String directory, SortedSet<String> directories) {
    for (String d = directory; !d.isEmpty() && directories.add(d); d = WarLayout.parent(d)) {}
  }

  private static AmpException tierUnknown(Path war) {
    return new AmpException(
        Problem.error(
            WAR_TIER_UNKNOWN,
            war,
            "tried to tell whether "
                + war
                + " is the repository or Share; neither its manifest nor a version.properties nor"
                + " its name says so",
            "Say which it is"));
  }
}
