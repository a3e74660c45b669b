package io.github.quartermaster.amp.internal.archive;

import static io.github.quartermaster.amp.internal.archive.EntryBytes.deflated;
import static io.github.quartermaster.amp.internal.archive.EntryBytes.extra;
import static io.github.quartermaster.amp.internal.archive.EntryBytes.stored;
import static io.github.quartermaster.amp.internal.archive.EntryBytes.zip64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our reader and splicer against everybody else's: the JDK's two readers, commons-compress and
 * Info-ZIP's {@code unzip}.
 */
class DifferentialTest {
  private static final int EMPTY = 22;
  private static final DosTime TIME = new DosTime(1 << 21 | 1 << 16);

  @TempDir Path folder;

  @Test
  void random_splices_are_read_alike_by_all() throws IOException {
    for (long seed : Fuzzing.seeds(60).toArray()) {
      try {
        Files.delete(RandomSplice.check(folder, seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  @Test
  void random_splices_pass_unzips_test() throws Exception {
    assumeTrue(hasUnzip(), "there is no unzip here");
    for (long seed : Fuzzing.seeds(60).toArray()) {
      Path result = RandomSplice.check(folder, seed);
      // unzip warns of archives without entries, and of some names beyond ASCII
      if (unzip(folder.resolve("base.zip")).isEmpty() && Files.size(result) > EMPTY) {
        assertThat(unzip(result)).as("seed %d", seed).isEmpty();
      }
    }
  }

  /** Archives of any make, each with some bytes changed, cut out or doubled. */
  @Test
  void damaged_archives_are_refused_or_read_as_commons_compress_reads_them() throws IOException {
    Path file = folder.resolve("damaged.zip");
    for (long seed : Fuzzing.seeds(800).toArray()) {
      Random random = new Random(seed);
      Files.write(file, damaged(archive(random).bytes(), random));
      try (ZipTree one = ZipReader.OWN.open(file);
          ZipTree other = ZipReader.COMMONS_COMPRESS.open(file)) {
        assertThat(one.entries())
            .as("seed %d", seed)
            .usingRecursiveFieldByFieldElementComparatorOnFields(
                "name", "size", "compressedSize", "crc32", "method", "flags", "offset")
            .isEqualTo(other.entries());
        splice((ZipDirectory) one);
      } catch (ArchiveException refused) {
        assertThat(refused.reason()).as("seed %d", seed).isNotBlank();
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  private void splice(ZipDirectory base) throws IOException {
    Path target = folder.resolve("spliced.zip");
    Map<String, Content> written = new TreeMap<>();
    written.put("new/file", new Content.Bytes(new byte[] {1}, TIME));
    for (ArchiveEntry entry : base.entries()) {
      if (!entry.isDirectory()) {
        written.put("copy/" + entry.name(), new Content.Copy(base, entry, TIME));
      }
    }
    try {
      Spliced.write(ZipSplice.of(base, Set.of(), written), target);
      try (ZipTree result = ZipReader.OWN.open(target)) {
        for (ArchiveEntry entry : result.entries()) {
          if (entry.name().startsWith("copy/")) {
            assertThat(result.read(entry, 1 << 22)).hasSize((int) entry.size());
          }
        }
      }
    } finally {
      Files.deleteIfExists(target);
    }
  }

  private static ZipBytes archive(Random random) {
    ZipBytes zip = ZipBytes.of();
    int entries = random.nextInt(6);
    for (int i = 0; i < entries; i++) {
      String name = "d" + random.nextInt(3) + "/" + (random.nextInt(5) == 0 ? "" : "f" + i);
      String content = name.endsWith("/") ? "" : "content ".repeat(random.nextInt(40));
      EntryBytes entry = random.nextBoolean() ? stored(name, content) : deflated(name, content);
      switch (random.nextInt(5)) {
        case 0 -> entry.withDataDescriptor(random.nextBoolean());
        case 1 -> {
          long size = entry.size;
          long compressed = entry.compressedSize;
          entry.size = entry.compressedSize = -1;
          entry.localSize = entry.localCompressedSize = -1;
          entry.centralExtra = entry.localExtra = zip64(size, compressed);
        }
        case 2 -> entry.localExtra = entry.centralExtra = extra(0x5455, new byte[] {1, 2, 3, 4, 5});
        case 3 -> entry.comment = new byte[random.nextInt(9)];
        default -> {}
      }
      zip.entry(entry);
    }
    if (random.nextInt(4) == 0) {
      zip.zip64End(end -> {});
    }
    if (random.nextInt(4) == 0) {
      zip.comment(new byte[random.nextInt(30)]);
    }
    return zip;
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    int damages = random.nextInt(4);
    for (int i = 0; i < damages && bytes.length > 0; i++) {
      int at = random.nextInt(bytes.length);
      int[] telling = {0, 0xff, 0x7f, 0x80, bytes[at] ^ 1 << random.nextInt(8), random.nextInt()};
      bytes[at] = (byte) telling[random.nextInt(telling.length)];
    }
    if (random.nextInt(6) == 0 && bytes.length > 0) {
      int from = random.nextInt(bytes.length);
      int to = Math.min(bytes.length, from + random.nextInt(60));
      byte[] rest = new byte[from + bytes.length - to];
      System.arraycopy(bytes, 0, rest, 0, from);
      System.arraycopy(bytes, to, rest, from, bytes.length - to);
      return rest;
    }
    return bytes;
  }

  /** What it finds wrong. */
  private static String unzip(Path file) throws IOException, InterruptedException {
    Process unzip =
        new ProcessBuilder("unzip", "-tqq", file.toString()).redirectErrorStream(true).start();
    String said = new String(unzip.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = unzip.waitFor();
    return code == 0 ? "" : code + " " + said;
  }

  private static boolean hasUnzip() {
    try {
      Process unzip = new ProcessBuilder("unzip", "-v").redirectErrorStream(true).start();
      unzip.getInputStream().readAllBytes();
      return unzip.waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }
}
