package io.github.quartermaster.amp.internal.archive;

import static io.github.quartermaster.amp.internal.archive.EntryBytes.deflated;
import static io.github.quartermaster.amp.internal.archive.EntryBytes.stored;
import static io.github.quartermaster.amp.internal.archive.EntryBytes.zip64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.amp.model.ArchiveLimits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Archives that must be refused, whichever reader opens them. */
class HostileArchiveTest {
  private static final Charset UTF = StandardCharsets.UTF_8;
  private static final byte[] END_SIGNATURE = {'P', 'K', 5, 6};

  @TempDir Path folder;

  static Stream<Arguments> unsafeNames() {
    return both(
        Arguments.of("/etc/passwd", "has an absolute name"),
        Arguments.of("../evil.txt", "has a segment that is . or .."),
        Arguments.of("a/../../evil.txt", "has a segment that is . or .."),
        Arguments.of("a/..", "has a segment that is . or .."),
        Arguments.of("a/./b", "has a segment that is . or .."),
        Arguments.of("a\\b", "contains a backslash"),
        Arguments.of("..\\evil.txt", "contains a backslash"),
        Arguments.of("C:/evil.txt", "starts with a drive letter"),
        Arguments.of("c:evil.txt", "starts with a drive letter"),
        Arguments.of("a\0b.jsp", "contains the control character 0"),
        Arguments.of("a\nadd|/b", "contains the control character 10"),
        Arguments.of("a//b", "has an empty segment"),
        Arguments.of("a/b//", "has an empty segment"),
        Arguments.of("/", "has an absolute name"),
        Arguments.of("", "has an entry without a name"),
        Arguments.of("x/".repeat(512) + "y", "has a name of 1025 bytes"),
        Arguments.of("ä".repeat(513), "has a name of 1026 bytes"));
  }

  @ParameterizedTest
  @MethodSource("unsafeNames")
  void names_that_could_escape_or_confuse_are_refused(ZipReader reader, String name, String why) {
    ZipBytes zip = ZipBytes.of(stored("good.txt", "good"), stored(name, ""));

    assertThatThrownBy(() -> open(reader, zip))
        .isInstanceOf(UnsafeArchiveException.class)
        .hasMessageContaining("tried to read " + folder.resolve("a.zip"))
        .hasMessageContaining(why)
        .satisfies(e -> assertThat(((ArchiveException) e).entry().orElse("")).isEqualTo(name));
  }

  static Stream<Arguments> ambiguousTrees() {
    return both(
        Arguments.of("a.txt", "a.txt", "occurs twice"),
        Arguments.of("a", "a/", "\"a\" is both a file and a directory"),
        Arguments.of("a/", "a", "\"a\" is both a file and a directory"),
        Arguments.of("a", "a/b/c", "\"a\" is both a file and a directory"),
        Arguments.of("a/b/c", "a/b", "\"a/b\" is both a file and a directory"));
  }

  @ParameterizedTest
  @MethodSource("ambiguousTrees")
  void two_entries_for_one_path_are_refused(ZipReader reader, String one, String two, String why) {
    ZipBytes zip =
        ZipBytes.of(stored("0", "x"), stored(one, ""), stored("1", "x"), stored(two, ""));

    assertThatThrownBy(() -> open(reader, zip))
        .isInstanceOf(UnsafeArchiveException.class)
        .hasMessageContaining(why);
  }

  static Stream<Arguments> lyingEntries() {
    return both(
        lie("is encrypted", e -> e.flags = 1),
        lie("is encrypted", e -> e.flags = 1 | 1 << 6),
        lie("is encrypted", e -> e.flags = 1 << 13),
        lie("uses compression method 9", e -> e.method = e.localMethod = 9),
        lie("uses compression method 8, which is not supported", e -> e.flags = 1 << 5),
        lie("reaches into what starts at", e -> e.compressedSize = 400),
        lie("reaches into what starts at", e -> e.compressedSize = 0x7fff_ffffL),
        lie("reaches into", e -> e.offset = 10),
        lie("reaches into|starts after central directory", e -> e.offset = 0xffff_fffeL),
        lie("needs zip64 fields|reaches into", e -> e.compressedSize = 0xffff_ffffL),
        lie("needs zip64 fields|cannot be parsed|out of range", e -> e.offset = 0xffff_ffffL),
        lie("zip64|cannot be parsed|reaches into|out of range", e -> tooShortZip64(e)),
        lie("a size or offset|cannot be parsed|out of range|reaches", e -> negativeZip64(e)),
        lie("reaches into|starts after central directory", e -> farAway(e)),
        lie("lies on another volume", e -> e.disk = 3),
        lie("has a name that is not UTF-8", e -> e.name = e.localName = new byte[] {'a', -28, 'b'}),
        lie("no whole header|declares 3 entries|cannot be parsed", e -> e.centralSignature = 7));
  }

