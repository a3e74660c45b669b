package io.github.quartermaster.ebs.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.EncryptionKey;
import io.github.quartermaster.ebs.model.EncryptionKey.Fitness;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Region;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyKeyTest {
  private static final Region WEST = new Region("us-west-2");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alias/backup",
        "1234abcd-12ab-34cd-56ef-1234567890ab",
        "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        "arn:aws-us-gov:kms:us-west-2:111122223333:alias/backup"
      })
  void a_key_that_can_be_one_of_the_destination_passes(String key) {
    assertThat(CopyKey.problem(key, WEST)).isEmpty();
  }

  @Test
  void a_key_of_another_region_is_told_before_a_copy_fails_for_it() {
    assertThat(CopyKey.problem("arn:aws:kms:us-east-1:111122223333:key/1234", WEST))
        .get()
        .asString()
        .contains("the key arn:aws:kms:us-east-1:111122223333:key/1234 is one of us-east-1");
  }

  static Stream<Arguments> unfit() {
    return Stream.of(
        arguments(Fitness.DISABLED, "Disabled", "it is disabled (Disabled)", "Enable it"),
        arguments(
            Fitness.BEING_DELETED,
            "PendingDeletion",
            "it is to be deleted (PendingDeletion)",
            "Cancel its deletion"),
        arguments(
            Fitness.NOT_READY, "Unavailable", "it cannot be used now (Unavailable)", "Wait until"),
        arguments(
            Fitness.OTHER_KIND,
            "SIGN_VERIFY with RSA_2048",
            "it is for SIGN_VERIFY with RSA_2048",
            "Name a symmetric key"));
  }

  @ParameterizedTest
  @MethodSource("unfit")
  void a_key_that_cannot_encrypt_is_an_error_that_says_why_and_what_to_do(
      Fitness fitness, String words, String why, String remedy) {
    Problem problem = only(new Done<>(new EncryptionKey("key/1", fitness, words)));

    assertThat(problem.code()).isEqualTo(ProblemCode.KEY_UNUSABLE);
    assertThat(problem.isError()).isTrue();
    assertThat(problem.subject()).isEqualTo("us-west-2");
    assertThat(problem.message())
        .startsWith("tried to check the key alias/backup for copies to us-west-2; " + why);
    assertThat(problem.remedy()).startsWith(remedy);
  }

  @Test
  void a_key_that_is_not_there_is_an_error() {
    Problem problem = only(new Refused<>(Refused.Reason.NOT_FOUND, "NotFoundException: none"));

    assertThat(problem)
        .hasToString(
            "KEY_UNUSABLE: tried to check the key alias/backup for copies to us-west-2;"
                + " NotFoundException: none. Make a key of that name in us-west-2, or name one that"
                + " is there");
    assertThat(problem.isError()).isTrue();
  }

  @Test
  void a_key_that_may_not_be_described_is_a_warning_since_copies_may_be_allowed() {
    Problem problem = only(new Refused<>(Refused.Reason.PERMISSION, "AccessDeniedException: no"));

    assertThat(problem.isError()).isFalse();
    assertThat(problem.code()).isEqualTo(ProblemCode.PERMISSION_DENIED);
    assertThat(problem.message()).contains("alias/backup", "us-west-2", "AccessDeniedException");
  }

  @Test
  void a_name_that_is_none_is_an_error() {
    assertThat(only(new Refused<>(Refused.Reason.INVALID, "InvalidArnException: odd")).isError())
        .isTrue();
  }

  @Test
  void a_key_that_encrypts_is_no_problem() {
    EncryptionKey fit = new EncryptionKey("key/1", Fitness.FIT, "Enabled");

    assertThat(CopyKey.problems("alias/backup", Map.of(WEST, new Done<>(fit)))).isEmpty();
  }

  private static Problem only(Answer<EncryptionKey> answer) {
    List<Problem> problems = CopyKey.problems("alias/backup", Map.of(WEST, answer));
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }
}
