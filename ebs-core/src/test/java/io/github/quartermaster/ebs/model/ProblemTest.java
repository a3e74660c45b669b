package io.github.quartermaster.ebs.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {
  @ParameterizedTest
  @CsvSource({
    "Alias alias/nope is not found., KEY_UNUSABLE: Alias alias/nope is not found. Name another",
    "Alias alias/nope is not found, KEY_UNUSABLE: Alias alias/nope is not found. Name another",
    "and so on..., KEY_UNUSABLE: and so on.... Name another"
  })
  void a_clouds_own_words_bring_no_second_stop(String message, String line) {
    assertThat(Problem.error(ProblemCode.KEY_UNUSABLE, "key", message, "Name another"))
        .hasToString(line);
  }
}
