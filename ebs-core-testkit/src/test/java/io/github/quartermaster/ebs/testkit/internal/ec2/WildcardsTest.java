package io.github.quartermaster.ebs.testkit.internal.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardsTest {

  @ParameterizedTest
  @CsvSource({
    "'', '', true",
    "'', a, false",
    "*, '', true",
    "?, '', false",
    "a*c, abc, true",
    "a*c, ac, true",
    "a*c, abcd, false",
    "*b*, abc, true",
    "a?c, abc, true",
    "a?c, ac, false",
    "*ab, aab, true",
    "a.c, abc, false",
    "a\\*, a*, true",
    "a\\*, ab, false",
    "a\\\\, a\\, true",
    "**a**, bab, true"
  })
  void star_stands_for_any_characters_and_question_mark_for_one(
      String pattern, String value, boolean matches) {
    assertThat(new Wildcards(pattern).match(value)).isEqualTo(matches);
  }

  @Test
  void many_stars_take_no_time() {
    Wildcards pattern = new Wildcards("*a".repeat(1000) + "b");
    String value = "a".repeat(5000);

    assertThat(assertTimeout(Duration.ofSeconds(5), () -> pattern.match(value))).isFalse();
  }
}
