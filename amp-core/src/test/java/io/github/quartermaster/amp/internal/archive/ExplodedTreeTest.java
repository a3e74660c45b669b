package io.github.quartermaster.amp.internal.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ExplodedTreeTest {
  @TempDir Path outside;
  private Path root;

  @BeforeEach
  void explode() throws IOException {
    root = Files.createDirectory(outside.resolve("webapp"));
    Files.createDirectories(root.resolve("WEB-INF/lib"));
    Files.createDirectories(root.resolve("empty"));
    Files.writeString(root.resolve("WEB-INF/web.xml"), "<web/>");
    Files.writeString(root.resolve("index.jsp"), "hello");
    Files.writeString(outside.resolve("secret"), "secret");
  }

  @Test
  void files_and_directories_are_listed_sorted_by_name() throws IOException {
    assertThat(open().entries())
        .extracting(ArchiveEntry::name)
        .containsExactly("WEB-INF/", "WEB-INF/lib/", "WEB-INF/web.xml", "empty/", "index.jsp");
    assertThat(open().hasDirectory("empty")).isTrue();
    assertThat(open().hasDirectory("index.jsp")).isFalse();
  }

  @Test
  void content_fingerprint_and_time_are_those_of_the_file() throws IOException {
    Path file = root.resolve("index.jsp");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-03-29T01:30:00Z")));
    CRC32 crc = new CRC32();
    crc.update("hello".getBytes(UTF_8));

    ExplodedTree tree = open();
    ArchiveEntry entry = tree.find("index.jsp").orElseThrow();
    assertThat(tree.read(entry, 5)).asString(UTF_8).isEqualTo("hello");
    assertThat(tree.path(entry)).isEqualTo(file);
    assertThat(tree.fingerprint(entry)).isEqualTo(new Fingerprint(5, crc.getValue()));
    assertThat(entry.time().toLocalDateTime()).isEqualTo(LocalDateTime.of(2026, 3, 29, 1, 30));
    assertThat(tree.read(tree.find("empty/").orElseThrow(), 0)).isEmpty();
  }

  @Test
  void a_file_larger_than_asked_for_is_not_read() throws IOException {
    ExplodedTree tree = open();
    assertThatThrownBy(() -> tree.read(tree.find("index.jsp").orElseThrow(), 4))
        .isInstanceOf(UnsafeArchiveException.class)
        .hasMessageContaining("has 5 bytes where no more than 4");
  }

  @Test
  void a_file_that_grew_or_shrank_since_is_not_read() throws IOException {
    ExplodedTree tree = open();
    ArchiveEntry entry = tree.find("index.jsp").orElseThrow();
    Files.writeString(root.resolve("index.jsp"), "hello, world");
    assertThatThrownBy(() -> tree.read(entry, 100))
        .hasMessageContaining("has no longer the 5 bytes it had");
    Files.writeString(root.resolve("index.jsp"), "hell");
    assertThatThrownBy(() -> tree.read(entry, 100))
        .hasMessageContaining("has no longer the 5 bytes it had");
  }

  @Test
  void links_inside_the_folder_are_followed() throws IOException {
    Files.createSymbolicLink(root.resolve("link.jsp"), Path.of("index.jsp"));
    Files.createSymbolicLink(root.resolve("inf"), root.resolve("WEB-INF"));

    ExplodedTree tree = open();
    assertThat(tree.read(tree.find("link.jsp").orElseThrow(), 9))
        .asString(UTF_8)
        .isEqualTo("hello");
    assertThat(tree.find("inf/web.xml")).isPresent();
  }

  @Test
  void the_folder_itself_may_be_a_link() throws IOException {
    Path link = Files.createSymbolicLink(outside.resolve("link"), root);
    assertThat(ExplodedTree.open(link, ArchiveLimits.DEFAULTS).find("index.jsp")).isPresent();
  }

  @Test
  void links_that_lead_out_of_the_folder_are_refused() throws IOException {
    refuseLink(outside.resolve("secret"), "leads out of the folder");
    refuseLink(Path.of("../secret"), "leads out of the folder");
    refuseLink(outside, "leads out of the folder");
    Files.createDirectory(outside.resolve("webapp2"));
    refuseLink(outside.resolve("webapp2"), "leads out of the folder");
  }

  @Test
  void links_that_lead_nowhere_or_in_circles_are_refused() throws IOException {
    refuseLink(Path.of("no such file"), "leads nowhere");
    refuseLink(Path.of("link"), "cannot be followed");
    refuseLink(Path.of("."), "leads in a circle");
    refuseLink(Path.of("WEB-INF/.."), "leads in a circle");
  }

  @Test
  void links_that_lead_to_one_another_are_refused() throws IOException {
    Files.createSymbolicLink(root.resolve("empty/a"), root.resolve("WEB-INF"));
    Files.createSymbolicLink(root.resolve("WEB-INF/b"), root.resolve("empty"));
    assertThatThrownBy(this::open)
        .isInstanceOf(UnsafeArchiveException.class)
        .hasMessageContaining("leads in a circle");
  }

  private void refuseLink(Path target, String why) throws IOException {
    Path link = Files.createSymbolicLink(root.resolve("link"), target);
    assertThatThrownBy(this::open)
        .isInstanceOf(UnsafeArchiveException.class)
        .hasMessageContaining(root + "; entry \"link\"")
        .hasMessageContaining(why);
    Files.delete(link);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void pipes_and_the_like_are_refused() throws IOException, InterruptedException {
    Path pipe = root.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThatThrownBy(this::open)
        .isInstanceOf(UnsafeArchiveException.class)
        .hasMessageContaining("entry \"pipe\" is neither a file nor a directory");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void names_no_archive_could_have_are_refused() throws IOException {
    Files.writeString(root.resolve("a\\b"), "");
    assertThatThrownBy(this::open)
        .isInstanceOf(UnsafeArchiveException.class)
        .hasMessageContaining("contains a backslash");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void names_this_machine_cannot_express_are_refused() throws IOException, InterruptedException {
    String script = "touch \"$0/$(printf 'a\\377b')\"";
    assertThat(new ProcessBuilder("sh", "-c", script, root.toString()).start().waitFor()).isZero();
    assertThatThrownBy(this::open)
        .isInstanceOf(UnsafeArchiveException.class)
        .hasMessageContaining("has a name that cannot be read in the encoding");
  }

  @Test
  void more_than_the_limits_allow_is_refused() {
    ArchiveLimits limits = new ArchiveLimits(4, 1000, 99, 99, 99, 9);
    assertThatThrownBy(() -> ExplodedTree.open(root, limits))
        .isInstanceOf(UnsafeArchiveException.class)
        .hasMessageContaining("has 5 entries");
  }

  @Test
  void what_is_no_folder_is_not_opened() {
    assertThatThrownBy(() -> ExplodedTree.open(root.resolve("index.jsp"), ArchiveLimits.DEFAULTS))
        .isInstanceOf(NotDirectoryException.class);
    assertThatThrownBy(() -> ExplodedTree.open(root.resolve("nowhere"), ArchiveLimits.DEFAULTS))
        .isInstanceOf(NoSuchFileException.class);
  }

  private ExplodedTree open() throws IOException {
    return ExplodedTree.open(root, ArchiveLimits.DEFAULTS);
  }
}
