package io.github.quartermaster.amp.internal.read;

import io.github.quartermaster.amp.internal.archive.ArchiveEntry;
import io.github.quartermaster.amp.internal.archive.ArchiveTree;
import io.github.quartermaster.amp.internal.archive.ExplodedTree;
import io.github.quartermaster.amp.internal.archive.ZipDirectory;
import io.github.quartermaster.amp.internal.file.Leavings;
import io.github.quartermaster.amp.internal.format.ModificationsFormat;
import io.github.quartermaster.amp.internal.format.ModulePropertiesFormat;
import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.Modifications;
import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.amp.model.WarEvidence;
import io.github.quartermaster.amp.model.WarEvidence.MendedState;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gathers what tells whether a WAR is as its modules' installers had left it. Of a packed WAR that
 * is its directory, the states of modules, and the libraries, since modules may lie in these.
 */
public final class EvidenceReader {
  private static final int MAX_STATE_BYTES = 32 << 20;

  private final WarReader reader;
  private final ArchiveLimits limits;

  /** Reads under these limits, with this reader for the WAR itself. */
  public EvidenceReader(WarReader reader, ArchiveLimits limits) {
    this.reader = reader;
    this.limits = limits;
  }

  /**
   * Reads one WAR.
   *
   * @throws AmpException if it is missing, or no WAR
   */
  public WarEvidence read(Path war) {
    WarInventory inventory = reader.readRecorded(war);
    try (ArchiveTree tree =
        inventory.exploded() ? ExplodedTree.open(war, limits) : ZipDirectory.open(war, limits)) {
      return read(inventory, tree);
    } catch (IOException e) {
      throw new UnreadableArchive(
              "WAR", war, ProblemCode.WAR_UNREADABLE, "Build it anew, or take it from a backup")
          .because(e);
    }
  }

  private static WarEvidence read(WarInventory war, ArchiveTree tree) throws IOException {
    SortedMap<String, Modifications> records = new TreeMap<>();
    SortedSet<String> untidy = new TreeSet<>();
    SortedMap<String, String> unreadable = new TreeMap<>();
    SortedMap<String, MendedState> mendable = new TreeMap<>();
    for (ArchiveEntry entry : tree.entries()) {
      String path = entry.name();
      if (WarLayout.isModifications(path)) {
        byte[] content = tree.read(entry, MAX_STATE_BYTES);
        try {
          records.put(path, ModificationsFormat.parseUntidy(content));
          if (ModificationsFormat.isUntidy(content)) {
            untidy.add(path);
          }
        } catch (IllegalArgumentException e) {
          unreadable.put(path, String.valueOf(e.getMessage()));
        }
      } else if (WarLayout.isModuleProperties(path)) {
        mendable(path, tree.read(entry, MAX_STATE_BYTES), mendable);
      }
    }
    LibraryScan libraries = LibraryScan.of(tree);
    return new WarEvidence(
        war,
        records,
        untidy,
        unreadable,
        mendable,
        libraries.modules(),
        libraries.broken(),
        leftovers(war),
        war.exploded() ? texts(Leavings.foldersOfOtherTool(war.path())) : List.of());
  }

  private static void mendable(
      String path, byte[] content, SortedMap<String, MendedState> mendable) {
    try {
      ModulePropertiesFormat.parse(content);
    } catch (IllegalArgumentException broken) {
      ModulePropertiesFormat.mend(content)
          .ifPresent(
              mended ->
                  mendable.put(
                      path,
                      new MendedState(
                          mended.module(),
                          String.valueOf(broken.getMessage()),
                          mended.installDate().orElse(null))));
    }
  }

  private static List<String> leftovers(WarInventory war) throws IOException {
    List<Path> found = new ArrayList<>(Leavings.ours(war.path()));
    found.addAll(Leavings.ofOtherTool(war.path()));
    Path staging = war.path().resolve(WarLayout.STAGING);
    if (war.exploded() && Files.isDirectory(staging)) {
      found.add(staging.toAbsolutePath());
    }
    return texts(found);
  }

  private static List<String> texts(List<Path> paths) {
    return paths.stream().map(Path::toString).toList();
  }
}
