package io.github.quartermaster.amp.internal.archive;

import static io.github.quartermaster.amp.internal.archive.EntryBytes.deflated;
import static io.github.quartermaster.amp.internal.archive.EntryBytes.extra;
import static io.github.quartermaster.amp.internal.archive.EntryBytes.stored;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.amp.model.ArchiveLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.jar.JarInputStream;
import java.util.spi.ToolProvider;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ZipSpliceTest {
  private static final DosTime NOON = DosTime.of(LocalDateTime.of(2026, 2, 3, 12, 0));
  private static final String MANIFEST = "Manifest-Version: 1.0\nSpecification-Version: 23.2.1\n";

  @TempDir Path folder;
  private ZipBytes war;

  @BeforeEach
  void makeWar() {
    EntryBytes described =
        deflated("WEB-INF/web.xml", "<web/>".repeat(50)).withDataDescriptor(true);
    EntryBytes extended = stored("WEB-INF/lib/a.jar", "a jar, stored");
    extended.localExtra = extra(0x5455, new byte[] {1, 2, 3, 4, 5});
    extended.centralExtra = extra(0x5455, new byte[] {1, 9});
    extended.comment = "kept".getBytes(UTF_8);
    war =
        ZipBytes.of(
                deflated("META-INF/MANIFEST.MF", MANIFEST),
                stored("WEB-INF/", ""),
                described,
                deflated("WEB-INF/classes/x.properties", "x=1"),
                extended,
                deflated("index.jsp", "hello"))
            .comment("a WAR".getBytes(UTF_8));
  }

  @Test
  void nothing_to_change_gives_the_same_bytes() throws IOException {
    byte[] result = splice(Set.of(), Map.of());

    assertThat(result).isEqualTo(war.bytes());
  }

  @Test
  void removed_entries_are_left_out_and_the_others_keep_their_place() throws IOException {
    splice(Set.of("WEB-INF/web.xml", "index.jsp"), Map.of());

    assertThat(texts())
        .containsExactly(
            Map.entry("META-INF/MANIFEST.MF", MANIFEST),
            Map.entry("WEB-INF/", ""),
            Map.entry("WEB-INF/classes/x.properties", "x=1"),
            Map.entry("WEB-INF/lib/a.jar", "a jar, stored"));
  }

  @Test
  void all_entries_can_be_removed() throws IOException {
    try (ZipDirectory base = openWar()) {
      List<String> names = base.entries().stream().map(ArchiveEntry::name).toList();
      ZipSplice splice = ZipSplice.of(base, Set.copyOf(names), Map.of());
      Path result = Spliced.write(splice, folder.resolve("result.war"));
      assertThat(Spliced.contents(result)).isEmpty();
      assertThat(result).hasSize(22 + 5);
    }
  }

  @Test
  void a_changed_entry_stays_where_it_was() throws IOException {
    splice(Set.of(), Map.of("META-INF/MANIFEST.MF", text(MANIFEST + "Tool: us\n")));

    assertThat(texts().keySet()).first().isEqualTo("META-INF/MANIFEST.MF");
    try (JarInputStream jar =
        new JarInputStream(Files.newInputStream(folder.resolve("result.war")))) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Tool")).isEqualTo("us");
    }
  }

  @Test
  void new_entries_follow_at_the_end_sorted_by_name() throws IOException {
    splice(
        Set.of(),
        Map.of(
            "z", text("z"),
            "b/c/d", text("d"),
            "b/", new Content.Directory(NOON),
            "b/c/", new Content.Directory(NOON),
            "b/a", text("a"),
            "ä", text("umlaut")));

    assertThat(new ArrayList<>(texts().keySet()).subList(6, 12))
        .containsExactly("b/", "b/a", "b/c/", "b/c/d", "z", "ä");
  }

  @Test
  void removing_and_writing_the_same_name_replaces_it_in_its_place() throws IOException {
    splice(Set.of("WEB-INF/web.xml"), Map.of("WEB-INF/web.xml", text("new")));

    assertThat(new ArrayList<>(texts().keySet()).indexOf("WEB-INF/web.xml")).isEqualTo(2);
    assertThat(texts()).containsEntry("WEB-INF/web.xml", "new");
  }

  @Test
  void kept_entries_keep_their_bytes_headers_and_comment() throws IOException {
    splice(Set.of("META-INF/MANIFEST.MF"), Map.of("new", text("new")));

    try (ZipDirectory before = openWar();
        ZipDirectory after = ZipDirectory.open(result(), ArchiveLimits.DEFAULTS)) {
      for (ArchiveEntry entry : before.entries().subList(1, 6)) {
        ArchiveEntry kept = after.find(entry.name()).orElseThrow();
        assertThat(bytes(after, kept)).isEqualTo(bytes(before, entry));
        assertThat(after.header(kept).moveTo(0)).isEqualTo(before.header(entry).moveTo(0));
      }
      assertThat(after.comment()).asString(UTF_8).isEqualTo("a WAR");
    }
  }

  private static byte[] bytes(ZipDirectory zip, ArchiveEntry entry) throws IOException {
    int index = zip.entries().indexOf(entry);
    byte[] bytes = new byte[(int) (zip.endOf(index) - entry.offset())];
    EndRecord.readFully(zip.channel(), entry.offset(), bytes, zip.location());
    return bytes;
  }

  @ParameterizedTest
  @EnumSource
  void entries_of_an_amp_are_copied_compressed_as_they_are(ZipReader reader) throws IOException {
    EntryBytes streamed = deflated("lib/b.jar", "a library ".repeat(9999)).withDataDescriptor(true);
    streamed.localExtra = extra(0x5455, new byte[] {1, 2, 3, 4, 5});
    EntryBytes empty = stored("empty", "");
    empty.method = empty.localMethod = 8;
    Path amp = ZipBytes.of(streamed, stored("s", "stored"), empty).writeTo(folder.resolve("a.amp"));
    try (ZipTree source = reader.open(amp)) {
      splice(
          Set.of(),
          Map.of(
              "WEB-INF/lib/b.jar", copy(source, "lib/b.jar"),
              "s", copy(source, "s"),
              "empty", copy(source, "empty")));

      assertThat(texts())
          .containsEntry("WEB-INF/lib/b.jar", "a library ".repeat(9999))
          .containsEntry("s", "stored")
          .containsEntry("empty", "");
      try (ZipTree after = ZipReader.OWN.open(result())) {
        ArchiveEntry copied = after.find("WEB-INF/lib/b.jar").orElseThrow();
        assertThat(copied.compressedSize()).isEqualTo(streamed.data.length);
        assertThat(copied.flags()).isZero();
        assertThat(copied.time()).isEqualTo(new DosTime(streamed.dosTime));
      }
    }
  }

  @Test
  void an_entry_of_the_war_can_be_copied_under_another_name() throws IOException {
    try (ZipDirectory base = openWar()) {
      ZipSplice splice =
          ZipSplice.of(
              base,
              Set.of(),
              Map.of("backup/1.bin", copy(base, "index.jsp"), "index.jsp", text("overwritten")));
      Spliced.write(splice, result());
      assertThat(texts())
          .containsEntry("backup/1.bin", "hello")
          .containsEntry("index.jsp", "overwritten");
    }
  }

  @Test
  void bytes_are_deflated_only_where_that_makes_them_fewer() throws IOException {
    byte[] random = new byte[1000];
    new Random(1).nextBytes(random);
    splice(
        Set.of(),
        Map.of(
            "random", new Content.Bytes(random, NOON),
            "text", text("text".repeat(500)),
            "empty", text(""),
            "one", text("1")));

    try (ZipTree after = ZipReader.OWN.open(result())) {
      assertThat(after.find("random").orElseThrow().method()).isZero();
      assertThat(after.read(after.find("random").orElseThrow(), 1000)).isEqualTo(random);
      assertThat(after.find("text").orElseThrow().compressedSize()).isLessThan(50);
    }
    assertThat(texts()).containsEntry("empty", "").containsEntry("one", "1");
  }

  @Test
  void files_of_a_folder_are_written_deflated_where_that_makes_them_smaller() throws IOException {
    byte[] random = new byte[300_000];
    new Random(1).nextBytes(random);
    Path amp = Files.createDirectories(folder.resolve("amp/config"));
    Files.write(amp.resolve("random"), random);
    Files.writeString(amp.resolve("text"), "text".repeat(100_000));
    Files.writeString(amp.resolve("empty"), "");
    try (ExplodedTree source = ExplodedTree.open(folder.resolve("amp"), ArchiveLimits.DEFAULTS)) {
      Map<String, Content> written = new TreeMap<>();
      for (String name : List.of("random", "text", "empty")) {
        ArchiveEntry entry = source.find("config/" + name).orElseThrow();
        written.put(name, new Content.FolderFile(source, entry, NOON));
      }
      splice(Set.of(), written);
    }
    try (ZipTree after = ZipReader.OWN.open(result())) {
      assertThat(after.find("random").orElseThrow().method()).isZero();
      assertThat(after.find("text").orElseThrow().compressedSize()).isLessThan(2000);
    }
    assertThat(texts()).containsEntry("text", "text".repeat(100_000)).containsEntry("empty", "");
    assertThat(Spliced.contents(result()).get("random")).isEqualTo(random);
  }

  @Test
  void nothing_is_left_of_an_attempt_to_deflate_what_does_not_get_smaller() throws IOException {
    byte[] random = new byte[4_000_000];
    new Random(1).nextBytes(random);
    Files.write(Files.createDirectory(folder.resolve("amp")).resolve("random"), random);
    try (ExplodedTree source = ExplodedTree.open(folder.resolve("amp"), ArchiveLimits.DEFAULTS)) {
      Content content = new Content.FolderFile(source, source.entries().get(0), NOON);
      ZipSplice splice =
          ZipSplice.create(result(), ArchiveLimits.DEFAULTS, Map.of("random", content));
      Spliced.write(splice, result());
      assertThat(result()).hasSize(splice.expectedSize());
    }
    assertThat(Spliced.contents(result()).get("random")).isEqualTo(random);
  }

  @Test
  void only_names_beyond_ascii_are_marked_as_utf_8() throws IOException {
    splice(Set.of(), Map.of("plain", text("1"), "\u00e4", text("2")));
    try (ZipTree after = ZipReader.OWN.open(result())) {
      assertThat(after.find("plain").orElseThrow().flags()).isZero();
      assertThat(after.find("\u00e4").orElseThrow().flags()).isEqualTo(1 << 11);
    }
  }

  @Test
  void a_file_of_a_folder_that_changed_since_it_was_listed_is_refused() throws IOException {
    Path file = Files.writeString(Files.createDirectory(folder.resolve("amp")).resolve("a"), "a");
    try (ExplodedTree source = ExplodedTree.open(folder.resolve("amp"), ArchiveLimits.DEFAULTS)) {
      Content content = new Content.FolderFile(source, source.entries().get(0), NOON);
      Files.writeString(file, "longer");
      assertThatThrownBy(() -> splice(Set.of(), Map.of("a", content)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("has no longer the 1 bytes it had");
    }
  }

  @Test
  void a_new_archive_starts_with_its_manifest() throws IOException {
    Map<String, Content> written = new LinkedHashMap<>();
    written.put("A.txt", text("a"));
    written.put("META-INF/MANIFEST.MF", text(MANIFEST));
    written.put("META-INF/", new Content.Directory(NOON));
    written.put("META-INF/A", text("signature"));
    ZipSplice splice = ZipSplice.create(result(), ArchiveLimits.DEFAULTS, written);
    Spliced.write(splice, result());

    assertThat(texts().keySet())
        .containsExactly("META-INF/", "META-INF/MANIFEST.MF", "A.txt", "META-INF/A");
    try (JarInputStream jar = new JarInputStream(Files.newInputStream(result()))) {
      assertThat(jar.getManifest()).isNotNull();
    }
  }

  @Test
  void the_jar_tool_lists_the_result() throws IOException {
    splice(Set.of("index.jsp"), Map.of("new/ä.txt", text("new")));

    ByteArrayOutputStream listed = new ByteArrayOutputStream();
    int exit =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(new PrintStream(listed, true, UTF_8), System.err, "tf", result().toString());
    assertThat(exit).isZero();
    assertThat(listed.toString(UTF_8).lines())
        .containsExactlyElementsOf(Spliced.contents(result()).keySet());
  }

  @Test
  void the_same_input_gives_the_same_bytes_in_every_time_zone() throws IOException {
    TimeZone zone = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      byte[] west = splice(Set.of(), Map.of("a", text("a")));
      Files.delete(result());
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      byte[] east = splice(Set.of(), Map.of("a", text("a")));
      assertThat(east).isEqualTo(west);
    } finally {
      TimeZone.setDefault(zone);
    }
    try (ZipFile zip = new ZipFile(result().toFile())) {
      assertThat(zip.getEntry("a").getTimeLocal()).isEqualTo("2026-02-03T12:00:00");
    }
  }

  @Test
  void progress_grows_to_the_expected_size() throws IOException {
    byte[] random = new byte[3_000_000];
    new Random(1).nextBytes(random);
    Map<String, Content> written = new TreeMap<>();
    for (int i = 0; i < 5; i++) {
      written.put("random" + i, new Content.Bytes(random, NOON));
    }
    List<Long> done = new ArrayList<>();
    try (ZipDirectory base = openWar();
        FileChannel out = create(result())) {
      ZipSplice splice = ZipSplice.of(base, Set.of(), written);
      splice.write(
          out,
          (bytes, total) -> {
            assertThat(total).isEqualTo(splice.expectedSize());
            done.add(bytes);
          });
      assertThat(done).isSorted().doesNotHaveDuplicates().hasSizeBetween(3, 5);
      assertThat(done).last().isEqualTo(splice.expectedSize()).isEqualTo(Files.size(result()));
    }
  }

  @Test
  void a_copied_entry_that_lies_about_its_content_fails_the_writing() throws IOException {
    EntryBytes liar = deflated("lib/liar.jar", "some content, longer content.");
    liar.crc32 ^= 1;
    refuseToCopy(liar, "has the checksum");
    liar.crc32 ^= 1;
    liar.size = liar.localSize = 12;
    refuseToCopy(liar, "holds more than the 12 bytes it declares");
    liar.size = liar.localSize = 29;
    refuseToCopy(liar, "truncated", e -> e.data = Arrays.copyOf(e.data, 9));
  }

  private void refuseToCopy(EntryBytes liar, String why) throws IOException {
    refuseToCopy(liar, why, e -> {});
  }

  private void refuseToCopy(
      EntryBytes liar, String why, java.util.function.Consumer<EntryBytes> lie) throws IOException {
    lie.accept(liar);
    liar.compressedSize = liar.data.length;
    Path amp = ZipBytes.of(liar).writeTo(folder.resolve("liar.amp"));
    try (ZipTree source = ZipReader.OWN.open(amp)) {
      assertThatThrownBy(() -> splice(Set.of(), Map.of("a", copy(source, "lib/liar.jar"))))
          .isInstanceOf(MalformedArchiveException.class)
          .hasMessageContaining("liar.amp; entry \"lib/liar.jar\"")
          .hasMessageContaining(why);
    }
    Files.deleteIfExists(result());
  }

  @Test
  void an_amp_cut_while_it_is_open_fails_the_writing() throws IOException {
    byte[] random = new byte[100_000];
    new Random(1).nextBytes(random);
    Path amp = ZipBytes.of(deflated("a", random)).writeTo(folder.resolve("a.amp"));
    try (ZipTree source = ZipReader.OWN.open(amp);
        FileChannel cut = FileChannel.open(amp, StandardOpenOption.WRITE)) {
      cut.truncate(50_000);
      assertThatThrownBy(() -> splice(Set.of(), Map.of("a", copy(source, "a"))))
          .isInstanceOf(MalformedArchiveException.class);
    }
  }

  @Test
  void a_war_whose_local_headers_disagree_with_its_directory_fails_the_writing()
      throws IOException {
    EntryBytes liar = stored("WEB-INF/lib/z.jar", "jar");
    liar.localName = "WEB-INF/lib/y.jar".getBytes(UTF_8);
    war.entry(liar);
    assertThatThrownBy(() -> splice(Set.of(), Map.of("a", text("a"))))
        .isInstanceOf(MalformedArchiveException.class)
        .hasMessageContaining("WEB-INF/lib/z.jar")
        .hasMessageContaining("local header with another name");
  }

  @Test
  void a_kept_entry_whose_local_extra_field_hides_its_neighbour_fails_the_writing()
      throws IOException {
    EntryBytes liar = stored("liar", "content");
    liar.localExtra = new byte[60];
    liar.data = new byte[0];
    war.entry(liar);
    assertThatThrownBy(() -> splice(Set.of(), Map.of("a", text("a"))))
        .isInstanceOf(MalformedArchiveException.class)
        .hasMessageContaining("reaches with its extra fields into");
  }

  @Test
  void a_file_cannot_become_a_directory_as_well() throws IOException {
    try (ZipDirectory base = openWar()) {
      refuse(base, Map.of("WEB-INF/lib", text("file")), "\"WEB-INF/lib\" is both");
      refuse(base, Map.of("index.jsp/a", text("below")), "\"index.jsp\" is both");
      refuse(base, Map.of("index.jsp/", new Content.Directory(NOON)), "\"index.jsp\" is both");
      refuse(base, Map.of("n", text("file"), "n/a", text("below")), "\"n\" is both");
      refuse(base, Map.of("../n", text("file")), "segment that is . or ..");
    }
  }

  private void refuse(ZipDirectory base, Map<String, Content> written, String why) {
    assertThatThrownBy(() -> ZipSplice.of(base, Set.of(), written))
        .isInstanceOf(UnsafeArchiveException.class)
        .hasMessageContaining("tried to change " + base.location())
        .hasMessageContaining(why);
  }

  @Test
  void a_file_may_take_the_place_of_a_directory_that_is_removed() throws IOException {
    splice(
        Set.of("WEB-INF/classes/x.properties", "WEB-INF/lib/a.jar", "index.jsp"),
        Map.of("WEB-INF/classes", text("a file now"), "index.jsp/a", text("below")));
    assertThat(texts())
        .containsEntry("WEB-INF/classes", "a file now")
        .containsEntry("index.jsp/a", "below");
  }

  @Test
  void what_cannot_be_meant_is_refused_at_once() throws IOException {
    try (ZipDirectory base = openWar()) {
      assertThatThrownBy(() -> ZipSplice.of(base, Set.of("no such"), Map.of()))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> ZipSplice.of(base, Set.of(), Map.of("a/", text("file"))))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> copy(base, "WEB-INF/")).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void an_interrupted_thread_stops_writing() throws IOException {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> splice(Set.of(), Map.of("a", text("a"))))
        .isInstanceOf(IOException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private byte[] splice(Set<String> removed, Map<String, Content> written) throws IOException {
    try (ZipDirectory base = openWar()) {
      ZipSplice splice = ZipSplice.of(base, removed, written);
      return Files.readAllBytes(Spliced.write(splice, result()));
    }
  }

  private ZipDirectory openWar() throws IOException {
    return ZipDirectory.open(war.writeTo(folder.resolve("a.war")), ArchiveLimits.DEFAULTS);
  }

  private Path result() {
    return folder.resolve("result.war");
  }

  private static FileChannel create(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private Map<String, String> texts() throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    Spliced.contents(result()).forEach((name, bytes) -> texts.put(name, new String(bytes, UTF_8)));
    return texts;
  }

  private static Content text(String text) {
    return new Content.Bytes(text.getBytes(UTF_8), NOON);
  }

  private static Content copy(ZipTree source, String name) {
    ArchiveEntry entry = source.find(name).orElseThrow();
    return new Content.Copy(source, entry, entry.time());
  }
}
