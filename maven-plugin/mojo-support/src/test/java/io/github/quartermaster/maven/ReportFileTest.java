package io.github.quartermaster.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
  @TempDir Path folder;

  record Example(String schema, Instant startedAt, List<String> names, @Nullable String backup) {}

  @Test
  void json_keeps_the_order_and_names_absent_values() {
    Example example =
        new Example("example/1", Instant.parse("2026-11-22T07:09:45Z"), List.of("b", "a"), null);

    assertThat(ReportFile.json("example.json", example).content())
        .isEqualTo(
            """
            {
              "schema" : "example/1",
              "startedAt" : "2026-11-22T07:09:45Z",
              "names" : [
                "b",
                "a"
              ],
              "backup" : null
            }
            """);
  }

  @Test
  void report_replaces_the_one_before_and_leaves_nothing_else() throws IOException {
    Path directory = folder.resolve("target/quartermaster");

    new ReportFile("a.txt", "first").writeTo(directory);
    new ReportFile("a.txt", "second").writeTo(directory);

    assertThat(directory.resolve("a.txt")).hasContent("second");
    assertThat(directory).isDirectoryContaining("regex:.*/a.txt");
    assertThat(directory.toFile().list()).hasSize(1);
  }

  /** A build server that runs as another user publishes it; the user's umask says who may read. */
  @Test
  void report_is_as_readable_as_any_file_of_the_build() throws IOException {
    Path other = Files.writeString(folder.resolve("other.txt"), "text");
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));

    new ReportFile("a.txt", "text").writeTo(folder);

    assertThat(Files.getPosixFilePermissions(folder.resolve("a.txt")))
        .isEqualTo(Files.getPosixFilePermissions(other));
  }

  @Test
  void report_that_cannot_be_written_leaves_the_folder_as_it_was() throws IOException {
    Files.createDirectories(folder.resolve("a.txt/full"));

    assertThatThrownBy(() -> new ReportFile("a.txt", "text").writeTo(folder))
        .isInstanceOf(IOException.class);
    assertThat(folder.toFile().list()).containsExactly("a.txt");
  }
}
