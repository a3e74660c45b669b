package io.github.quartermaster.amp.internal.read;

import static io.github.quartermaster.amp.model.ProblemCode.WAR_NOT_FOUND;
import static io.github.quartermaster.amp.model.ProblemCode.WAR_TIER_UNKNOWN;
import static io.github.quartermaster.amp.model.ProblemCode.WAR_UNREADABLE;

import io.github.quartermaster.amp.internal.archive.ArchiveEntry;
import io.github.quartermaster.amp.internal.archive.ArchiveTree;
import io.github.quartermaster.amp.internal.archive.ExplodedTree;
import io.github.quartermaster.amp.internal.archive.ZipDirectory;
import io.github.quartermaster.amp.internal.file.OpenArchives;
import io.github.quartermaster.amp.internal.file.Stamps;
import io.github.quartermaster.amp.internal.read.WarProductReader.Recognised;
import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.FileStamp;
import io.github.quartermaster.amp.model.Fingerprint;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.Tier;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads a WAR, packed or exploded: its table of contents and the few small files that tell product
 * and modules, and nothing else.
 */
public final class WarReader {
  private final Map<String, Tier> tiers;
  private final ArchiveLimits limits;
  private final OpenArchives open;

  /**
   * Reads under these limits.
   *
   * @param tiers what the user says of tiers, by file name
   */
  public WarReader(Map<String, Tier> tiers, ArchiveLimits limits) {
    this(tiers, limits, OpenArchives.none());
  }

  /**
   * Reads under these limits, and leaves packed WARs open.
   *
   * @param tiers what the user says of tiers, by file name
   * @param open where WARs come from and are kept for the next
   */
  public WarReader(Map<String, Tier> tiers, ArchiveLimits limits, OpenArchives open) {
    this.tiers = tiers;
    this.limits = limits;
    this.open = open;
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
      return exploded ? readFolder(war, stamp, compared) : readFile(war, stamp, compared);
    } catch (IOException e) {
      throw new UnreadableArchive(
              "WAR", war, WAR_UNREADABLE, "Build it anew, or take it from a backup")
          .because(e);
    }
  }

  private WarInventory readFolder(
      Path war, FileStamp stamp, Function<List<InstalledModule>, Set<String>> compared)
      throws IOException {
    try (ExplodedTree tree = ExplodedTree.open(war, limits)) {
      return read(war, true, stamp, tree, compared);
    }
  }

  private WarInventory readFile(
      Path war, FileStamp stamp, Function<List<InstalledModule>, Set<String>> compared)
      throws IOException {
    ZipDirectory tree = open.take(war, stamp, limits);
    try {
      return read(war, false, stamp, tree, compared);
    } finally {
      open.keep(stamp, tree);
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
    List<InstalledModule> modules = InstalledModules.of(war, tree, findings);
    Set<String> compared = comparing.apply(modules);
    List<Map.Entry<String, Fingerprint>> files = new ArrayList<>(tree.entries().size());
    for (ArchiveEntry entry : tree.entries()) {
      String name = entry.name();
      if (!entry.isDirectory() && !isStaged(name)) {
        boolean unread =
            exploded && !compared.contains(name) && !name.startsWith(WarLayout.ORIGINALS + "/");
        files.add(
            Map.entry(
                name,
                unread
                    ? new Fingerprint(entry.size(), Fingerprint.UNREAD)
                    : tree.fingerprint(entry)));
      }
    }
    SortedSet<String> directories = new TreeSet<>(tree.directories());
    directories.removeIf(directory -> isStaged(directory + "/"));
    Recognised recognised = WarProductReader.recognise(tree);
    Tier tier =
        Optional.ofNullable(tiers.get(String.valueOf(war.getFileName())))
            .or(recognised::tier)
            .or(() -> WarProductReader.byName(String.valueOf(war.getFileName())))
            .orElseThrow(() -> tierUnknown(war));
    return new WarInventory(
        war,
        exploded,
        stamp,
        tier,
        recognised.product(),
        PathMap.of(files),
        directories,
        modules,
        findings);
  }

  /** What an interrupted run had prepared is no part of the WAR. */
  private static boolean isStaged(String path) {
    return path.startsWith(WarLayout.STAGING + "/");
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
