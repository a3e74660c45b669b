package io.github.quartermaster.ebs.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Ambiguous;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Answer.Wait;
import io.github.quartermaster.ebs.model.SnapshotFilter;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.testkit.model.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each fault of a network and of EC2 becomes; one request each, whatever it is. */
class FaultsTest extends PointedAtEmulator {

  static Stream<Arguments> waits() {
    return Stream.of(
        arguments("RequestLimitExceeded", Wait.Reason.THROTTLED),
        arguments("Throttling", Wait.Reason.THROTTLED),
        arguments("ConcurrentSnapshotLimitExceeded", Wait.Reason.BUSY),
        arguments("PendingSnapshotLimitExceeded", Wait.Reason.BUSY),
        arguments("ResourceLimitExceeded", Wait.Reason.BUSY),
        arguments("ConcurrentTagAccess", Wait.Reason.BUSY),
        arguments("SnapshotCreationPerVolumeRateExceeded", Wait.Reason.TOO_SOON),
        arguments("IncorrectState", Wait.Reason.NOT_READY));
  }

  @ParameterizedTest
  @MethodSource("waits")
  void what_passes_has_to_be_waited_for(String code, Wait.Reason reason) {
    Answer<?> answer = createWith(Fault.error(code));

    assertThat(answer).isInstanceOf(Wait.class);
    assertThat(((Wait<?>) answer).reason()).isEqualTo(reason);
    assertThat(((Wait<?>) answer).why()).startsWith(code + ": ");
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        arguments("InvalidVolume.NotFound", Refused.Reason.NOT_FOUND),
        arguments("InvalidSnapshot.NotFound", Refused.Reason.NOT_FOUND),
        arguments("InvalidVolumeID.Malformed", Refused.Reason.INVALID),
        arguments("InvalidParameterValue", Refused.Reason.INVALID),
        arguments("TagLimitExceeded", Refused.Reason.INVALID),
        arguments("FilterLimitExceeded", Refused.Reason.INVALID),
        arguments("SomethingNobodyKnows", Refused.Reason.INVALID),
        arguments("SnapshotLimitExceeded", Refused.Reason.QUOTA),
        arguments("InvalidSnapshot.InUse", Refused.Reason.IN_USE),
        arguments("OperationNotPermitted", Refused.Reason.IN_USE),
        arguments("SnapshotCopyUnsupported.InterRegion", Refused.Reason.UNSUPPORTED),
        arguments("OptInRequired", Refused.Reason.UNSUPPORTED),
        arguments("CustomerKeyHasBeenRevoked", Refused.Reason.PERMISSION),
        arguments("UnauthorizedOperation", Refused.Reason.PERMISSION),
        arguments("InvalidClientTokenId", Refused.Reason.CREDENTIALS),
        arguments("SignatureDoesNotMatch", Refused.Reason.CREDENTIALS),
        arguments("MissingAuthenticationToken", Refused.Reason.CREDENTIALS));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void what_does_not_pass_is_refused(String code, Refused.Reason reason) {
    Answer<?> answer = createWith(Fault.error(400, code, "Because."));

    assertThat(answer).isEqualTo(new Refused<>(reason, code + ": Because."));
  }

  static Stream<Arguments> doubts() {
    return Stream.of(
        arguments(Fault.error(500, "InternalError", "An internal error has occurred")),
        arguments(Fault.error(503, "Unavailable", "The server is overloaded")),
        arguments(Fault.error(400, "InternalFailure", "Odd, but doubtful")),
        arguments(Fault.error(502, "SomethingNobodyKnows", "")),
        arguments(Fault.html(502)),
        arguments(Fault.html(403)),
        arguments(Fault.empty(400)),
        arguments(Fault.malformedXml(400)),
        arguments(Fault.malformedXml(500)),
        arguments(Fault.html(302)),
        arguments(Fault.html(200)),
        arguments(Fault.empty(200)),
        arguments(Fault.malformedXml(200)),
        arguments(Fault.reset()),
        arguments(Fault.close()),
        arguments(Fault.answerLost()),
        arguments(Fault.resetInBody()),
        arguments(Fault.cutInBody()),
        arguments(xml("<CreateSnapshotResponse/>")),
        arguments(xml("<CreateSnapshotResponse><snapshotId>snap-1</snapshotId>")),
        arguments(xml("<CreateSnapshotResponse><requestId>r</requestId></CreateSnapshotResponse>")),
        arguments(
            xml(
                "<CreateSnapshotResponse><requestId>r</requestId>"
                    + "<snapshotId>../etc</snapshotId></CreateSnapshotResponse>")),
        arguments(
            xml(
                "<CreateSnapshotResponse><snapshotId>snap-1</snapshotId>"
                    + "</CreateSnapshotResponse>")),
        arguments(
            xml(
                "<DescribeSnapshotsResponse><requestId>r</requestId>"
                    + "</DescribeSnapshotsResponse>")),
        arguments(
            xml(
                "<!DOCTYPE a [<!ENTITY b \"c\">]><CreateSnapshotResponse>"
                    + "</CreateSnapshotResponse>")),
        arguments(xml("<CreateSnapshotResponse>" + "<a>".repeat(200_000))));
  }

