package io.github.quartermaster.amp.internal.read;

import static io.github.quartermaster.amp.model.ProblemCode.AMP_UNREADABLE;

import io.github.quartermaster.amp.internal.archive.ArchiveEntry;
import io.github.quartermaster.amp.internal.archive.ArchiveTree;
import io.github.quartermaster.amp.internal.archive.ExplodedTree;
import io.github.quartermaster.amp.internal.archive.ZipDirectory;
import io.github.quartermaster.amp.internal.format.ModulePropertiesFormat;
import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.AmpModule;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads an AMP, packed or laid out as a folder, as far as planning needs it. */
public final class AmpReader {
  static final String MODULE_PROPERTIES = "module.properties";
  static final String FILE_MAPPING = "file-mapping.properties";
  static final int MAX_PROPERTIES_BYTES = 1 << 20;

  private final Map<String, Tier> tiers;
  private final ArchiveLimits limits;

  /**
   * Reads under these limits.
   *
   * @param tiers what the user says of tiers, by module id or file name
   */
  public AmpReader(Map<String, Tier> tiers, ArchiveLimits limits) {
    this.tiers = tiers;
    this.limits = limits;
  }

  /**
   * Reads one AMP.
   *
   * @throws AmpException if it cannot be understood, or brings what no AMP may
   */
  public AmpFile read(Path location) {
    try (ArchiveTree tree = open(location)) {
      return read(location, tree);
    } catch (IOException e) {
      throw unreadable(location).because(e);
    }
  }

  private ArchiveTree open(Path location) throws IOException {
    return Files.isDirectory(location)
        ? ExplodedTree.open(location, limits)
        : ZipDirectory.open(location, limits);
  }

  private AmpFile read(Path location, ArchiveTree tree) throws IOException {
    ArchiveEntry properties =
        tree.find(MODULE_PROPERTIES)
            .orElseThrow(
                () -> unreadable(location, "it has no module.properties, so it is no AMP", null));
    AmpModule module =
        parse(
            location,
            MODULE_PROPERTIES,
            tree.read(properties, MAX_PROPERTIES_BYTES),
            content -> ModulePropertiesFormat.parse(content).module());
    Optional<ArchiveEntry> ownMapping = tree.find(FILE_MAPPING);
    FileMapping mapping =
        ownMapping.isEmpty()
            ? FileMapping.defaults()
            : parse(
                location,
                FILE_MAPPING,
                tree.read(ownMapping.get(), MAX_PROPERTIES_BYTES),
                FileMapping::parse);
    AmpContents contents = new AmpContents(location, module, limits.maxNameBytes());
    for (ArchiveEntry entry : tree.entries()) {
      contents.add(tree, entry, mapping);
    }
    contents.findBundled(tree);
    return contents.toAmp(tier(location, module, contents.paths()));
  }

  private Optional<Tier> tier(Path location, AmpModule module, Set<String> paths) {
    String fileName = String.valueOf(location.getFileName());
    // the AMPs of both tiers may share an id, so the name of one file says more
    return Optional.ofNullable(tiers.get(fileName))
        .or(() -> Optional.ofNullable(tiers.get(module.id().value())))
        .or(() -> TierDetection.detect(module, paths, fileName));
  }

  private static <T> T parse(
      Path location, String file, byte[] content, Function<byte[], T> parser) {
    try {
      return parser.apply(content);
    } catch (IllegalArgumentException e) {
      throw unreadable(location, file + ": " + e.getMessage(), e);
    }
  }

  static AmpException unreadable(Path location, String why, @Nullable Throwable cause) {
    return unreadable(location).because(why, cause);
  }

  private static UnreadableArchive unreadable(Path location) {
    return new UnreadableArchive("AMP", location, AMP_UNREADABLE, "Repair it or take it away");
  }
}
