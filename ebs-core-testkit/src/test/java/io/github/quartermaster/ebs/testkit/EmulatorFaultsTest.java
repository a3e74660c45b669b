package io.github.quartermaster.ebs.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.quartermaster.ebs.testkit.model.EmulatedRequest;
import io.github.quartermaster.ebs.testkit.model.EmulatorLimits;
import io.github.quartermaster.ebs.testkit.model.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Snapshot;
import software.amazon.awssdk.services.ec2.model.SnapshotState;

/** What each fault looks like to the SDK, with the SDK's own retries. */
@Tag("thorough")
class EmulatorFaultsTest extends WithEmulator {

  @Test
  void throttling_is_repeated_until_it_ends() {
    emulator.faults().next("CreateSnapshot", 2, Fault.throttled());

    assertThat(snapshot()).isNotEmpty();

    assertThat(outcomes("CreateSnapshot"))
        .containsExactly(
            "503 RequestLimitExceeded by script", "503 RequestLimitExceeded by script", "200");
    assertThat(emulator.snapshots(HOME)).hasSize(1);
  }

  @Test
  void throttling_without_end_is_given_up_after_four_attempts() {
    emulator.faults().always("CreateSnapshot", Fault.throttled());

    Ec2Exception refusal = assertRefused(this::snapshot, 503, "RequestLimitExceeded");

    assertThat(refusal.isThrottlingException()).isTrue();
    assertThat(emulator.requests()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"InternalError", "Unavailable"})
  void server_errors_are_repeated(String code) {
    emulator.faults().next("DescribeVolumes", 3, Fault.error(code));

    assertThat(home.describeVolumes().volumes()).hasSize(1);
    assertThat(emulator.requests()).hasSize(4);
  }

  @Test
  void html_of_a_proxy_has_no_code() {
    emulator.faults().always("DescribeVolumes", Fault.html(502));

    Ec2Exception failure = catchThrowableOfType(Ec2Exception.class, home::describeVolumes);

    assertThat(failure.statusCode()).isEqualTo(502);
    assertThat(failure.awsErrorDetails().errorCode()).isNull();
    assertThat(emulator.requests()).hasSize(4);
  }

  @Test
  void retry_after_is_waited_for() {
    emulator
        .faults()
        .next("DescribeVolumes", Fault.error("Unavailable").withHeader("Retry-After", "1"));

    long start = System.nanoTime();
    home.describeVolumes();

    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isGreaterThan(950);
  }

  @Test
  void connection_that_ends_before_the_answer_is_tried_again() {
    emulator.faults().next("CreateSnapshot", Fault.reset()).next("CreateSnapshot", Fault.close());

    assertThat(snapshot()).isNotEmpty();

    assertThat(outcomes("CreateSnapshot")).containsExactly("reset", "closed", "200");
    assertThat(emulator.snapshots(HOME)).hasSize(1);
  }

  @Test
  void second_attempt_after_a_lost_answer_meets_the_rate_of_the_volume() {
    emulator.faults().next("CreateSnapshot", Fault.answerLost());

    assertRefused(this::snapshot, 400, "SnapshotCreationPerVolumeRateExceeded");

    assertThat(emulator.snapshots(HOME)).hasSize(1);
  }

  @Test
  void server_error_after_the_action_makes_a_second_snapshot() {
    emulator.account().limits(EmulatorLimits.NONE);
    emulator.faults().next("CreateSnapshot", Fault.error("InternalError").afterAction());

    snapshot();

    assertThat(emulator.snapshots(HOME)).hasSize(2);
  }

  @Test
  void reset_in_the_body_is_not_repeated_though_the_action_was_done() {
    emulator.faults().next("CreateSnapshot", Fault.resetInBody());

    assertThatThrownBy(this::snapshot).isInstanceOf(SdkClientException.class);

    assertThat(outcomes("CreateSnapshot")).containsExactly("reset in the body");
    assertThat(emulator.snapshots(HOME)).hasSize(1);
  }

  @Test
  void body_cut_short_is_not_repeated_though_the_action_was_done() {
    emulator.faults().next("CreateSnapshot", Fault.cutInBody());

    assertThatThrownBy(this::snapshot).isInstanceOf(SdkClientException.class);

    assertThat(outcomes("CreateSnapshot")).containsExactly("closed in the body");
    assertThat(emulator.snapshots(HOME)).hasSize(1);
  }

  @Test
  void malformed_xml_is_an_error_of_the_client() {
    emulator.faults().next("DescribeVolumes", Fault.malformedXml(200));

    assertThatThrownBy(home::describeVolumes)
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining("Unable to unmarshall response");
    assertThat(emulator.requests()).hasSize(1);
  }

  @Test
  void good_status_without_an_answer_looks_like_nothing_found() {
    emulator.faults().next("DescribeVolumes", Fault.empty(200));
    emulator.faults().next("CreateSnapshot", Fault.empty(200).afterAction());

    assertThat(home.describeVolumes().volumes()).isEmpty();
    assertThat(snapshot()).isNull();
    assertThat(emulator.snapshots(HOME)).hasSize(1);
  }

  @Test
  void html_with_a_good_status_looks_like_nothing_found_or_is_an_error_of_the_client() {
    emulator.faults().next("DescribeVolumes", Fault.html(200));

    try {
      assertThat(home.describeVolumes().volumes()).isEmpty();
    } catch (SdkClientException unreadable) {
      assertThat(unreadable).hasMessageContaining("unmarshall");
    }
    assertThat(emulator.requests()).hasSize(1);
  }

