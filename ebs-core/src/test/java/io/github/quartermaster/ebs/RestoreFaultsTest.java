package io.github.quartermaster.ebs;

import static io.github.quartermaster.ebs.EmulatedCloud.CONTENT;
import static io.github.quartermaster.ebs.EmulatedCloud.HOME;
import static io.github.quartermaster.ebs.EmulatedCloud.LOGS;
import static io.github.quartermaster.ebs.EmulatedCloud.RUN;
import static io.github.quartermaster.ebs.EmulatedCloud.WEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.model.EbsEvent;
import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RestoreRules;
import io.github.quartermaster.ebs.model.RestoredVolume;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.SwapStep;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.testkit.model.EmulatedInstance;
import io.github.quartermaster.ebs.testkit.model.EmulatedSnapshot;
import io.github.quartermaster.ebs.testkit.model.EmulatedVolume;
import io.github.quartermaster.ebs.testkit.model.EmulatorLimits;
import io.github.quartermaster.ebs.testkit.model.Fault;
import io.github.quartermaster.ebs.testkit.model.Lag;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A restore on the real adapter, whatever happens to its requests: one new volume of each. */
@Tag("thorough")
class RestoreFaultsTest {
  private static final RunId RESTORE = new RunId("after-the-flood");
  private static final String MACHINE = "i-0c0ffee0000000001";

  @TempDir private Path journals;

  private final EmulatedCloud cloud = new EmulatedCloud();

  @BeforeEach
  void backUp() {
    cloud
        .ec2()
        .account()
        .add(
            EmulatedVolume.of(HOME.name(), id(CONTENT.id()), 8)
                .withType("io2")
                .withPerformance(5000, null)
                .inZone("us-east-1c")
                .withTag("application", "alfresco"))
        .add(
            EmulatedInstance.of(HOME.name(), MACHINE, id(LOGS.id()))
                .withVolume("/dev/sdf", id(CONTENT.id())));
    assertThat(cloud.backup(journals, CONTENT, LOGS).isComplete()).isTrue();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  static Stream<Arguments> passing() {
    return PassingFaults.at("CreateVolume", "DescribeVolumes", "DescribeSnapshots");
  }

  @Test
  void new_volumes_are_as_the_old_ones_were_also_where_those_are_gone() {
    cloud.ec2().account().remove(HOME.name(), id(CONTENT.id()));

    RestoreResult result = cloud.restore(request(RESTORE));

    assertThat(result.problems()).isEmpty();
    assertThat(result.isComplete()).isTrue();
    assertThat(result.isChanged()).isTrue();
    EmulatedVolume made = the(CONTENT.id());
    assertThat(made.type()).isEqualTo("io2");
    assertThat(made.provisionedIops()).contains(5000);
    assertThat(made.zone()).isEqualTo("us-east-1c");
    assertThat(made.sizeGiB()).isEqualTo(8);
    assertThat(made.tags())
        .containsEntry("application", "alfresco")
        .containsEntry(OurTags.RESTORE, RUN + "/" + RESTORE)
        .containsEntry(OurTags.SOURCE_VOLUME, id(CONTENT.id()))
        .doesNotContainKey(OurTags.VOLUME);
    assertThat(made.madeFrom()).contains(snapshotOf(CONTENT.id()).id());
  }

  @Test
  void old_volumes_stay_as_they_are_and_the_swap_is_only_told() {
    RestoreResult result = cloud.restore(request(RESTORE));

    InstanceId machine = new InstanceId(MACHINE);
    assertThat(result.swap())
        .startsWith(new SwapStep.Stop(HOME, machine))
        .contains(
            new SwapStep.Detach(HOME, CONTENT.id(), machine, "/dev/sdf"),
            new SwapStep.Attach(HOME, new VolumeId(the(CONTENT.id()).id()), machine, "/dev/sdf"))
        .endsWith(new SwapStep.Start(HOME, machine));
    assertThat(cloud.ec2().account().volumes(HOME.name()))
        .filteredOn(volume -> volume.id().equals(id(CONTENT.id())))
        .extracting(EmulatedVolume::state)
        .containsExactly("in-use");
    assertThat(actions())
        .doesNotContain("DetachVolume", "AttachVolume", "StopInstances", "DeleteVolume");
  }

  @Test
  void a_plan_makes_nothing_and_writes_nothing() {
    assertThat(cloud.planRestore(request(RESTORE)).isRefused()).isFalse();

    assertThat(made()).isEmpty();
    assertThat(journals.resolve("restore-" + RESTORE + ".journal")).doesNotExist();
  }

  @Test
  void the_same_restore_again_takes_what_is_there() {
    cloud.restore(request(RESTORE));

    RestoreResult again = cloud.restore(request(RESTORE));

    assertThat(again.isComplete()).isTrue();
    assertThat(again.isChanged()).isFalse();
    assertThat(again.volumes())
        .extracting(RestoredVolume::status)
        .containsOnly(RestoredVolume.Status.ADOPTED);
    assertThat(made()).hasSize(2);
  }

  @Test
  void another_restore_makes_other_volumes() {
    cloud.restore(request(null));

    assertThat(cloud.restore(request(null)).isChanged()).isTrue();

    assertThat(made()).hasSize(4);
  }

  @ParameterizedTest(name = "{0}: {1}, {2} times")
  @MethodSource("passing")
  void what_passes_leaves_one_of_each(String action, String name, int times, Fault fault) {
    cloud.next(action, times, fault);

    assertAllIsMade();
  }

  @Test
  void what_is_new_is_seen_by_nobody_for_some_time() {
    cloud
        .ec2()
        .account()
        .lag(Lag.ofTime(Duration.ofSeconds(20)), Lag.ofTime(Duration.ofSeconds(25)), Lag.NONE);
    cloud.next("CreateVolume", 2, Fault.answerLost());

    assertAllIsMade();
  }

  @Test
  void minutes_of_throttling_are_waited_out() {
    Instant end = cloud.ec2().clock().instant().plus(Duration.ofMinutes(8));
    cloud
        .ec2()
        .faults()
        .when(
            request -> request.action().equals("CreateVolume") && request.at().isBefore(end),
            Fault.throttled());

    assertAllIsMade();

    assertThat(cloud.events()).hasAtLeastOneElementOfType(EbsEvent.Delayed.class);
  }

  @Test
  void what_an_earlier_process_began_and_nobody_noted_is_taken_up_by_its_journal() {
    cloud.ec2().faults().always("CreateVolume", Fault.answerLost());
    RestoreResult first = cloud.restore(request(null));
    assertThat(first.isComplete()).isFalse();
    cloud.ec2().faults().clear();

    RestoreResult second = cloud.restore(request(null));

    assertThat(second.isComplete()).isTrue();
    assertThat(second.plan().id()).isEqualTo(first.plan().id());
    assertThat(made()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CreateVolume", "DescribeVolumes"})
  void what_is_not_allowed_is_told_with_the_action(String action) {
    cloud.ec2().account().deny(action);

    if (action.equals("CreateVolume")) {
      assertThat(cloud.restore(request(RESTORE)).problems())
          .extracting(Problem::code)
          .containsOnly(ProblemCode.PERMISSION_DENIED);
    } else {
      assertThatThrownBy(() -> cloud.restore(request(RESTORE)))
          .hasMessageContaining("PERMISSION_DENIED")
          .hasMessageContaining(action);
    }
    assertThat(made()).isEmpty();
  }

  @Test
  void a_quota_is_told_and_what_was_made_stays_and_is_taken_up() {
    cloud.ec2().account().limits(EmulatorLimits.AWS.withVolumeGiBPerRegion(32));

    RestoreResult result = cloud.restore(request(RESTORE));

    assertThat(result.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.QUOTA_REACHED);
    assertThat(made()).hasSize(1);
    cloud.ec2().account().limits(EmulatorLimits.AWS);
    assertAllIsMade();
  }

  @Test
  void a_zone_that_is_none_is_told_in_the_clouds_words() {
    RestoreResult result =
        cloud.restore(
            new RestoreRequest(
                RUN,
                HOME,
                List.of(LOGS.id()),
                new RestoreRules(null, "us-east-9z", null),
                RESTORE,
                false,
                journals,
                RestoreRequest.DEFAULT_TIMEOUT));

    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.RESTORE_FAILED);
              assertThat(problem.message()).contains("InvalidZone.NotFound", "us-east-9z");
            });
  }

