package io.github.quartermaster.amp.internal.read;

import static io.github.quartermaster.amp.model.ProblemCode.WAR_UNREADABLE;

import io.github.quartermaster.amp.internal.archive.ArchiveEntry;
import io.github.quartermaster.amp.internal.archive.ArchiveTree;
import io.github.quartermaster.amp.internal.archive.ExplodedTree;
import io.github.quartermaster.amp.internal.archive.InnerArchive;
import io.github.quartermaster.amp.internal.archive.ZipDirectory;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.Library;
import io.github.quartermaster.amp.model.Library.Coordinates;
import io.github.quartermaster.amp.model.LibraryFile;
import io.github.quartermaster.amp.model.WarContents;
import io.github.quartermaster.amp.model.WarInventory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the libraries of a WAR: what each is, and its checksum. */
public final class LibraryReader {
  private static final Pattern POM = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");
  private static final int MAX_POM_BYTES = 1 << 16;

  /** A larger library is not looked into; the largest known have some 20 MB. */
  private static final int MAX_LIBRARY_BYTES = 48 << 20;

  private final ArchiveLimits limits;

  /** Reads under these limits. */
  public LibraryReader(ArchiveLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads all libraries of a WAR that was read.
   *
   * @throws io.github.quartermaster.amp.model.AmpException if one cannot be read
   */
  public WarContents read(WarInventory war) {
    try (ArchiveTree tree =
        war.exploded()
            ? ExplodedTree.open(war.path(), limits)
            : ZipDirectory.open(war.path(), limits)) {
      List<Library> libraries = new ArrayList<>();
      for (String path : war.files().keySet()) {
        Optional<LibraryFile> library = LibraryFile.of(path);
        Optional<ArchiveEntry> entry = tree.find(path);
        if (library.isPresent() && entry.isPresent()) {
          libraries.add(read(tree, entry.get(), library.get()));
        }
      }
      return new WarContents(war, libraries);
    } catch (IOException e) {
      throw new UnreadableArchive(
              "WAR", war.path(), WAR_UNREADABLE, "Build it anew, or take it from a backup")
          .because(e);
    }
  }

  private static Library read(ArchiveTree tree, ArchiveEntry entry, LibraryFile file)
      throws IOException {
    MessageDigest digest = sha256();
    @Nullable Coordinates coordinates = null;
    if (entry.size() <= MAX_LIBRARY_BYTES) {
      byte[] content = tree.read(entry, MAX_LIBRARY_BYTES);
      digest.update(content);
      coordinates = coordinates(content, file);
    } else {
      tree.copyTo(entry, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    }
    return new Library(file, entry.size(), HexFormat.of().formatHex(digest.digest()), coordinates);
  }

  /** Those of the library itself: one that swallowed others has theirs too. */
  private static @Nullable Coordinates coordinates(byte[] content, LibraryFile file) {
    SortedMap<String, byte[]> poms =
        InnerArchive.find(content, name -> POM.matcher(name).matches(), MAX_POM_BYTES);
    List<Coordinates> all =
        poms.values().stream().map(LibraryReader::coordinates).filter(Objects::nonNull).toList();
    return all.stream()
        .filter(one -> one.artifactId().equals(file.name()))
        .findFirst()
        .orElse(all.size() == 1 ? all.get(0) : null);
  }

  private static @Nullable Coordinates coordinates(byte[] pom) {
    Properties keys = new Properties();
    try {
      keys.load(new ByteArrayInputStream(pom));
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
    String group = keys.getProperty("groupId", "").strip();
    String artifact = keys.getProperty("artifactId", "").strip();
    String version = keys.getProperty("version", "").strip();
    return group.isEmpty() || artifact.isEmpty() || version.isEmpty()
        ? null
        : new Coordinates(group, artifact, version);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