  @ParameterizedTest
  @MethodSource("doubts")
  void what_leaves_open_whether_it_was_done_is_ambiguous(Fault fault) {
    Answer<?> answer = createWith(fault);

    assertThat(answer).isInstanceOf(Ambiguous.class);
    assertThat(((Ambiguous<?>) answer).why()).isNotBlank();
  }

  static Stream<Arguments> emptyLists() {
    return Stream.of(
        arguments(Fault.html(200)),
        arguments(Fault.empty(200)),
        arguments(xml("<DescribeSnapshotsResponse></DescribeSnapshotsResponse>")),
        arguments(
            xml("<DescribeVolumesResponse><requestId>r</requestId></DescribeVolumesResponse>")),
        arguments(
            xml(
                "<DescribeSnapshotsResponse><requestId>r</requestId><snapshotSet><item>"
                    + "<snapshotId>snap-1</snapshotId><volumeId>vol-1</volumeId>"
                    + "</item></snapshotSet></DescribeSnapshotsResponse>")));
  }

  @ParameterizedTest
  @MethodSource("emptyLists")
  void a_list_that_says_nothing_is_not_an_empty_list(Fault fault) {
    ec2.faults().always("DescribeSnapshots", fault);

    Answer<?> answer = storage.snapshots(HOME, new SnapshotFilter.Ours(), null);

    assertThat(answer).isInstanceOf(Ambiguous.class);
    assertThat(ec2.requests()).hasSize(1);
  }

  @Test
  void a_list_of_nothing_is_an_empty_list() {
    assertThat(done(storage.snapshots(HOME, new SnapshotFilter.Ours(), null)).items()).isEmpty();
  }

  @Test
  void a_lost_answer_makes_one_snapshot_and_not_three() {
    createWith(Fault.answerLost());

    assertThat(ec2.snapshots(HOME.name())).hasSize(1);
  }

