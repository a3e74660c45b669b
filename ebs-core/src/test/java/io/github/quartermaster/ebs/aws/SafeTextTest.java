package io.github.quartermaster.ebs.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTextTest {

  @ParameterizedTest
  @CsvSource({
    "Signature=ab12, Signature=***",
    "X-Amz-Signature%3Dab12, X-Amz-Signature%3D***",
    "x-amz-security-token: ab/12==, x-amz-security-token: ***",
    "<Signature>, <Signature>",
    "Credential=AKID/20260101, Credential=AKID/20260101"
  })
  void what_is_secret_is_masked(String text, String safe) {
    assertThat(SafeText.of(text)).isEqualTo(safe);
  }

  @Test
  void what_is_encoded_for_administrators_stays_whole_so_that_it_can_be_decoded() {
    String encoded = "aGVs-bG8_".repeat(120);

    assertThat(
            SafeText.of(
                "You may not: signature=abc, that is.\n Encoded authorization failure message: "
                    + encoded
                    + " (Service: Ec2)"))
        .isEqualTo(
            "You may not: signature=***, that is. Encoded authorization failure message: "
                + encoded);
  }

  @Test
  void what_only_claims_to_be_encoded_is_not_too_long_either() {
    assertThat(SafeText.of("No. Encoded authorization failure message: " + "a".repeat(7000)))
        .hasSizeLessThan(510);
  }

  @Test
  void it_is_one_line_without_control_characters() {
    assertThat(SafeText.of("a\r\n\tb\u001b[31mc\u202ed")).isEqualTo("a b [31mc d");
  }

  @Test
  void it_is_not_too_long() {
    assertThat(SafeText.of("a".repeat(10_000_000))).hasSize(503).endsWith("...");
  }

  @Test
  void nothing_is_an_empty_text() {
    assertThat(SafeText.of(null)).isEmpty();
  }
}
