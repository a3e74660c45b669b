package io.github.quartermaster.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

class ChoiceTest {
  private enum Severity {
    WARNING,
    ERROR
  }

  private enum Mode {
    DRY_RUN
  }

  private static final ParameterHint FAIL_ON = new ParameterHint("example", "failOn");

  @Test
  void case_does_not_matter() throws MojoExecutionException {
    assertThat(Choice.of(Severity.class, " Warning", FAIL_ON)).isEqualTo(Severity.WARNING);
  }

  @Test
  void words_are_joined_by_hyphens() throws MojoExecutionException {
    assertThat(Choice.of(Mode.class, "dry-run", FAIL_ON)).isEqualTo(Mode.DRY_RUN);
    assertThatThrownBy(() -> Choice.of(Mode.class, "dry", FAIL_ON))
        .hasMessageContaining("it is not one of dry-run.");
  }

  @Test
  void other_word_is_answered_with_all_that_there_are() {
    assertThatThrownBy(() -> Choice.of(Severity.class, "fatal", FAIL_ON))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "tried to read 'fatal'; it is not one of warning, error. Write one of them (parameter"
                + " <failOn>, -Dexample.failOn)");
  }
}
