package io.github.quartermaster.amp.internal.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.amp.internal.archive.ZipDirectory;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.FileStamp;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenArchivesTest {
  private static final FileStamp STAMP = new FileStamp("1", 2, 3);

  @TempDir Path folder;

  @Test
  void an_archive_that_was_kept_is_not_opened_again() throws IOException {
    try (OpenArchives open = new OpenArchives()) {
      ZipDirectory first = take(open, archiveOf("a"), STAMP);
      open.keep(STAMP, first);

      try (ZipDirectory second = take(open, first.location(), STAMP)) {
        assertThat(second).isSameAs(first);
        assertThat(contentOf(second, "a")).isEqualTo("a");
      }
    }
  }

  @Test
  void an_archive_is_in_one_hand_at_a_time() throws IOException {
    try (OpenArchives open = new OpenArchives();
        ZipDirectory first = take(open, archiveOf("a"), STAMP)) {
      open.keep(STAMP, first);

      try (ZipDirectory second = take(open, first.location(), STAMP);
          ZipDirectory third = take(open, first.location(), STAMP)) {
        assertThat(third).isNotSameAs(second);
      }
    }
  }

  @Test
  void an_archive_whose_file_is_another_by_now_is_opened_again() throws IOException {
    try (OpenArchives open = new OpenArchives()) {
      ZipDirectory former = take(open, archiveOf("a"), STAMP);
      open.keep(STAMP, former);

      try (ZipDirectory now = take(open, archiveOf("b"), new FileStamp("1", 2, 4))) {
        assertThat(contentOf(now, "b")).isEqualTo("b");
        assertIsClosed(former);
      }
    }
  }

  @Test
  void of_two_of_one_file_the_latter_is_kept_and_the_former_closed() throws IOException {
    try (OpenArchives open = new OpenArchives()) {
      ZipDirectory former = take(open, archiveOf("a"), STAMP);
      ZipDirectory latter = take(open, former.location(), STAMP);
      open.keep(STAMP, former);
      open.keep(STAMP, latter);

      assertIsClosed(former);
      try (ZipDirectory taken = take(open, former.location(), STAMP)) {
        assertThat(taken).isSameAs(latter);
      }
    }
  }

  @Test
  void what_nobody_takes_is_closed_in_the_end() throws IOException {
    ZipDirectory kept;
    try (OpenArchives open = new OpenArchives()) {
      kept = take(open, archiveOf("a"), STAMP);
      open.keep(STAMP, kept);
    }

    assertIsClosed(kept);
  }

  @Test
  void one_that_keeps_nothing_closes_at_once() throws IOException {
    OpenArchives none = OpenArchives.none();
    ZipDirectory archive = take(none, archiveOf("a"), STAMP);

    none.keep(STAMP, archive);

    assertIsClosed(archive);
  }

  private static ZipDirectory take(OpenArchives open, Path file, FileStamp stamp)
      throws IOException {
    return open.take(file, stamp, ArchiveLimits.DEFAULTS);
  }

  private Path archiveOf(String name) throws IOException {
    Path file = folder.resolve("a.war");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(name.getBytes(UTF_8));
    }
    return file;
  }

  private static String contentOf(ZipDirectory archive, String name) throws IOException {
    return new String(archive.read(archive.find(name).orElseThrow(), 10), UTF_8);
  }

  private static void assertIsClosed(ZipDirectory archive) {
    assertThatThrownBy(() -> archive.read(archive.entries().get(0), 10))
        .isInstanceOf(ClosedChannelException.class);
  }
}
