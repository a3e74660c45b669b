package io.github.quartermaster.ebs.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
