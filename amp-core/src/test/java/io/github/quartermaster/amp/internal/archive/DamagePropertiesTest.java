package io.github.quartermaster.amp.internal.archive;

import static io.github.quartermaster.amp.internal.archive.EntryBytes.deflated;
import static io.github.quartermaster.amp.internal.archive.EntryBytes.extra;
import static io.github.quartermaster.amp.internal.archive.EntryBytes.stored;
import static io.github.quartermaster.amp.internal.archive.EntryBytes.zip64;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.model.ArchiveLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** However an archive is damaged: it is refused with the declared exceptions, or it is usable. */
class DamagePropertiesTest {
  private static final byte[] WHOLE = whole();
  private static final DosTime TIME = new DosTime(1 << 21 | 1 << 16);

  private Path file = Path.of("");

  /** A sound archive of all kinds of entries. */
  static byte[] whole() {
    EntryBytes zip64 = stored("z/64", "abcd");
    zip64.size = zip64.compressedSize = zip64.localSize = zip64.localCompressedSize = -1;
    zip64.centralExtra = zip64.localExtra = zip64(4, 4);
    EntryBytes extended = deflated("ext", "extended");
    extended.localExtra = extended.centralExtra = extra(0x5455, new byte[] {1, 2, 3, 4, 5});
    return ZipBytes.of(
            stored("a/", ""),
            deflated("a/b", "hello ".repeat(20)),
            deflated("streamed", "streamed").withDataDescriptor(true),
            stored("ä", "stored"),
            zip64,
            extended)
        .zip64End(end -> {})
        .comment("comment".getBytes(UTF_8))
        .bytes();
  }

  @BeforeProperty
  void makeFile() throws IOException {
    file = Files.createTempFile("damaged", ".zip");
  }

  @AfterProperty
  void removeFile() throws IOException {
    Files.delete(file);
  }

  @Example
  void undamaged_it_is_usable() throws IOException {
    assertThat(use(WHOLE, ZipReader.OWN)).isTrue();
    assertThat(use(WHOLE, ZipReader.COMMONS_COMPRESS)).isTrue();
  }

  @Example
  void any_one_byte_may_be_anything_telling() throws IOException {
    for (int at = 0; at < WHOLE.length; at++) {
      for (int value : new int[] {0, 0xff, WHOLE[at] ^ 1}) {
        byte[] damaged = WHOLE.clone();
        damaged[at] = (byte) value;
        use(damaged, ZipReader.OWN);
      }
    }
  }

  @Property(tries = 600)
  void any_bits_may_be_flipped(
      @ForAll @Size(min = 1, max = 6) int[] places, @ForAll @IntRange(max = 1) int reader)
      throws IOException {
    byte[] damaged = WHOLE.clone();
    for (int place : places) {
      int bit = Math.floorMod(place, damaged.length * 8);
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
    }
    use(damaged, ZipReader.values()[reader]);
  }

  @Property(tries = 300)
  void two_readers_never_see_different_archives(@ForAll @Size(min = 1, max = 4) int[] places)
      throws IOException {
    byte[] damaged = WHOLE.clone();
    for (int place : places) {
      damaged[Math.floorMod(place, damaged.length)] ^= (byte) (place >>> 24 | 1);
    }
    compare(damaged);
  }

  /** Opens with two readers, which see the same or refuse. */
  void compare(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    try (ZipTree one = ZipReader.OWN.open(file);
        ZipTree other = ZipReader.COMMONS_COMPRESS.open(file)) {
      assertThat(one.entries())
          .usingRecursiveFieldByFieldElementComparatorOnFields(
              "name", "size", "compressedSize", "crc32", "method", "flags", "offset")
          .isEqualTo(other.entries());
    } catch (ArchiveException e) {
      assertThat(e.file()).isEqualTo(file);
    }
  }

  @Property(tries = 300)
  void any_piece_may_be_missing_or_doubled(
      @ForAll int from, @ForAll @IntRange(max = 80) int length, @ForAll boolean doubled)
      throws IOException {
    int start = Math.floorMod(from, WHOLE.length - length);
    int next = doubled ? start : start + length;
    int end = doubled ? start + length : start;
    byte[] damaged = new byte[end + WHOLE.length - next];
    System.arraycopy(WHOLE, 0, damaged, 0, end);
    System.arraycopy(WHOLE, next, damaged, end, WHOLE.length - next);
    use(damaged, ZipReader.OWN);
  }

  @Property(tries = 150)
  void it_may_end_anywhere(@ForAll int length, @ForAll @IntRange(max = 1) int reader)
      throws IOException {
    use(Arrays.copyOf(WHOLE, Math.floorMod(length, WHOLE.length)), ZipReader.values()[reader]);
  }

  @Property(tries = 150)
  void it_may_be_no_archive_at_all(@ForAll byte[] bytes) throws IOException {
    use(bytes, ZipReader.OWN);
  }

  /** Opens, reads, splices; whether all of it worked. Anything but a refusal fails the test. */
  boolean use(byte[] bytes, ZipReader reader) throws IOException {
    Files.write(file, bytes);
    boolean usable = true;
    try (ZipTree tree = reader.open(file)) {
      Map<String, Content> written = new TreeMap<>();
      for (ArchiveEntry entry : tree.entries()) {
        try {
          assertThat(tree.read(entry, 1 << 20)).hasSize((int) entry.size());
        } catch (ArchiveException e) {
          usable = false;
        }
        if (!entry.isDirectory()) {
          written.put("copy/" + entry.name(), new Content.Copy(tree, entry, TIME));
        }
      }
      if (tree instanceof ZipDirectory base) {
        usable &= splice(ZipSplice.of(base, Set.of(), written));
      } else {
        usable &= splice(ZipSplice.create(file, ArchiveLimits.DEFAULTS, written));
      }
    } catch (ArchiveException e) {
      return false;
    }
    return usable;
  }

  /** What can be written can be opened, and every entry of it read. */
  private boolean splice(ZipSplice splice) throws IOException {
    Path target = file.resolveSibling(file.getFileName() + ".spliced");
    try {
      Spliced.write(splice, target);
      try (ZipTree result = ZipReader.OWN.open(target)) {
        for (ArchiveEntry entry : result.entries()) {
          if (entry.name().startsWith("copy/")) {
            assertThat(result.read(entry, 1 << 20)).hasSize((int) entry.size());
          }
        }
      }
    } catch (ArchiveException e) {
      return false;
    } finally {
      Files.deleteIfExists(target);
    }
    return true;
  }
}
