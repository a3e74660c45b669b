package io.github.quartermaster.amp.internal.archive;

import static io.github.quartermaster.amp.internal.archive.EntryBytes.deflated;
import static io.github.quartermaster.amp.internal.archive.EntryBytes.extra;
import static io.github.quartermaster.amp.internal.archive.EntryBytes.stored;
import static io.github.quartermaster.amp.internal.archive.EntryBytes.zip64;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.model.Fingerprint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What real archives look like, and what must therefore open. */
class ZipReadingTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void entries_are_listed_as_they_lie_in_the_file(ZipReader reader) throws IOException {
    EntryBytes manifest = deflated("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n");
    manifest.dosTime = DosTime.of(LocalDateTime.of(2021, 3, 4, 5, 6, 8)).packed();
    ZipBytes zip = ZipBytes.of(manifest, stored("b/", ""), stored("b/c", "hello"), stored("a", ""));
    try (ZipTree tree = open(reader, zip)) {
      assertThat(tree.location()).isEqualTo(folder.resolve("a.zip"));
      assertThat(tree.entries())
          .extracting(ArchiveEntry::name)
          .containsExactly("META-INF/MANIFEST.MF", "b/", "b/c", "a");
      ArchiveEntry first = tree.entries().get(0);
      assertThat(first.time().toLocalDateTime()).isEqualTo(LocalDateTime.of(2021, 3, 4, 5, 6, 8));
      assertThat(text(tree, "META-INF/MANIFEST.MF")).isEqualTo("Manifest-Version: 1.0\n");
      assertThat(text(tree, "b/c")).isEqualTo("hello");
      assertThat(text(tree, "a")).isEmpty();
      assertThat(tree.find("b/").orElseThrow().isDirectory()).isTrue();
      assertThat(tree.find("b")).isEmpty();
      assertThat(tree.hasDirectory("b")).isTrue();
      assertThat(tree.hasDirectory("META-INF")).isTrue();
      assertThat(tree.hasDirectory("a")).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void fingerprint_is_the_declared_size_and_checksum(ZipReader reader) throws IOException {
    CRC32 crc = new CRC32();
    crc.update("hello".getBytes(UTF_8));
    try (ZipTree tree = open(reader, ZipBytes.of(deflated("a", "hello")))) {
      assertThat(tree.fingerprint(tree.entries().get(0)))
          .isEqualTo(new Fingerprint(5, crc.getValue()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_directory_may_list_entries_in_another_order(ZipReader reader) throws IOException {
    EntryBytes second = stored("second", "2");
    EntryBytes first = stored("first", "1");
    ZipBytes zip = ZipBytes.of(first, second);
    byte[] bytes = zip.bytes();
    byte[] swapped = bytes.clone();
    int start = first.local().length + second.local().length;
    byte[] one = first.central(0);
    byte[] two = second.central(first.local().length);
    System.arraycopy(two, 0, swapped, start, two.length);
    System.arraycopy(one, 0, swapped, start + two.length, one.length);
    Path file = Files.write(folder.resolve("a.zip"), swapped);
    try (ZipTree tree = reader.open(file)) {
      assertThat(tree.entries()).extracting(ArchiveEntry::name).containsExactly("first", "second");
      assertThat(text(tree, "second")).isEqualTo("2");
    }
  }

  @ParameterizedTest
  @EnumSource
  void data_descriptors_extra_fields_and_comments_do_no_harm(ZipReader reader) throws IOException {
    EntryBytes described = deflated("a", "hello hello hello").withDataDescriptor(true);
    EntryBytes unsigned = deflated("b", "hello").withDataDescriptor(false);
    EntryBytes extended = stored("c", "hello");
    extended.localExtra = extra(0x5455, new byte[] {1, 2, 3, 4, 5});
    extended.centralExtra = extra(0x5455, new byte[] {1, 2, 3, 4, 5});
    extended.comment = "a comment".getBytes(UTF_8);
    byte[] comment = "for the whole".getBytes(UTF_8);
    ZipBytes zip = ZipBytes.of(described, unsigned, extended).comment(comment);
    try (ZipTree tree = open(reader, zip)) {
      assertThat(text(tree, "a")).isEqualTo("hello hello hello");
      assertThat(text(tree, "b")).isEqualTo("hello");
      assertThat(text(tree, "c")).isEqualTo("hello");
    }
  }

  @ParameterizedTest
  @EnumSource
  void zip64_fields_on_small_entries_do_no_harm(ZipReader reader) throws IOException {
    EntryBytes redundant = stored("a", "abc");
    redundant.centralExtra = zip64(3, 3);
    redundant.localExtra = zip64(3, 3);
    EntryBytes needed = stored("b", "abcd");
    needed.size = needed.compressedSize = needed.localSize = needed.localCompressedSize = -1;
    needed.centralExtra = needed.localExtra = zip64(4, 4);
    ZipBytes zip = ZipBytes.of(redundant, needed).zip64End(end -> {});
    try (ZipTree tree = open(reader, zip)) {
      assertThat(text(tree, "a")).isEqualTo("abc");
      assertThat(text(tree, "b")).isEqualTo("abcd");
    }
  }

  @ParameterizedTest
  @EnumSource
  void names_in_utf_8_are_read_with_and_without_the_flag(ZipReader reader) throws IOException {
    EntryBytes flagged = stored("grün/日本.txt", "1");
    flagged.flags = 1 << 11;
    EntryBytes plain = stored("blau/é\uFFFD.txt", "2");
    try (ZipTree tree = open(reader, ZipBytes.of(flagged, plain))) {
      assertThat(text(tree, "grün/日本.txt")).isEqualTo("1");
      assertThat(text(tree, "blau/é\uFFFD.txt")).isEqualTo("2");
    }
  }

  @ParameterizedTest
  @EnumSource
  void names_that_differ_only_in_case_are_different_files(ZipReader reader) throws IOException {
    try (ZipTree tree = open(reader, ZipBytes.of(stored("a", "1"), stored("A", "2")))) {
      assertThat(text(tree, "a")).isEqualTo("1");
      assertThat(text(tree, "A")).isEqualTo("2");
    }
  }

  @ParameterizedTest
  @EnumSource
  void odd_names_that_are_safe_are_fine(ZipReader reader) throws IOException {
    List<String> names = List.of("...", ".hidden", "a..b", "1:b", "ab:c", " ", "~", "a b/c|d");
    ZipBytes zip = ZipBytes.of();
    names.forEach(name -> zip.entry(stored(name, name)));
    try (ZipTree tree = open(reader, zip)) {
      assertThat(tree.entries()).extracting(ArchiveEntry::name).isEqualTo(names);
    }
  }

  @ParameterizedTest
  @EnumSource
  void bytes_between_entries_are_nobodys_business(ZipReader reader) throws IOException {
    EntryBytes first = stored("a", "1");
    first.trailing = "left over by a careless editor".getBytes(UTF_8);
    ZipBytes zip = ZipBytes.of(first, stored("b", "2")).beforeDirectory(new byte[100_000]);
    try (ZipTree tree = open(reader, zip)) {
      assertThat(text(tree, "b")).isEqualTo("2");
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_archive_may_be_empty(ZipReader reader) throws IOException {
    try (ZipTree tree = open(reader, ZipBytes.of().comment("empty".getBytes(UTF_8)))) {
      assertThat(tree.entries()).isEmpty();
      assertThat(tree.find("a")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void empty_files_and_directories_come_in_many_shapes(ZipReader reader) throws IOException {
    EntryBytes streamed = deflated("streamed/", "").withDataDescriptor(true);
    EntryBytes nothing = stored("nothing", "");
    nothing.method = nothing.localMethod = 8;
    try (ZipTree tree = open(reader, ZipBytes.of(streamed, deflated("e", ""), nothing))) {
      assertThat(text(tree, "streamed/")).isEmpty();
      assertThat(text(tree, "e")).isEmpty();
      assertThat(text(tree, "nothing")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_the_jdk_writes_is_read(ZipReader reader) throws IOException {
    Path file = folder.resolve("jdk.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.setComment("grüße");
      zip.putNextEntry(new ZipEntry("dir/"));
      zip.putNextEntry(new ZipEntry("dir/ä.txt"));
      zip.write("content".repeat(1000).getBytes(UTF_8));
    }
    try (ZipTree tree = reader.open(file)) {
      assertThat(text(tree, "dir/ä.txt")).isEqualTo("content".repeat(1000));
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_commons_compress_writes_is_read_even_as_zip64(ZipReader reader) throws IOException {
    Path file = folder.resolve("compress.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
      zip.setUseZip64(Zip64Mode.Always);
      zip.putArchiveEntry(new ZipArchiveEntry("dir/ä.txt"));
      zip.write("content".repeat(1000).getBytes(UTF_8));
      zip.closeArchiveEntry();
    }
    try (ZipTree tree = reader.open(file)) {
      assertThat(text(tree, "dir/ä.txt")).isEqualTo("content".repeat(1000));
    }
  }

  @ParameterizedTest
  @EnumSource
  void content_larger_than_any_buffer_is_streamed(ZipReader reader) throws IOException {
    byte[] content = new byte[1_000_000];
    new java.util.Random(1).nextBytes(content);
    try (ZipTree tree = open(reader, ZipBytes.of(deflated("a", content), stored("b", "")))) {
      ByteArrayOutputStream copy = new ByteArrayOutputStream();
      tree.copyTo(tree.entries().get(0), copy);
      assertThat(copy.toByteArray()).isEqualTo(content);
      assertThat(tree.read(tree.entries().get(0), 1_000_000)).isEqualTo(content);
    }
  }

  /** ZipFile of commons-compress closes its channel when it is garbage. */
  @ParameterizedTest
  @EnumSource
  void an_open_archive_stays_open_when_garbage_is_collected(ZipReader reader) throws Exception {
    try (ZipTree tree = open(reader, ZipBytes.of(stored("a", "1")))) {
      for (int i = 0; i < 5; i++) {
        System.gc();
        Thread.sleep(20);
      }
      assertThat(text(tree, "a")).isEqualTo("1");
    }
  }

  /** A file of 5 GiB that takes no space: two entries with a hole between them. */
  @Test
  void entries_beyond_4_gib_are_found_and_read() throws IOException {
    long hole = 5L << 30;
    EntryBytes near = stored("near", "near");
    EntryBytes far = deflated("far", "far far away");
    byte[] first = near.local();
    Path file = folder.resolve("far.zip");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(first));
      channel.position(hole);
      channel.write(ByteBuffer.wrap(far.local()));
      long start = channel.position();
      far.offset = 0xffff_ffffL;
      far.centralExtra = zip64(hole);
      channel.write(ByteBuffer.wrap(near.central(0)));
      channel.write(ByteBuffer.wrap(far.central(0)));
      long end = channel.position();
      channel.write(zip64End(2, start, end));
    }
    for (ZipReader reader : ZipReader.values()) {
      try (ZipTree tree = reader.open(file)) {
        assertThat(tree.find("far").orElseThrow().offset()).isEqualTo(hole);
        assertThat(text(tree, "near")).isEqualTo("near");
        assertThat(text(tree, "far")).isEqualTo("far far away");
      }
    }
  }

  private static ByteBuffer zip64End(int entries, long start, long end) {
    ByteBuffer bytes = ByteBuffer.allocate(98).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45);
    bytes.putLong(0).putLong(entries).putLong(entries).putLong(end - start).putLong(start);
    bytes.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
    bytes.putInt(0x06054b50).putInt(0).putShort((short) entries).putShort((short) entries);
    return bytes.putInt((int) (end - start)).putInt(-1).putShort((short) 0).flip();
  }

  private ZipTree open(ZipReader reader, ZipBytes zip) throws IOException {
    return reader.open(zip.writeTo(folder.resolve("a.zip")));
  }

  private static String text(ZipTree tree, String name) throws IOException {
    return new String(tree.read(tree.find(name).orElseThrow(), 100_000), UTF_8);
  }
}