  @Test
  void a_snapshot_that_is_not_visible_everywhere_yet_is_waited_for() {
    unseen(LOGS.id(), 4);

    assertAllIsMade();
  }

  @Test
  void a_snapshot_that_is_gone_is_not_waited_for_for_long() {
    unseen(LOGS.id(), 1000);
    Instant start = cloud.ec2().clock().instant();

    RestoreResult result = cloud.restore(request(RESTORE));

    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.RESTORE_FAILED);
              assertThat(problem.message()).contains("InvalidSnapshot.NotFound");
            });
    assertThat(Duration.between(start, cloud.ec2().clock().instant()))
        .isLessThan(Duration.ofMinutes(5));
  }

  private void unseen(VolumeId volume, int times) {
    String snapshot = snapshotOf(volume).id();
    AtomicInteger left = new AtomicInteger(times);
    cloud
        .ec2()
        .faults()
        .when(
            request ->
                request.action().equals("CreateVolume")
                    && request.parameter("SnapshotId").filter(snapshot::equals).isPresent()
                    && left.getAndDecrement() > 0,
            Fault.error(
                400,
                "InvalidSnapshot.NotFound",
                "The snapshot '" + snapshot + "' does not exist."));
  }

  @Test
  void a_volume_that_breaks_while_it_is_made_fails_and_stays() {
    cloud.ec2().account().failNextVolume(HOME.name(), snapshotOf(LOGS.id()).id());

    RestoreResult result = cloud.restore(request(RESTORE));

    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.RESTORE_FAILED);
              assertThat(problem.message()).contains("is broken now");
            });
    assertThat(made()).hasSize(2);
  }

  @Test
  void an_archived_snapshot_refuses_all_before_anything_is_made() {
    cloud.ec2().account().setSnapshotTier(HOME.name(), snapshotOf(LOGS.id()).id(), "archive");

    RestoreResult result = cloud.restore(request(RESTORE));

    assertThat(result.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("is archived"));
    assertThat(made()).isEmpty();
  }

  @Test
  void copies_are_restored_where_they_are() {
    RestoreResult result =
        cloud.restore(
            new RestoreRequest(
                RUN,
                WEST,
                List.of(CONTENT.id()),
                new RestoreRules(null, "us-west-2b", null),
                RESTORE,
                false,
                journals,
                RestoreRequest.DEFAULT_TIMEOUT));

    assertThat(result.problems()).isEmpty();
    assertThat(made(WEST))
        .singleElement()
        .satisfies(
            volume -> {
              assertThat(volume.type()).isEqualTo("io2");
              assertThat(volume.provisionedIops()).contains(5000);
              assertThat(volume.zone()).isEqualTo("us-west-2b");
              assertThat(volume.tags()).containsEntry("application", "alfresco");
            });
    assertThat(result.swap())
        .singleElement()
        .isInstanceOfSatisfying(
            SwapStep.Attach.class, step -> assertThat(step.instance()).isEmpty());
  }

  @Test
  void what_is_there_is_backed_up_first_where_that_is_asked_for() {
    RestoreResult result =
        cloud.restore(
            new RestoreRequest(
                RUN,
                HOME,
                List.of(),
                RestoreRules.AS_IT_WAS,
                RESTORE,
                true,
                journals,
                RestoreRequest.DEFAULT_TIMEOUT));

    assertThat(result.isComplete()).isTrue();
    assertThat(cloud.ec2().snapshots(HOME.name()))
        .filteredOn(
            snapshot ->
                snapshot.tags().containsValue(RUN + "-safety-" + RESTORE)
                    && snapshot.state().equals("completed"))
        .hasSize(2);
  }

  @Test
  void nothing_is_made_where_the_backup_before_it_fails() {
    cloud.ec2().account().deny("CreateSnapshot");

    RestoreResult result =
        cloud.restore(
            new RestoreRequest(
                RUN,
                HOME,
                List.of(),
                RestoreRules.AS_IT_WAS,
                RESTORE,
                true,
                journals,
                RestoreRequest.DEFAULT_TIMEOUT));

    assertThat(result.isComplete()).isFalse();
    assertThat(result.problems()).extracting(Problem::code).contains(ProblemCode.PERMISSION_DENIED);
    assertThat(made()).isEmpty();
  }

  @Test
  void time_that_is_up_is_told_and_the_restore_can_be_taken_up() {
    cloud.next("CreateVolume", 200, Fault.throttled());
    RestoreResult late =
        cloud.restore(
            new RestoreRequest(
                RUN,
                HOME,
                List.of(),
                RestoreRules.AS_IT_WAS,
                RESTORE,
                false,
                journals,
                Duration.ofSeconds(30)));

    assertThat(late.problems()).extracting(Problem::code).containsOnly(ProblemCode.NOT_FINISHED);
    cloud.ec2().faults().clear();
    assertAllIsMade();
  }

  private void assertAllIsMade() {
    RestoreResult result = cloud.restore(request(RESTORE));

    assertThat(result.problems()).isEmpty();
    assertThat(result.isComplete()).isTrue();
    assertThat(made())
        .extracting(volume -> volume.tags().get(OurTags.SOURCE_VOLUME))
        .containsExactlyInAnyOrder(id(CONTENT.id()), id(LOGS.id()));
    assertThat(made()).extracting(EmulatedVolume::state).containsOnly("available");
  }

  private RestoreRequest request(@Nullable RunId restore) {
    return new RestoreRequest(
        RUN,
        HOME,
        List.of(),
        RestoreRules.AS_IT_WAS,
        restore,
        false,
        journals,
        RestoreRequest.DEFAULT_TIMEOUT);
  }

  private List<EmulatedVolume> made() {
    return made(HOME);
  }

  private List<EmulatedVolume> made(Region region) {
    return cloud.ec2().account().volumes(region.name()).stream()
        .filter(volume -> volume.madeFrom().isPresent())
        .toList();
  }

  private EmulatedVolume the(VolumeId source) {
    List<EmulatedVolume> found =
        made().stream()
            .filter(volume -> id(source).equals(volume.tags().get(OurTags.SOURCE_VOLUME)))
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private EmulatedSnapshot snapshotOf(VolumeId volume) {
    return cloud.ec2().snapshots(HOME.name()).stream()
        .filter(snapshot -> snapshot.volumeId().equals(id(volume)))
        .findFirst()
        .orElseThrow();
  }

  private Stream<String> actions() {
    return cloud.ec2().requests().stream().map(request -> request.action());
  }

  private static String id(VolumeId volume) {
    return volume.value();
  }
}
