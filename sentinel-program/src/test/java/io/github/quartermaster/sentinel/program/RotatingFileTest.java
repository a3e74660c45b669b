package io.github.quartermaster.sentinel.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingFileTest {
  @TempDir Path folder;

  @Test
  void a_file_that_gets_too_large_is_put_aside_and_the_oldest_goes() throws IOException {
    Path log = folder.resolve("sentinel.log");
    try (RotatingFile file = new RotatingFile(log, 20)) {
      for (int i = 0; i < 20; i++) {
        file.write("line " + i + " äöü");
      }
    }

    assertThat(Files.readString(log)).isEqualTo("line 19 äöü\n");
    assertThat(Files.readString(folder.resolve("sentinel.log.1"))).isEqualTo("line 18 äöü\n");
    assertThat(Files.readString(folder.resolve("sentinel.log.4"))).isEqualTo("line 15 äöü\n");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(5);
    }
  }

  @Test
  void a_file_of_before_is_gone_on_with() throws IOException {
    Path log = folder.resolve("sentinel.log");
    try (RotatingFile file = new RotatingFile(log)) {
      file.write("one");
    }
    try (RotatingFile file = new RotatingFile(log)) {
      file.write("two");
    }

    assertThat(Files.readString(log)).isEqualTo("one\ntwo\n");
  }

  @Test
  void a_line_that_is_larger_than_the_file_may_be_is_written_nevertheless() throws IOException {
    Path log = folder.resolve("sentinel.log");
    try (RotatingFile file = new RotatingFile(log, 5)) {
      file.write("much too long");
    }

    assertThat(Files.readString(log)).isEqualTo("much too long\n");
  }
}
