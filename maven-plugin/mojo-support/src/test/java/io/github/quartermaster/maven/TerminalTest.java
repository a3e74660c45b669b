package io.github.quartermaster.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTest {
  @Test
  void width_is_the_second_number_of_stty() {
    assertThat(Terminal.widthIn("50 211\n")).isEqualTo(211);
  }

  @Test
  void usual_width_where_the_terminal_does_not_tell() {
    assertThat(Terminal.widthIn("")).isEqualTo(120);
    assertThat(Terminal.widthIn("0 0\n")).isEqualTo(120);
  }

  @Test
  void test_run_is_nobodys_terminal() {
    assertThat(Terminal.find()).isEmpty();
  }
}
