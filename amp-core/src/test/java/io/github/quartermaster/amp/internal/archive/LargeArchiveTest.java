package io.github.quartermaster.amp.internal.archive;

import static io.github.quartermaster.amp.internal.archive.EntryBytes.deflated;
import static io.github.quartermaster.amp.internal.archive.EntryBytes.stored;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.model.ArchiveLimits;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where 16 or 32 bits no longer suffice. */
class LargeArchiveTest {
  private static final DosTime TIME = DosTime.of(LocalDateTime.of(2026, 1, 1, 0, 0));

  @TempDir Path folder;

  @Test
  void more_than_65535_entries_can_be_read_and_written() throws IOException {
    Path base = zipOf(65_534, "base.zip");
    try (ZipDirectory zip = ZipDirectory.open(base, ArchiveLimits.DEFAULTS)) {
      Map<String, Content> two = Map.of("new1", text("one"), "new2", text("two"));
      Path more = Spliced.write(ZipSplice.of(zip, Set.of("d/0"), two), folder.resolve("more.zip"));
      assertCount(more, 65_535, "new2", "two");
    }
    Path large = zipOf(70_000, "large.zip");
    try (ZipDirectory zip = ZipDirectory.open(large, ArchiveLimits.DEFAULTS)) {
      assertThat(zip.entries()).hasSize(70_000);
      Map<String, Content> one = Map.of("d/69999", text("changed"));
      Path changed = Spliced.write(ZipSplice.of(zip, Set.of(), one), folder.resolve("changed.zip"));
      assertCount(changed, 70_000, "d/69999", "changed");

      Map<String, Content> none = Map.of();
      Path same = Spliced.write(ZipSplice.of(zip, Set.of(), none), folder.resolve("same.zip"));
      assertCount(same, 70_000, "d/69999", "");
    }
  }

  private Path zipOf(int entries, String name) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      zip.setMethod(ZipOutputStream.STORED);
      for (int i = 0; i < entries; i++) {
        ZipEntry entry = new ZipEntry("d/" + i);
        entry.setSize(0);
        entry.setCrc(0);
        zip.putNextEntry(entry);
      }
    }
    return file;
  }

  private static void assertCount(Path file, int count, String name, String content)
      throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        ZipDirectory ours = ZipDirectory.open(file, ArchiveLimits.DEFAULTS)) {
      assertThat(zip.size()).isEqualTo(count);
      assertThat(ours.entries()).hasSize(count);
      byte[] bytes = zip.getInputStream(zip.getEntry(name)).readAllBytes();
      assertThat(bytes).asString(UTF_8).isEqualTo(content);
    }
  }

  /** What lies beyond 4 GiB is written there, behind a hole, so that it takes no space. */
  @Test
  void entries_that_move_beyond_4_gib_can_be_read_by_others() throws IOException {
    EntryBytes described = deflated("a/kept", "kept".repeat(99)).withDataDescriptor(true);
    Path base =
        ZipBytes.of(stored("a/", ""), described, stored("a/old", "old"))
            .comment("comment".getBytes(UTF_8))
            .writeTo(folder.resolve("base.zip"));
    Path target = folder.resolve("far.zip");
    try (ZipDirectory zip = ZipDirectory.open(base, ArchiveLimits.DEFAULTS);
        FileChannel out =
            FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      Map<String, Content> written = new TreeMap<>();
      written.put("a/old", text("replaced"));
      written.put("n/copy", new Content.Copy(zip, zip.find("a/kept").orElseThrow(), TIME));
      written.put("n/", new Content.Directory(TIME));
      out.position((4L << 30) - 100);
      ZipSplice.of(zip, Set.of(), written).write(out, Progress.NONE);
    }
    try (ZipFile zip = new ZipFile(target.toFile())) {
      assertThat(zip.size()).isEqualTo(5);
      assertThat(zip.getComment()).isEqualTo("comment");
      assertThat(text(zip, "a/kept")).isEqualTo("kept".repeat(99));
      assertThat(text(zip, "a/old")).isEqualTo("replaced");
      assertThat(text(zip, "n/copy")).isEqualTo("kept".repeat(99));
      assertThat(text(zip, "n/")).isEmpty();
    }
    try (var zip =
        org.apache.commons.compress.archivers.zip.ZipFile.builder()
            .setSeekableByteChannel(Files.newByteChannel(target))
            .get()) {
      assertThat(zip.getInputStream(zip.getEntry("n/copy")).readAllBytes())
          .asString(UTF_8)
          .isEqualTo("kept".repeat(99));
    }
  }

  private static String text(ZipFile zip, String name) throws IOException {
    return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), UTF_8);
  }

  private static Content text(String text) {
    return new Content.Bytes(text.getBytes(UTF_8), TIME);
  }
}