  private static void tooShortZip64(EntryBytes entry) {
    entry.size = entry.compressedSize = 0xffff_ffffL;
    entry.centralExtra = zip64(3);
  }

  private static void farAway(EntryBytes entry) {
    entry.offset = 0xffff_ffffL;
    entry.centralExtra = zip64(Long.MAX_VALUE);
  }

  private static void negativeZip64(EntryBytes entry) {
    entry.compressedSize = 0xffff_ffffL;
    entry.centralExtra = zip64(-2);
  }

  @ParameterizedTest
  @MethodSource("lyingEntries")
  void an_entry_that_lies_about_itself_is_refused(
      ZipReader reader, String why, Consumer<EntryBytes> lie) {
    EntryBytes liar = deflated("dir/liar.txt", "content, content, content");
    lie.accept(liar);
    ZipBytes zip = ZipBytes.of(stored("first.txt", "1"), liar, stored("last.txt", "2"));

    assertThatThrownBy(() -> open(reader, zip))
        .isInstanceOf(ArchiveException.class)
        .hasMessageMatching("(?s).*(" + why + ").*");
  }

  @Test
  void a_zip64_field_that_contradicts_plain_sizes_is_refused() {
    EntryBytes liar = stored("a.txt", "abc");
    liar.centralExtra = zip64(3, 4);
    assertThatThrownBy(() -> open(ZipReader.OWN, ZipBytes.of(liar)))
        .isInstanceOf(MalformedArchiveException.class)
        .hasMessageContaining("contradicts its size");
  }

  @Test
  void two_zip64_fields_are_refused() {
    EntryBytes liar = stored("a.txt", "abc");
    liar.size = 0xffff_ffffL;
    liar.centralExtra = concat(zip64(3), zip64(4));
    assertThatThrownBy(() -> open(ZipReader.OWN, ZipBytes.of(liar)))
        .isInstanceOf(MalformedArchiveException.class)
        .hasMessageContaining("two zip64 fields");
  }

  static Stream<Arguments> lyingEnds() {
    byte[] fakeEnd = new byte[40];
    System.arraycopy(END_SIGNATURE, 0, fakeEnd, 4, 4);
    return both(
        Arguments.of("several volumes", zip(z -> z.end(end -> end.putShort(4, (short) 1)))),
        Arguments.of("several volumes", zip(z -> z.end(end -> end.putShort(8, (short) 1)))),
        Arguments.of("declares 3 entries, but its directory has 2", counts(3)),
        Arguments.of("declares 1 entries, but its directory has", counts(1)),
        Arguments.of("directory", zip(z -> z.end(end -> end.putInt(12, 20)))),
        Arguments.of("must end at byte", zip(z -> z.end(end -> end.putInt(16, 0x7fff_ffff)))),
        Arguments.of("comment of 5 bytes", zip(z -> z.end(end -> end.putShort(20, (short) 5)))),
        Arguments.of("comment of 0 bytes, but 3 bytes follow", zip(z -> z.suffix(new byte[3]))),
        Arguments.of("comment of 0 bytes, but", zip(z -> z.comment(fakeEnd))),
        Arguments.of("before the archive", zip(z -> z.prefix(new byte[100]))),
        Arguments.of("bytes are missing", zip(z -> z.afterDirectory(new byte[6]))),
        Arguments.of("contradicts", zip64End(zip -> zip.putLong(24, 3).putLong(32, 3))),
        Arguments.of("contradicts", zip64End(zip -> zip.putLong(48, 1L << 40))),
        Arguments.of("points", zip64End(zip -> zip.putLong(64, 1L << 40))),
        Arguments.of("points", zip64End(zip -> zip.putLong(64, -1L))),
        Arguments.of("points", zip64End(zip -> zip.putLong(4, 1L << 40))),
        Arguments.of("points", zip64End(zip -> zip.putInt(0, 1))),
        Arguments.of("several volumes", zip64End(zip -> zip.putInt(16, 2))),
        Arguments.of("several volumes", zip64End(zip -> zip.putInt(72, 2))));
  }

