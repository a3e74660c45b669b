package io.github.quartermaster.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParameterHintTest {
  @Test
  void both_spellings_are_named() {
    assertThat(new ParameterHint("amp", "wars")).hasToString("(parameter <wars>, -Damp.wars)");
  }
}
