package io.github.quartermaster.ebs.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.quartermaster.ebs.testkit.model.EmulatedKey;
import io.github.quartermaster.ebs.testkit.model.Fault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.model.SnapshotState;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.NotFoundException;

/** Keys as KMS describes them, and what their state means to a copy. */
class KeysTest extends WithEmulator {
  private static final String ID = "0123abcd-0123-0123-0123-0123456789ab";
  private static final String ARN = "arn:aws:kms:us-west-2:111122223333:key/" + ID;
  private static final EmulatedKey KEY = EmulatedKey.of(AWAY, ARN).withAlias("alias/backup");

  private final KmsClient kms = Clients.kms(emulator, AWAY);

  @AfterEach
  void disconnect() {
    kms.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {ID, ARN, "alias/backup", "arn:aws:kms:us-west-2:111122223333:alias/backup"})
  void key_is_found_by_each_of_its_names(String name) {
    emulator.account().add(KEY);

    KeyMetadata key = described(name);

    assertThat(key.arn()).isEqualTo(ARN);
    assertThat(key.keyId()).isEqualTo(ID);
    assertThat(key.keyState()).isEqualTo(KeyState.ENABLED);
    assertThat(key.enabled()).isTrue();
    assertThat(key.keyUsage()).isEqualTo(KeyUsageType.ENCRYPT_DECRYPT);
    assertThat(key.keySpec()).isEqualTo(KeySpec.SYMMETRIC_DEFAULT);
    assertThat(key.keyManager()).isEqualTo(KeyManagerType.CUSTOMER);
  }

  @Test
  void key_of_aws_is_there_in_each_region() {
    assertThat(described("alias/aws/ebs").keyManager()).isEqualTo(KeyManagerType.AWS);
  }

  @Test
  void state_and_use_are_told() {
    emulator.account().add(KEY.withState("PendingDeletion").withUse("SIGN_VERIFY", "RSA_2048"));

    KeyMetadata key = described(ID);

    assertThat(key.keyState()).isEqualTo(KeyState.PENDING_DELETION);
    assertThat(key.enabled()).isFalse();
    assertThat(key.deletionDate()).isEqualTo(emulator.clock().instant().plus(Duration.ofDays(30)));
    assertThat(key.keySpec()).isEqualTo(KeySpec.RSA_2048);
    assertThat(key.hasEncryptionAlgorithms()).isFalse();
  }

  @Test
  void key_of_another_region_or_one_that_is_gone_is_not_found() {
    emulator.account().add(EmulatedKey.of(HOME, ARN.replace(AWAY, HOME)));
    emulator.account().add(KEY);
    emulator.account().remove(AWAY, "alias/backup");

    assertThat(catchThrowableOfType(NotFoundException.class, () -> described(ID)))
        .hasMessageContaining("Key '" + ARN + "' does not exist");
    assertThat(catchThrowableOfType(NotFoundException.class, () -> described("alias/backup")))
        .hasMessageContaining("is not found");
  }

  @Test
  void who_may_not_ask_is_told_so() {
    emulator.account().add(KEY).deny("DescribeKey");

    KmsException refusal = catchThrowableOfType(KmsException.class, () -> described(ID));

    assertThat(refusal.statusCode()).isEqualTo(400);
    assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
    assertThat(refusal).hasMessageContaining("kms:DescribeKey on resource: " + ARN);
    assertThat(refusal.requestId()).isNotEmpty();
  }

  @Test
  void faults_have_the_form_of_the_service() {
    emulator.faults().next("DescribeKey", Fault.error("InvalidArnException"));

    KmsException refusal = catchThrowableOfType(KmsException.class, () -> described(ID));

    assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("InvalidArnException");
    assertThat(emulator.requests("DescribeKey"))
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.service()).isEqualTo("kms");
              assertThat(request.region()).isEqualTo(AWAY);
              assertThat(request.parameter("KeyId")).contains(ID);
            });
  }

  @Test
  void copy_under_a_disabled_key_fails_later() {
    emulator.account().add(KEY.withState("Disabled"));
    String source = completedSnapshot();

    String copy =
        away.copySnapshot(
                request ->
                    request
                        .sourceRegion(HOME)
                        .sourceSnapshotId(source)
                        .destinationRegion(AWAY)
                        .encrypted(true)
                        .kmsKeyId("alias/backup"))
            .snapshotId();
    emulator.clock().advance(Duration.ofMinutes(1));

    assertThat(described(away, copy).state()).isEqualTo(SnapshotState.ERROR);
    assertThat(described(away, copy).kmsKeyId()).isEqualTo(ARN);
  }

  private KeyMetadata described(String name) {
    return kms.describeKey(request -> request.keyId(name)).keyMetadata();
  }
}