  @ParameterizedTest
  @MethodSource("lyingEnds")
  void an_end_record_that_lies_is_refused(ZipReader reader, String why, ZipBytes zip) {
    assertThatThrownBy(() -> open(reader, zip))
        .isInstanceOf(MalformedArchiveException.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @EnumSource
  void a_second_archive_hidden_in_front_is_refused(ZipReader reader) {
    byte[] hidden = ZipBytes.of(stored("hidden.txt", "boo")).bytes();
    EntryBytes entry = stored("shown.txt", "hello");
    entry.offset = hidden.length;
    ZipBytes zip =
        ZipBytes.of(entry)
            .prefix(hidden)
            .end(end -> end.putInt(16, end.getInt(16) + hidden.length));

    assertThatThrownBy(() -> open(reader, zip))
        .isInstanceOf(MalformedArchiveException.class)
        .hasMessageContaining("has " + hidden.length + " bytes before its first entry");
  }

  @ParameterizedTest
  @EnumSource
  void a_file_that_is_no_zip_or_is_cut_is_refused(ZipReader reader) {
    byte[] whole = ZipBytes.of(deflated("a.txt", "abc".repeat(100))).bytes();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> open(reader, cut)).isInstanceOf(MalformedArchiveException.class);
    }
    assertThatThrownBy(() -> open(reader, "<html>404</html>, no zip at all".getBytes(UTF)))
        .hasMessageContaining("truncated or no zip archive at all");
  }

  @ParameterizedTest
  @EnumSource
  void entries_that_share_bytes_are_refused(ZipReader reader) {
    EntryBytes kernel = deflated("kernel", "x".repeat(1000));
    EntryBytes second = deflated("second", "x".repeat(1000));
    second.offset = 0;
    assertThatThrownBy(() -> open(reader, ZipBytes.of(kernel, second)))
        .isInstanceOf(MalformedArchiveException.class)
        .hasMessageContaining("reaches into what starts at byte 0");
  }

  @ParameterizedTest
  @EnumSource
  void more_than_the_limits_allow_is_refused(ZipReader reader) {
    ZipBytes zip = ZipBytes.of(deflated("a/b.txt", "abc"), stored("c/d.txt", "abcde"));
    refuse(reader, zip, new ArchiveLimits(1, 999, 99, 99, 99, 9), "has 2 entries");
    refuse(reader, zip, new ArchiveLimits(2, 100, 99, 99, 99, 9), "central directory of 106 bytes");
    refuse(reader, zip, new ArchiveLimits(2, 999, 6, 99, 99, 9), "has a name of 7 bytes");
    refuse(reader, zip, new ArchiveLimits(2, 999, 99, 4, 99, 9), "expands to 5 bytes");
    refuse(reader, zip, new ArchiveLimits(2, 999, 99, 99, 7, 9), "expands to more than 7 bytes");
  }

  @ParameterizedTest
  @EnumSource
  void directories_without_end_are_refused(ZipReader reader) {
    ZipBytes zip = ZipBytes.of(stored("a/".repeat(100) + "x", ""));
    refuse(reader, zip, new ArchiveLimits(9, 999, 999, 9, 9, 9), "names add up to");
  }

  @ParameterizedTest
  @EnumSource
  void bombs_are_refused(ZipReader reader) {
    byte[] zeros = new byte[2 << 20];
    ZipBytes one = ZipBytes.of(deflated("zeros", zeros));
    refuse(reader, one, ArchiveLimits.DEFAULTS, "entry \"zeros\" expands from 2");

    ZipBytes many = ZipBytes.of();
    for (int i = 0; i < 8; i++) {
      many.entry(deflated("zeros" + i, new byte[1 << 19]));
    }
    refuse(reader, many, ArchiveLimits.DEFAULTS, "it expands from ");
  }

  private void refuse(ZipReader reader, ZipBytes zip, ArchiveLimits limits, String why) {
    Path file = zip.writeTo(folder.resolve("a.zip"));
    assertThatThrownBy(() -> reader.open(file, limits).close())
        .isInstanceOf(UnsafeArchiveException.class)
        .hasMessageContaining(why)
        .hasMessageContaining("raise the limit max");
  }

