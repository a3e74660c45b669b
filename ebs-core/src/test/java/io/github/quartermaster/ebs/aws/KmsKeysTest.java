package io.github.quartermaster.ebs.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Ambiguous;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Answer.Wait;
import io.github.quartermaster.ebs.model.EncryptionKey;
import io.github.quartermaster.ebs.model.EncryptionKey.Fitness;
import io.github.quartermaster.ebs.testkit.Ec2Emulator;
import io.github.quartermaster.ebs.testkit.model.EmulatedKey;
import io.github.quartermaster.ebs.testkit.model.Fault;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KmsKeysTest extends PointedAtEmulator {
  private static final String ID = "0123abcd-0123-0123-0123-0123456789ab";
  private static final String ARN = "arn:aws:kms:us-west-2:111122223333:key/" + ID;
  private static final EmulatedKey KEY = EmulatedKey.of(AWAY.name(), ARN).withAlias("alias/backup");

  @ParameterizedTest
  @ValueSource(
      strings = {ID, ARN, "alias/backup", "arn:aws:kms:us-west-2:111122223333:alias/backup"})
  void a_key_is_asked_for_in_its_region_by_any_name(String name) {
    ec2.account().add(KEY);

    assertThat(done(storage.key(AWAY, name)))
        .isEqualTo(new EncryptionKey(ARN, Fitness.FIT, "Enabled"));
    assertThat(((Refused<?>) storage.key(HOME, "alias/backup")).reason())
        .isEqualTo(Refused.Reason.NOT_FOUND);
    assertThat(ec2.requests("DescribeKey").get(0).region()).isEqualTo(AWAY.name());
  }

  @Test
  void the_key_of_aws_is_fit() {
    assertThat(done(storage.key(AWAY, "alias/aws/ebs")).fitness()).isEqualTo(Fitness.FIT);
  }

  @ParameterizedTest
  @CsvSource({
    "Disabled, DISABLED",
    "PendingDeletion, BEING_DELETED",
    "PendingReplicaDeletion, BEING_DELETED",
    "Creating, NOT_READY",
    "PendingImport, NOT_READY",
    "Unavailable, NOT_READY",
    "SomethingNobodyKnows, NOT_READY",
    "Updating, FIT"
  })
  void each_state_is_understood(String state, Fitness fitness) {
    ec2.account().add(KEY.withState(state));

    assertThat(done(storage.key(AWAY, ID))).isEqualTo(new EncryptionKey(ARN, fitness, state));
  }

  @ParameterizedTest
  @CsvSource({
    "SIGN_VERIFY, RSA_2048",
    "ENCRYPT_DECRYPT, RSA_4096",
    "GENERATE_VERIFY_MAC, HMAC_256",
    "SOMETHING_NEW, SYMMETRIC_DEFAULT"
  })
  void a_key_for_something_else_is_none_for_snapshots(String usage, String spec) {
    ec2.account().add(KEY.withUse(usage, spec));

    assertThat(done(storage.key(AWAY, ID)))
        .isEqualTo(new EncryptionKey(ARN, Fitness.OTHER_KIND, usage + " with " + spec));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        arguments("NotFoundException", Refused.Reason.NOT_FOUND),
        arguments("AccessDeniedException", Refused.Reason.PERMISSION),
        arguments("InvalidArnException", Refused.Reason.INVALID),
        arguments("ValidationException", Refused.Reason.INVALID),
        arguments("InvalidSignatureException", Refused.Reason.CREDENTIALS),
        arguments("UnrecognizedClientException", Refused.Reason.CREDENTIALS));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void what_does_not_pass_is_refused_in_the_words_of_kms(String code, Refused.Reason reason) {
    assertThat(askWith(Fault.error(400, code, "Because.")))
        .isEqualTo(new Refused<>(reason, code + ": Because."));
  }

  @Test
  void who_may_not_ask_is_told_what_to_allow() {
    ec2.account().add(KEY).deny("DescribeKey");

    assertThat(((Refused<?>) storage.key(AWAY, ID)).why())
        .contains("kms:DescribeKey on resource: " + ARN);
  }

  static Stream<Arguments> doubts() {
    return Stream.of(
        arguments(Fault.error(500, "KMSInternalException", "Oh.")),
        arguments(Fault.error(503, "DependencyTimeoutException", "Oh.")),
        arguments(Fault.error(400, "KMSInternalException", "Oh.")),
        arguments(Fault.html(200)),
        arguments(Fault.html(502)),
        arguments(Fault.empty(200)),
        arguments(Fault.reset()),
        arguments(Fault.close()),
        arguments(Fault.cutInBody()),
        arguments(json("{}")),
        arguments(json("{\"KeyMetadata\":{}}")),
        arguments(json("{\"KeyMetadata\":{\"Arn\":\"a\",\"KeyState\":\"Enabled\"}}")),
        arguments(json("{\"KeyMetadata\":{\"Arn\":\"a\"")),
        arguments(json("{\"KeyMetadata\":\"a\"}")),
        arguments(json("{\"KeyMetadata\":" + "[".repeat(100_000))),
        arguments(Fault.rewrite(body -> body.replace("KeyState", "State"))));
  }

  @ParameterizedTest
  @MethodSource("doubts")
  void what_says_nothing_about_the_key_is_no_answer(Fault fault) {
    assertThat(askWith(fault)).isInstanceOf(Ambiguous.class);
  }

  @Test
  void an_answer_that_names_no_request_is_none_of_aws() {
    ec2.account().add(KEY);
    String[] sound = new String[1];
    ec2.faults()
        .next(
            "DescribeKey",
            Fault.rewrite(
                body -> {
                  sound[0] = body;
                  return body;
                }));
    assertThat(storage.key(AWAY, ID)).isInstanceOf(Answer.Done.class);
    ec2.faults().next("DescribeKey", json(sound[0]));

    assertThat(storage.key(AWAY, ID)).isInstanceOf(Ambiguous.class);
  }

  @Test
  void throttling_is_waited_for() {
    assertThat(((Wait<?>) askWith(Fault.error("ThrottlingException"))).reason())
        .isEqualTo(Wait.Reason.THROTTLED);
  }

  @Test
  void credentials_that_expire_are_looked_for_again() {
    assertThat(askWith(Fault.error("ExpiredTokenException"))).isInstanceOf(Wait.class);
  }

  @Test
  void one_endpoint_for_all_services_is_one_for_kms_too() {
    try (Ec2Emulator other = Ec2Emulator.builder().start()) {
      System.clearProperty("aws.endpointUrlKms");
      set("aws.endpointUrl", other.endpoint().toString());
      storage.close();
      storage = Ec2BlockStorage.connect(AwsAccess.DEFAULT);

      done(storage.key(AWAY, "alias/aws/ebs"));

      assertThat(other.requests("DescribeKey")).hasSize(1);
    }
  }

  private Answer<EncryptionKey> askWith(Fault fault) {
    ec2.account().add(KEY);
    ec2.faults().always("DescribeKey", fault);
    Answer<EncryptionKey> answer = storage.key(AWAY, ID);
    assertThat(ec2.requests()).hasSize(1);
    return answer;
  }

  private static Fault json(String body) {
    return new Fault.RawAnswer(200, "application/x-amz-json-1.1", body, Map.of(), false);
  }
}
