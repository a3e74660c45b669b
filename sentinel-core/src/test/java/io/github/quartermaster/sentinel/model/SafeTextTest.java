package io.github.quartermaster.sentinel.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {
  @Test
  void no_blanks_are_left_around_what_is_not_printed() {
    assertThat(SafeText.of("\u0007 bell \u202e")).isEqualTo("bell");
  }

  @Test
  void nothing_moves_the_cursor_or_turns_the_text_around() {
    assertThat(SafeText.of("a\u001b[2Jb\nc\u202ed")).isEqualTo("a [2Jb c d");
  }
}