  static Stream<Arguments> lyingContents() {
    return both(
        lie("has the checksum", e -> e.crc32 ^= 1),
        lie("holds 29 bytes and declares 30", e -> e.size++),
        lie("holds more than the 28 bytes", e -> e.size--),
        lie("damaged compressed data|after the end|truncated|the checksum", e -> e.data[4] ^= 0x55),
        lie("truncated after", e -> e.compressedSize -= 4),
        lie("3 bytes after the end", e -> extend(e)),
        lie("no local header", e -> e.localSignature++),
        lie("local header with another name", e -> e.localName = "dir/liar.tyt".getBytes(UTF)),
        lie("local header with another name", e -> e.localName = "dir/liar.txt2".getBytes(UTF)),
        lie("by the central directory and 0 by its local", e -> e.localMethod = 0));
  }

  private static void extend(EntryBytes entry) {
    entry.data = Arrays.copyOf(entry.data, entry.data.length + 3);
    entry.compressedSize += 3;
  }

  @ParameterizedTest
  @MethodSource("lyingContents")
  void content_that_is_not_what_was_declared_is_refused_when_read(
      ZipReader reader, String why, Consumer<EntryBytes> lie) throws IOException {
    EntryBytes liar = deflated("dir/liar.txt", "some content, longer content.");
    lie.accept(liar);
    Path file = ZipBytes.of(liar, stored("b", "b")).writeTo(folder.resolve("a.zip"));
    try (ZipTree tree = reader.open(file)) {
      ArchiveEntry entry = tree.find("dir/liar.txt").orElseThrow();
      assertThatThrownBy(() -> tree.read(entry, 100))
          .isInstanceOf(MalformedArchiveException.class)
          .hasMessageMatching("(?s).*(" + why + ").*")
          .hasMessageContaining("entry \"dir/liar.txt\"");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_file_larger_than_asked_for_is_not_read(ZipReader reader) throws IOException {
    Path file = ZipBytes.of(stored("a", "12345")).writeTo(folder.resolve("a.zip"));
    try (ZipTree tree = reader.open(file)) {
      ArchiveEntry entry = tree.entries().get(0);
      assertThat(tree.read(entry, 5)).asString(UTF).isEqualTo("12345");
      assertThatThrownBy(() -> tree.read(entry, 4))
          .isInstanceOf(UnsafeArchiveException.class)
          .hasMessageContaining("has 5 bytes where no more than 4 are expected");
    }
  }

  @Test
  void a_message_shows_hostile_names_harmlessly() {
    String name = "\u001b[31m" + "x".repeat(300);
    assertThatThrownBy(() -> open(ZipReader.OWN, ZipBytes.of(stored(name, ""))))
        .hasMessageContaining("\"?[31mxxx")
        .hasMessageContaining("xxx...\"")
        .hasMessageNotContaining("\u001b");
  }

  private void open(ZipReader reader, ZipBytes zip) throws IOException {
    open(reader, zip.bytes());
  }

  private void open(ZipReader reader, byte[] zip) throws IOException {
    Path file = Files.write(folder.resolve("a.zip"), zip);
    reader.open(file).close();
  }

  private static Arguments lie(String why, Consumer<EntryBytes> lie) {
    return Arguments.of(why, lie);
  }

  private static ZipBytes zip(Consumer<ZipBytes> lie) {
    ZipBytes zip = ZipBytes.of(stored("a", "1"), deflated("b", "2"));
    lie.accept(zip);
    return zip;
  }

  private static ZipBytes zip64End(Consumer<ByteBuffer> lie) {
    return zip(z -> z.zip64End(lie));
  }

  private static ZipBytes counts(int count) {
    return zip(z -> z.end(end -> end.putShort(8, (short) count).putShort(10, (short) count)));
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  /** Each case for each reader. */
  private static Stream<Arguments> both(Arguments... cases) {
    return Arrays.stream(ZipReader.values())
        .flatMap(
            reader ->
                Arrays.stream(cases)
                    .map(
                        each -> {
                          Object[] all = new Object[each.get().length + 1];
                          all[0] = reader;
                          System.arraycopy(each.get(), 0, all, 1, each.get().length);
                          return Arguments.of(all);
                        }));
  }
}
