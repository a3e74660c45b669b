package io.github.quartermaster.sentinel.internal.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.internal.host.LogTail.NewLines;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
  @TempDir private Path folder;
  private Path file;
  private LogTail log;

  @BeforeEach
  void name() {
    file = folder.resolve("app.log");
    log = new LogTail(file, 100);
  }

  private void write(String text) throws Exception {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Test
  void a_growing_log_gives_each_line_once() throws Exception {
    write("one\ntwo\n");
    assertThat(log.look().lines()).containsExactly("one", "two");
    assertThat(log.look().lines()).isEmpty();
    write("three\n");
    assertThat(log.look().lines()).containsExactly("three");
  }

  @Test
  void a_line_that_is_being_written_is_given_when_it_is_complete() throws Exception {
    write("one\n");
    assertThat(log.look().lines()).containsExactly("one");
    write("tw");
    assertThat(log.look().lines()).isEmpty();
    write("o\n");
    assertThat(log.look().lines()).containsExactly("two");
  }

  @Test
  void the_last_words_of_a_program_need_no_line_end() throws Exception {
    write("one\nOutOfMemory");
    assertThat(log.look().lines()).containsExactly("one", "OutOfMemory");
  }

  @Test
  void only_the_end_of_a_long_log_is_read_and_no_half_line() throws Exception {
    write("0123456789".repeat(20) + "\nshort\nlast\n");
    assertThat(log.look().lines()).containsExactly("short", "last");
  }

  @Test
  void too_much_at_once_is_skipped_and_counted() throws Exception {
    write("one\n");
    log.look();
    write("x".repeat(500) + "\nlast\n");
    NewLines found = log.look();
    assertThat(found.lines()).containsExactly("last");
    assertThat(found.skipped()).isEqualTo(406);
  }

  @Test
  void a_line_without_an_end_does_not_hold_the_log_up() throws Exception {
    write("one\n");
    log.look();
    write("x".repeat(300));
    assertThat(log.look().lines()).hasSize(1);
    write("\nnext\n");
    assertThat(log.look().lines()).contains("next");
  }

  @Test
  void a_log_that_is_emptied_in_place_is_read_from_its_beginning() throws Exception {
    write("one\ntwo\n");
    log.look();
    Files.writeString(file, "new\n");
    NewLines found = log.look();
    assertThat(found.rotated()).isTrue();
    assertThat(found.lines()).containsExactly("new");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have no identity there")
  void of_a_rotated_log_the_rest_of_the_old_one_comes_first() throws Exception {
    write("one\n");
    log.look();
    write("two\n");
    Files.move(file, folder.resolve("app.log.1"));
    write("three and more than before\n");
    NewLines found = log.look();
    assertThat(found.rotated()).isTrue();
    assertThat(found.lines()).containsExactly("two", "three and more than before");
    assertThat(log.look().lines()).isEmpty();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have no identity there")
  void a_foreign_file_that_is_called_like_the_old_log_is_not_read() throws Exception {
    write("one\n");
    log.look();
    Files.writeString(folder.resolve("app.log.1"), "foreign\nfile\n");
    Files.move(file, folder.resolve("elsewhere"));
    write("three and more than before\n");
    assertThat(log.look().lines()).containsExactly("three and more than before");
  }

  @Test
  void letters_beyond_ascii_and_broken_bytes_are_no_trouble() throws Exception {
    Files.write(file, new byte[] {(byte) 0xc3, (byte) 0xa4, '\n', (byte) 0xff, '\n'});
    assertThat(log.look().lines()).containsExactly("ä", "\ufffd");
    write("ö\n");
    assertThat(log.look().lines()).containsExactly("ö");
  }

  @Test
  void a_log_that_is_not_there_is_told() {
    assertThatThrownBy(log::look).isInstanceOf(NoSuchFileException.class);
  }
}
