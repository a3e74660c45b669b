package io.github.quartermaster.sentinel.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDiskTest {
  @TempDir Path folder;

  private final LocalDisk disk = new LocalDisk();

  @Test
  void file_that_is_not_there_has_nothing() throws IOException {
    assertThat(disk.read(file(), 10)).isEmpty();
    assertThat(disk.size(file())).isZero();
  }

  @Test
  void file_that_is_too_long_is_refused() throws IOException {
    disk.write(file(), new byte[11]);

    assertThatThrownBy(() -> disk.read(file(), 10)).isInstanceOf(IOException.class);
    assertThat(disk.read(file(), 11)).isPresent();
  }

  @Test
  void renaming_replaces_what_was_there() throws IOException {
    disk.write(file(), new byte[] {1});
    disk.write(folder.resolve("new"), new byte[] {2});
    disk.rename(folder.resolve("new"), file());

    assertThat(disk.read(file(), 1)).hasValueSatisfying(it -> assertThat(it).containsExactly(2));
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void half_a_line_stays_alone() throws IOException {
    Files.writeString(file(), "whole\nhal");
    disk.append(file(), "next");
    disk.append(file(), "last");

    assertThat(file()).hasContent("whole\nhal\nnext\nlast\n");
  }

  @Test
  void lines_of_two_processes_are_all_there() throws Exception {
    Process one = AppendingProgram.start(file(), "one");
    Process other = AppendingProgram.start(file(), "other");
    assertThat(one.waitFor()).isZero();
    assertThat(other.waitFor()).isZero();

    assertThat(Files.readAllLines(file()))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of("one", "other").flatMap(AppendingProgram::lines).toList());
  }

  private Path file() {
    return folder.resolve("file");
  }
}
