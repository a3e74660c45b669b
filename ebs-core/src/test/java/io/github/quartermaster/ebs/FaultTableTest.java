package io.github.quartermaster.ebs;

import static io.github.quartermaster.ebs.EmulatedCloud.CONTENT;
import static io.github.quartermaster.ebs.EmulatedCloud.HOME;
import static io.github.quartermaster.ebs.EmulatedCloud.INDEX;
import static io.github.quartermaster.ebs.EmulatedCloud.LOGS;
import static io.github.quartermaster.ebs.EmulatedCloud.WEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.aws.ImpatientStorage;
import io.github.quartermaster.ebs.model.EbsEvent;
import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.SnapshotOutcome;
import io.github.quartermaster.ebs.model.VolumeOutcome;
import io.github.quartermaster.ebs.model.VolumeSpec;
import io.github.quartermaster.ebs.testkit.model.CompletionTime;
import io.github.quartermaster.ebs.testkit.model.EmulatedRequest;
import io.github.quartermaster.ebs.testkit.model.EmulatedSnapshot;
import io.github.quartermaster.ebs.testkit.model.EmulatedVolume;
import io.github.quartermaster.ebs.testkit.model.EmulatorLimits;
import io.github.quartermaster.ebs.testkit.model.Fault;
import io.github.quartermaster.ebs.testkit.model.Lag;
import io.github.quartermaster.ebs.testkit.model.Moment;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One thing goes wrong; at the end there is one of each, or the user is told of which not. */
@Tag("thorough")
class FaultTableTest {
  private static final Fault THROTTLED = Fault.throttled();

  private final EmulatedCloud cloud = new EmulatedCloud();

  @TempDir Path journals;

  @AfterEach
  void close() {
    cloud.close();
  }

  /** Each of them at each action that makes or finds something, once and repeatedly. */
  static Stream<Arguments> passingAtEachAction() {
    return PassingFaults.at("CreateSnapshot", "CopySnapshot", "DescribeSnapshots");
  }

