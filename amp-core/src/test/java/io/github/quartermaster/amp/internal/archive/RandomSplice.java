package io.github.quartermaster.amp.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.model.ArchiveLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * A random archive of one of several writers, spliced at random from others, and held against a map
 * of names to contents that was changed likewise.
 */
final class RandomSplice {
  private static final List<String> NAMES =
      List.of(
          "META-INF/",
          "META-INF/MANIFEST.MF",
          "a",
          "b/",
          "b/c",
          "b/d/",
          "b/d/e",
          "ä",
          "z/1",
          "z/2",
          "z/3",
          "y/1",
          "y/2",
          "long/" + "n".repeat(200));
  private static final DosTime TIME = new DosTime(1 << 21 | 1 << 16);

  private RandomSplice() {}

  /**
   * Makes it, and reads the result with every reader there is.
   *
   * @return the result
   */
  static Path check(Path folder, long seed) throws IOException {
    Random random = new Random(seed);
    Map<String, byte[]> model = contents(random);
    Map<String, byte[]> amp = contents(random);
    Path war = write(folder.resolve("base.zip"), model, random);
    Path other = write(folder.resolve("other.zip"), amp, random);
    Path folderOfOther = explode(folder.resolve("exploded"), amp);
    try (ZipDirectory base = ZipDirectory.open(war, ArchiveLimits.DEFAULTS);
        ZipTree source = ZipReader.values()[random.nextInt(2)].open(other);
        ExplodedTree exploded = ExplodedTree.open(folderOfOther, ArchiveLimits.DEFAULTS)) {
      Map<String, Long> sizes = new LinkedHashMap<>();
      base.entries().forEach(entry -> sizes.put(entry.name(), entry.compressedSize()));
      Set<String> removed = new TreeSet<>();
      for (String name : List.copyOf(model.keySet())) {
        if (random.nextInt(4) == 0) {
          removed.add(name);
          model.remove(name);
        }
      }
      Map<String, Content> written = new TreeMap<>();
      for (String name : NAMES) {
        if (random.nextInt(3) == 0) {
          written.put(name, content(name, model, random, List.of(base, source, exploded)));
        }
      }
      Path result = folder.resolve("result.zip");
      Files.deleteIfExists(result);
      Spliced.write(ZipSplice.of(base, removed, written), result);

      Map<String, byte[]> found = Spliced.contents(result);
      assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(model.keySet());
      model.forEach((name, bytes) -> assertThat(found.get(name)).as(name).isEqualTo(bytes));
      try (ZipTree after = ZipReader.OWN.open(result)) {
        for (ArchiveEntry entry : after.entries()) {
          if (!written.containsKey(entry.name())) {
            assertThat(entry.compressedSize()).isEqualTo(sizes.get(entry.name()));
          }
        }
      }
      return result;
    }
  }

  /** Picks a content, and notes in the model what it should come to. */
  private static Content content(
      String name, Map<String, byte[]> model, Random random, List<ArchiveTree> trees)
      throws IOException {
    if (name.endsWith("/")) {
      model.put(name, new byte[0]);
      return new Content.Directory(TIME);
    }
    ArchiveTree tree = trees.get(random.nextInt(trees.size()));
    List<ArchiveEntry> files =
        tree.entries().stream().filter(entry -> !entry.isDirectory()).toList();
    if (files.isEmpty() || random.nextInt(4) == 0) {
      byte[] bytes = bytes(random);
      model.put(name, bytes);
      return new Content.Bytes(bytes, TIME);
    }
    ArchiveEntry entry = files.get(random.nextInt(files.size()));
    model.put(name, tree.read(entry, Integer.MAX_VALUE));
    return tree instanceof ZipTree zip
        ? new Content.Copy(zip, entry, entry.time())
        : new Content.FolderFile((ExplodedTree) tree, entry, TIME);
  }

  private static Map<String, byte[]> contents(Random random) {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    for (String name : NAMES) {
      if (random.nextBoolean()) {
        contents.put(name, name.endsWith("/") ? new byte[0] : bytes(random));
      }
    }
    return contents;
  }

  private static byte[] bytes(Random random) {
    int[] sizes = {0, 1, 10, 1000, 40_000, 100_000};
    byte[] bytes = new byte[sizes[random.nextInt(sizes.length)]];
    random.nextBytes(bytes);
    if (random.nextBoolean()) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] &= 3;
      }
    }
    return bytes;
  }

  private static Path write(Path file, Map<String, byte[]> contents, Random random)
      throws IOException {
    if (random.nextBoolean()) {
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
        for (Map.Entry<String, byte[]> content : contents.entrySet()) {
          zip.putNextEntry(new ZipEntry(content.getKey()));
          zip.write(content.getValue());
        }
      }
      return file;
    }
    boolean seekable = random.nextBoolean();
    try (OutputStream out = Files.newOutputStream(file);
        ZipArchiveOutputStream zip =
            seekable ? new ZipArchiveOutputStream(file) : new ZipArchiveOutputStream(out)) {
      // the JDK understands neither zip64 data descriptors nor, since 21, offsets that need no
      // zip64
      boolean zip64 = seekable && random.nextBoolean();
      zip.setUseZip64(zip64 ? Zip64Mode.AlwaysWithCompatibility : Zip64Mode.AsNeeded);
      for (Map.Entry<String, byte[]> content : contents.entrySet()) {
        zip.putArchiveEntry(new ZipArchiveEntry(content.getKey()));
        zip.write(content.getValue());
        zip.closeArchiveEntry();
      }
    }
    return file;
  }

  private static Path explode(Path target, Map<String, byte[]> contents) throws IOException {
    Path exploded = Files.createTempDirectory(target.getParent(), "exploded");
    for (Map.Entry<String, byte[]> content : contents.entrySet()) {
      Path file = exploded.resolve(content.getKey());
      if (content.getKey().endsWith("/")) {
        Files.createDirectories(file);
      } else {
        Files.createDirectories(file.getParent());
        Files.write(file, content.getValue());
      }
    }
    return exploded;
  }
}