  @Test
  void copies_and_sets_are_not_repeated_either() {
    SnapshotId source = completedSnapshot();
    ec2.faults().always("CopySnapshot", Fault.error(500, "InternalError", "").afterAction());

    assertThat(storage.create(copyOf(source))).isInstanceOf(Ambiguous.class);

    assertThat(ec2.snapshots(AWAY.name())).hasSize(1);
    assertThat(ec2.requests("CopySnapshot")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {503, 400, 429})
  void throttling_is_known_with_any_status(int status) {
    Answer<?> answer =
        createWith(
            Fault.error(status, "RequestLimitExceeded", "Slower.").withHeader("Retry-After", "7"));

    assertThat(answer)
        .isEqualTo(
            new Wait<>(
                Wait.Reason.THROTTLED, Duration.ofSeconds(7), "RequestLimitExceeded: Slower."));
  }

  @Test
  void too_many_requests_need_no_code() {
    Answer<?> answer = createWith(Fault.html(429).withHeader("Retry-After", "2"));

    assertThat(((Wait<?>) answer).reason()).isEqualTo(Wait.Reason.THROTTLED);
    assertThat(((Wait<?>) answer).atLeast()).isEqualTo(Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "soon", "Wed, 21 Oct 2037 07:28:00 GMT", ""})
  void a_time_to_wait_that_is_none_is_no_time(String odd) {
    Answer<?> answer = createWith(Fault.throttled().withHeader("Retry-After", odd));

    assertThat(((Wait<?>) answer).atLeast()).isZero();
  }

  @Test
  void nobody_waits_for_a_year_because_a_server_says_so() {
    Answer<?> answer = createWith(Fault.throttled().withHeader("Retry-After", "31536000"));

    assertThat(((Wait<?>) answer).atLeast()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void after_a_snapshot_of_the_volume_fifteen_seconds_pass() {
    Answer<?> answer = createWith(Fault.error("SnapshotCreationPerVolumeRateExceeded"));

    assertThat(((Wait<?>) answer).atLeast()).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void status_401_is_about_credentials_even_where_its_code_is_lost() {
    Answer<?> answer = createWith(Fault.error(401, "AuthFailure", "No."));

    assertThat(answer)
        .isEqualTo(
            new Refused<>(
                Refused.Reason.CREDENTIALS,
                "AWS does not accept the credentials (HTTP status 401)"));
  }

  @Test
  void a_wrong_clock_is_said_and_set_right_for_the_next_request() {
    ec2.faults().next("CreateSnapshot", Fault.clockSkew(Duration.ofMinutes(20)));

    Answer<?> first = storage.create(ofVolume());
    Answer<?> second = storage.create(ofVolume());

    assertThat(first).isInstanceOf(Wait.class);
    assertThat(((Wait<?>) first).reason()).isEqualTo(Wait.Reason.NOT_READY);
    assertThat(((Wait<?>) first).why())
        .contains("this machine's clock is ")
        .contains("behind AWS'");
    assertThat(second).isInstanceOf(Answer.Done.class);
    assertThat(ec2.requests()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RequestExpired", "ExpiredToken"})
  void expired_credentials_are_looked_for_again_once(String code) {
    ec2.faults().always("CreateSnapshot", Fault.error(400, code, "Request has expired."));

    Answer<?> first = storage.create(ofVolume());
    Answer<?> second = storage.create(ofVolume());

    assertThat(((Wait<?>) first).reason()).isEqualTo(Wait.Reason.NOT_READY);
    assertThat(((Refused<?>) second).reason()).isEqualTo(Refused.Reason.CREDENTIALS);
    assertThat(((Refused<?>) second).why()).contains("expired").contains("clock");
    assertThat(ec2.requests()).hasSize(2);
  }

  @Test
  void no_credentials_are_no_request() {
    System.clearProperty("aws.accessKeyId");
    storage.close();
    storage = Ec2BlockStorage.connect(AwsAccess.DEFAULT);

    Answer<?> answer = storage.create(ofVolume());

    assertThat(((Refused<?>) answer).reason()).isEqualTo(Refused.Reason.CREDENTIALS);
    assertThat(((Refused<?>) answer).why())
        .isEqualTo("no AWS credentials: Unable to load credentials from any of the providers");
    assertThat(ec2.requests()).isEmpty();
  }

  @Test
  void silence_ends() {
    reconnect(Duration.ofMillis(300));

    assertThat(createWith(Fault.silence())).isInstanceOf(Ambiguous.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void a_closed_port_is_doubt() {
    ec2.close();

    Answer<?> answer = storage.create(ofVolume());

    assertThat(answer).isInstanceOf(Ambiguous.class);
    // reset, where Java has kept a connection to an emulator that had the same port before
    assertThat(((Ambiguous<?>) answer).why())
        .matches("Unable to execute HTTP request: Connection (refused|reset)");
  }

  @Test
  void an_interrupt_is_kept() {
    Thread.currentThread().interrupt();

    Answer<?> answer = storage.create(ofVolume());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(answer).isInstanceOf(Ambiguous.class);
  }

  @Test
  void signatures_and_tokens_are_not_repeated() {
    Answer<?> answer =
        createWith(
            Fault.error(
                400,
                "InvalidParameterValue",
                "bad URL https://ec2/?X-Amz-Signature=abc123&X-Amz-Security-Token=def456 in\nit"));

    assertThat(((Refused<?>) answer).why())
        .isEqualTo(
            "InvalidParameterValue: bad URL"
                + " https://ec2/?X-Amz-Signature=***&X-Amz-Security-Token=*** in it");
  }

  private Answer<?> createWith(Fault fault) {
    ec2.faults().always("CreateSnapshot", fault);
    Answer<?> answer = storage.create(ofVolume());
    assertThat(ec2.requests()).hasSize(1);
    return answer;
  }

  private static Fault xml(String body) {
    return new Fault.RawAnswer(200, "text/xml;charset=UTF-8", body, Map.of(), false);
  }
}