  @Test
  void error_with_an_unreadable_body_has_no_code() {
    emulator.faults().next("DescribeVolumes", Fault.malformedXml(400));

    Ec2Exception failure = catchThrowableOfType(Ec2Exception.class, home::describeVolumes);

    assertThat(failure.statusCode()).isEqualTo(400);
    assertThat(failure.awsErrorDetails().errorCode()).isNull();
    assertThat(emulator.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SnapshotCreationPerVolumeRateExceeded",
        "ConcurrentSnapshotLimitExceeded",
        "ResourceLimitExceeded",
        "ExpiredToken",
        "PendingSnapshotLimitExceeded"
      })
  void refusals_are_not_repeated(String code) {
    emulator.faults().next("CreateSnapshot", Fault.error(code));

    assertRefused(this::snapshot, 400, code);

    assertThat(emulator.requests()).hasSize(1);
  }

  @Test
  void expired_request_is_repeated_in_vain() {
    emulator.faults().always("CreateSnapshot", Fault.error("RequestExpired"));

    assertRefused(this::snapshot, 400, "RequestExpired");

    assertThat(emulator.requests()).hasSize(4);
  }

  @Test
  void refused_credentials_are_401_and_not_repeated() {
    emulator.faults().always("DescribeVolumes", Fault.error("AuthFailure"));

    Ec2Exception failure = catchThrowableOfType(Ec2Exception.class, home::describeVolumes);

    assertThat(failure.statusCode()).isEqualTo(401);
    assertThat(emulator.requests()).hasSize(1);
  }

  @Test
  void volume_that_vanishes_is_not_found_any_more() {
    emulator.account().remove(HOME, VOLUME);

    assertRefused(this::snapshot, 400, "InvalidVolume.NotFound");
  }

  @Test
  void snapshot_that_somebody_else_deletes_is_not_found_any_more() {
    String id = snapshot();
    emulator.account().remove(HOME, id);

    assertRefused(() -> described(home, id), 400, "InvalidSnapshot.NotFound");
  }

  @Test
  void state_nobody_knows_is_told_as_text() {
    String id = snapshot();
    emulator.account().setSnapshotState(HOME, id, "hibernating", "");

    assertThat(described(home, id).state()).isEqualTo(SnapshotState.UNKNOWN_TO_SDK_VERSION);
    assertThat(described(home, id).stateAsString()).isEqualTo("hibernating");
  }

  @Test
  void answer_can_be_rewritten() {
    String id = snapshot();
    emulator
        .faults()
        .next("DescribeSnapshots", Fault.rewrite(body -> body.replace(">pending<", ">error<")));

    assertThat(described(home, id).stateAsString()).isEqualTo("error");
    assertThat(described(home, id).stateAsString()).isEqualTo("pending");
  }

  @Test
  void silent_server_is_left_after_the_clients_time() {
    emulator.faults().always("CreateSnapshot", Fault.silence());
    try (Ec2Client impatient = Clients.ec2(emulator, HOME, Duration.ofMillis(200))) {
      assertThatThrownBy(() -> impatient.createSnapshot(request -> request.volumeId(VOLUME)))
          .isInstanceOf(ApiCallAttemptTimeoutException.class);
    }
    assertThat(emulator.snapshots(HOME)).isEmpty();
  }

  @Test
  void late_answer_is_an_answer() {
    emulator.faults().next("CreateSnapshot", Fault.delay(Duration.ofMillis(300)));

    long start = System.nanoTime();
    assertThat(snapshot()).isNotEmpty();

    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isGreaterThan(290);
  }

  @Test
  void empty_page_in_the_middle_loses_nothing() {
    snapshots(7);
    emulator.faults().onCall("DescribeSnapshots", 2, Fault.emptyPage());

    List<String> found = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    for (DescribeSnapshotsResponse page :
        home.describeSnapshotsPaginator(request -> request.maxResults(5))) {
      sizes.add(page.snapshots().size());
      page.snapshots().stream().map(Snapshot::snapshotId).forEach(found::add);
    }

    assertThat(sizes).containsExactly(5, 0, 2);
    assertThat(found).doesNotHaveDuplicates().hasSize(7);
  }

  @Test
  void token_that_never_changes_leads_round_and_round() {
    snapshots(2);
    emulator.faults().always("DescribeSnapshots", Fault.stuckToken());

    assertThat(
            home.describeSnapshotsPaginator(request -> request.maxResults(5)).stream()
                .limit(10)
                .map(DescribeSnapshotsResponse::nextToken)
                .distinct())
        .hasSize(1);
    assertThat(emulator.requests("DescribeSnapshots")).hasSizeGreaterThanOrEqualTo(10);
  }

  @Test
  void fault_meets_the_request_of_its_number_and_no_other() {
    emulator
        .faults()
        .onRequest(2, Fault.error("InvalidState"))
        .when(request -> request.parameter("Owner.1").isPresent(), Fault.error("OptInRequired"));

    home.describeVolumes();
    assertRefused(home::describeRegions, 400, "InvalidState");
    home.describeRegions();
    assertRefused(
        () -> home.describeSnapshots(request -> request.ownerIds("self")), 400, "OptInRequired");
    emulator.faults().clear();
    home.describeSnapshots(request -> request.ownerIds("self"));
  }

  private void snapshots(int count) {
    emulator.account().limits(EmulatorLimits.NONE);
    for (int index = 0; index < count; index++) {
      snapshot();
    }
  }

  private List<String> outcomes(String action) {
    return emulator.requests().stream()
        .filter(request -> request.action().equals(action))
        .map(EmulatedRequest::outcome)
        .toList();
  }
}