  @ParameterizedTest(name = "{0}: {1}, {2} times")
  @MethodSource("passingAtEachAction")
  void what_passes_leaves_one_of_each(String action, String name, int times, Fault fault) {
    cloud.next(action, times, fault);

    assertAllIsMade();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CreateSnapshot", "CopySnapshot", "DescribeSnapshots"})
  void silence_is_outlived(String action) {
    try (EmulatedCloud silent =
        new EmulatedCloud(() -> ImpatientStorage.connect(HOME, Duration.ofSeconds(2)))) {
      silent.next(action, 1, Fault.silence());

      BackupResult result = silent.backup(journals, INDEX, LOGS);

      assertThat(result.problems()).isEmpty();
      assertThat(result.isComplete()).isTrue();
      silent.assertHoldsExactlyOnce(INDEX, LOGS);
    }
  }

  @Test
  void a_clock_that_is_wrong_is_set_right_without_a_second_snapshot() {
    cloud.next("CreateSnapshot", 1, Fault.clockSkew(Duration.ofMinutes(20)));

    assertAllIsMade();

    assertThat(cloud.creations()).isEqualTo(4);
  }

  @Test
  void more_copies_than_a_region_takes_go_one_after_another() {
    cloud.ec2().account().limits(EmulatorLimits.AWS.withCopiesPerDestination(1));

    BackupResult result = cloud.backup(journals, CONTENT, INDEX);

    assertThat(result.problems()).isEmpty();
    assertThat(result.isComplete()).isTrue();
    cloud.assertHoldsExactlyOnce(CONTENT, INDEX);
  }

  static Stream<Arguments> passingAtOneAction() {
    return Stream.of(
        Arguments.of("CreateSnapshot", Fault.error("SnapshotCreationPerVolumeRateExceeded")),
        Arguments.of("CreateSnapshot", Fault.error("ConcurrentSnapshotLimitExceeded")),
        Arguments.of("CreateSnapshot", Fault.error("PendingSnapshotLimitExceeded")),
        Arguments.of("CopySnapshot", Fault.error("ResourceLimitExceeded")),
        Arguments.of("CopySnapshot", Fault.error("IncorrectState")),
        Arguments.of("CopySnapshot", Fault.error("InvalidSnapshot.NotFound")),
        Arguments.of("DescribeSnapshots", becoming("pending", "recoverable")),
        Arguments.of("DescribeSnapshots", becoming("completed", "recovering")),
        Arguments.of("DescribeSnapshots", becoming("pending", "somethingNobodyKnows")));
  }

  private static Fault becoming(String state, String other) {
    return Fault.rewrite(
        body -> body.replace("<status>" + state + "</status>", "<status>" + other + "</status>"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("passingAtOneAction")
  void what_is_to_be_waited_for_is_waited_for(String action, Fault fault) {
    cloud.next(action, 4, fault);

    assertAllIsMade();
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("looks")
  void a_fault_of_any_look_at_the_run_is_outlived(int look, String name, Fault fault) {
    cloud.ec2().faults().onCall("DescribeSnapshots", look, fault);

    assertAllIsMade();
  }

  /** The first looks plan, the later ones find out how far everything is. */
  static Stream<Arguments> looks() {
    return PassingFaults.all().entrySet().stream()
        .filter(fault -> !fault.getKey().startsWith("done, "))
        .flatMap(
            fault ->
                Stream.of(3, 5, 8)
                    .map(
                        look ->
                            Arguments.of(
                                look, "look " + look + ": " + fault.getKey(), fault.getValue())));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8})
  void an_empty_page_is_not_the_end_of_a_list(int look) {
    cloud.ec2().faults().onCall("DescribeSnapshots", look, Fault.emptyPage());

    assertAllIsMade();
  }

  @Test
  void a_list_that_goes_round_in_circles_while_it_is_waited_is_read_again() {
    for (int look = 4; look < 12; look++) {
      cloud.ec2().faults().onCall("DescribeSnapshots", look, Fault.stuckToken());
    }

    assertAllIsMade();
  }

  @Test
  void a_list_that_goes_round_in_circles_while_it_is_planned_is_read_again() {
    cloud.ec2().faults().next("DescribeSnapshots", 3, Fault.stuckToken());

    assertAllIsMade();
  }

  @Test
  void a_list_without_end_is_said_before_anything_is_begun() {
    cloud.ec2().faults().always("DescribeSnapshots", Fault.stuckToken());

    assertThatThrownBy(() -> cloud.backup(journals, INDEX, LOGS))
        .isInstanceOf(EbsException.class)
        .hasMessageContaining("round in circles");

    assertThat(cloud.creations()).isZero();
  }

  @Test
  void answers_lost_in_a_row_make_no_second_snapshot() {
    cloud.next("CreateSnapshot", 2, Fault.answerLost());
    cloud.next("CopySnapshot", 2, Fault.answerLost());

    assertAllIsMade();

    assertThat(cloud.creations()).isEqualTo(3);
  }

  @Test
  void an_answer_is_lost_while_searches_by_tag_lag() {
    cloud
        .ec2()
        .account()
        .limits(EmulatorLimits.AWS.withBetweenSnapshotsOfVolume(Duration.ZERO))
        .lag(Lag.NONE, Lag.ofTime(Duration.ofSeconds(10)), Lag.NONE);
    cloud.next("CreateSnapshot", 2, Fault.answerLost());
    cloud.next("CopySnapshot", 1, Fault.answerLost());

    assertAllIsMade();

    assertThat(cloud.creations()).isEqualTo(3);
  }

  @Test
  void what_is_new_is_seen_by_no_search_for_some_time() {
    cloud
        .ec2()
        .account()
        .lag(
            Lag.ofTime(Duration.ofSeconds(10)), Lag.ofTime(Duration.ofSeconds(20)), Lag.ofLooks(3));

    assertAllIsMade();

    assertThat(cloud.creations()).isEqualTo(3);
  }

  @Test
  void after_a_lost_answer_the_volume_rate_tells_nothing_certain() {
    cloud.next("CreateSnapshot", 1, Fault.reset());
    cloud.next("CreateSnapshot", 1, Fault.answerLost());
    cloud.next("CreateSnapshot", 2, Fault.error("SnapshotCreationPerVolumeRateExceeded"));

    assertAllIsMade();
  }

  @Test
  void somebody_else_has_snapshotted_the_volume_a_moment_ago() {
    cloud
        .ec2()
        .faults()
        .when(
            isWithin(Duration.ofSeconds(50), "CreateSnapshot"),
            Fault.error("SnapshotCreationPerVolumeRateExceeded"));

    assertAllIsMade();
  }

  @Test
  void minutes_of_throttling_are_waited_out() {
    for (String action : List.of("CreateSnapshot", "CopySnapshot", "DescribeSnapshots")) {
      cloud.ec2().faults().when(isWithin(Duration.ofMinutes(8), action), THROTTLED);
    }

    assertAllIsMade();

    assertThat(cloud.events()).hasAtLeastOneElementOfType(EbsEvent.Delayed.class);
    assertThat(cloud.ec2().requests().size()).as("requests").isLessThan(200);
  }

  @Test
  void copies_of_others_hold_the_destination_for_a_while() {
    for (int i = 0; i < 20; i++) {
      String id = "snap-0f0e160000000%04d".formatted(i);
      cloud
          .ec2()
          .account()
          .add(
              EmulatedSnapshot.of(WEST.name(), id, "vol-ffffffff", 8, cloud.ec2().clock().instant())
                  .withTag("foreign", "yes")
                  .withState("pending", ""));
    }
    cloud
        .ec2()
        .faults()
        .when(
            isWithin(Duration.ofMinutes(7), "CopySnapshot"), Fault.error("ResourceLimitExceeded"));

    assertAllIsMade();
  }

  @Test
  void snapshots_of_others_hold_a_volume_for_a_while() {
    cloud
        .ec2()
        .account()
        .add(EmulatedVolume.of(HOME.name(), id(LOGS), 8).withType("st1"))
        .add(
            EmulatedSnapshot.of(
                    HOME.name(), "snap-0f0e1", id(LOGS), 8, cloud.ec2().clock().instant())
                .withTag("foreign", "yes")
                .withState("pending", ""));
    cloud.ec2().clock().advance(Duration.ofMinutes(1));
    Instant later = cloud.ec2().clock().instant().plus(Duration.ofMinutes(20));
    before(
        "CreateSnapshot",
        request -> {
          if (request.at().isAfter(later)) {
            cloud.ec2().account().setSnapshotState(HOME.name(), "snap-0f0e1", "completed", "");
          }
        });

    BackupResult result = cloud.backup(journals, INDEX, LOGS);

    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.QUOTA_REACHED);
              assertThat(problem.isError()).isFalse();
              assertThat(problem.message()).contains(id(LOGS), "snap-0f0e1", "1 of a volume");
            });
    assertThat(result.isComplete()).isTrue();
    assertThat(cloud.ec2().requests("CreateSnapshot"))
        .filteredOn(request -> request.outcome().endsWith("ConcurrentSnapshotLimitExceeded"))
        .isNotEmpty();
    cloud.assertHoldsExactlyOnce(INDEX, LOGS);
  }

  @Test
  void credentials_that_end_midway_stop_the_run_and_good_ones_finish_it() {
    Predicate<EmulatedRequest> late =
        request -> request.service().equals("ec2") && cloud.creations() >= 2;
    cloud.ec2().faults().when(late, Fault.error(401, "AuthFailure", "No."));

    BackupResult stopped = cloud.backup(journals, INDEX, LOGS);
    cloud.ec2().faults().clear();
    BackupResult finished = cloud.backup(journals, INDEX, LOGS);

    assertThat(codes(stopped)).contains(ProblemCode.CREDENTIALS_REFUSED);
    assertThat(stopped.isComplete()).isFalse();
    assertThat(finished.problems()).isEmpty();
    assertThat(finished.isComplete()).isTrue();
    cloud.assertHoldsExactlyOnce(INDEX, LOGS);
  }

  @ParameterizedTest
  @MethodSource("expiries")
  void credentials_that_expire_once_are_looked_for_again(String action, String code) {
    cloud.next(action, 1, Fault.error(400, code, "It has expired."));

    assertAllIsMade();
  }

  static Stream<Arguments> expiries() {
    return Stream.of("CreateSnapshot", "CopySnapshot", "DescribeSnapshots")
        .flatMap(
            action ->
                Stream.of("RequestExpired", "ExpiredToken")
                    .map(code -> Arguments.of(action, code)));
  }

  @Test
  void a_volume_that_vanishes_fails_alone() {
    before("CreateSnapshot", request -> cloud.ec2().account().remove(HOME.name(), id(LOGS)));

    BackupResult result = cloud.backup(journals, INDEX, LOGS);

    assertThat(codes(result)).containsExactly(ProblemCode.VOLUME_NOT_FOUND);
    assertThat(result.volumes().get(1).snapshot()).isInstanceOf(SnapshotOutcome.Failed.class);
    cloud.assertHoldsExactlyOnce(INDEX);
  }

  @Test
  void a_copy_that_a_key_breaks_fails_alone_and_is_made_again_by_the_same_run() {
    AtomicBoolean broken = new AtomicBoolean(true);
    before(
        "CopySnapshot",
        request -> {
          if (broken.get()) {
            cloud
                .ec2()
                .account()
                .failNextCopy(
                    WEST.name(),
                    request.parameter("SourceSnapshotId").orElseThrow(),
                    "Given key ID is not accessible");
          }
        });

    BackupResult result = cloud.backup(journals, INDEX, LOGS);

    assertThat(codes(result)).containsExactly(ProblemCode.COPY_FAILED);
    assertThat(result.problems().get(0).message()).contains("Given key ID is not accessible");
    assertThat(result.volumes()).last().matches(VolumeOutcome::isComplete);

    broken.set(false);
    assertThat(cloud.backup(journals, INDEX, LOGS).isComplete()).isTrue();
    cloud.assertHoldsExactlyOnce(INDEX, LOGS);
  }

  @Test
  void a_snapshot_that_breaks_fails_alone_and_the_same_run_makes_a_good_one() {
    cloud.ec2().account().failNextSnapshot(HOME.name(), id(INDEX), "Client.InternalError");

    BackupResult broken = cloud.backup(journals, INDEX, LOGS);
    BackupResult mended = cloud.backup(journals, INDEX, LOGS);

    assertThat(codes(broken)).contains(ProblemCode.SNAPSHOT_FAILED);
    assertThat(mended.isComplete()).isTrue();
    assertThat(cloud.ec2().snapshots(HOME.name()))
        .hasSize(2)
        .allMatch(snapshot -> snapshot.state().equals("completed"));
  }

  @Test
  void what_is_not_allowed_any_more_fails_and_is_said() {
    cloud.next("CopySnapshot", 1, Fault.error("UnauthorizedOperation"));

    BackupResult result = cloud.backup(journals, INDEX, LOGS);

    assertThat(codes(result)).containsExactly(ProblemCode.PERMISSION_DENIED);
    assertThat(result.volumes().get(0).snapshot().isCompleted()).isTrue();
    assertThat(result.volumes().get(1).isComplete()).isTrue();
  }

  @Test
  void a_snapshot_that_somebody_removes_while_we_wait_is_lost() {
    cloud
        .ec2()
        .account()
        .completesAfter(CompletionTime.of(Duration.ofMinutes(30)), CompletionTime.DEFAULT);
    Instant later = cloud.ec2().clock().instant().plus(Duration.ofMinutes(3));
    cloud
        .ec2()
        .hook(
            (moment, request) -> {
              if (moment == Moment.BEFORE_ACTION && request.at().isAfter(later)) {
                cloud.ec2().snapshots(HOME.name()).stream()
                    .filter(snapshot -> snapshot.volumeId().equals(id(LOGS)))
                    .forEach(snapshot -> cloud.ec2().account().remove(HOME.name(), snapshot.id()));
              }
            });

    BackupResult result = cloud.backup(journals, INDEX, LOGS);

    assertThat(codes(result)).containsExactly(ProblemCode.SNAPSHOT_LOST);
    cloud.assertHoldsExactlyOnce(INDEX);
  }

  /** The calls of an action, for some time from the first one on. */
  private static Predicate<EmulatedRequest> isWithin(Duration time, String action) {
    AtomicReference<Instant> first = new AtomicReference<>(Instant.MAX);
    return request -> {
      if (!request.action().equals(action) || EmulatedCloud.isRehearsal(request)) {
        return false;
      }
      first.compareAndSet(Instant.MAX, request.at());
      return request.at().isBefore(first.get().plus(time));
    };
  }

  private void before(String action, Consumer<EmulatedRequest> change) {
    cloud
        .ec2()
        .hook(
            (moment, request) -> {
              if (moment == Moment.BEFORE_ACTION
                  && request.action().equals(action)
                  && !EmulatedCloud.isRehearsal(request)) {
                change.accept(request);
              }
            });
  }

  private void assertAllIsMade() {
    BackupResult result = cloud.backup(journals, INDEX, LOGS);

    assertThat(result.problems()).isEmpty();
    assertThat(result.isComplete()).isTrue();
    cloud.assertHoldsExactlyOnce(INDEX, LOGS);
  }

  private static String id(VolumeSpec volume) {
    return volume.id().value();
  }

  private static Stream<ProblemCode> codes(BackupResult result) {
    return result.problems().stream().map(Problem::code).distinct();
  }
}
