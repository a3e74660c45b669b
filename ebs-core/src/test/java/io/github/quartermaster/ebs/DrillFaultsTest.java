package io.github.quartermaster.ebs;

import static io.github.quartermaster.ebs.EmulatedCloud.CONTENT;
import static io.github.quartermaster.ebs.EmulatedCloud.HOME;
import static io.github.quartermaster.ebs.EmulatedCloud.INDEX;
import static io.github.quartermaster.ebs.EmulatedCloud.LOGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.DrillHook;
import io.github.quartermaster.ebs.model.DrilledVolume;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.RestoreRules;
import io.github.quartermaster.ebs.testkit.model.EmulatedInstance;
import io.github.quartermaster.ebs.testkit.model.EmulatedVolume;
import io.github.quartermaster.ebs.testkit.model.Fault;
import io.github.quartermaster.ebs.testkit.model.Lag;
import io.github.quartermaster.ebs.testkit.model.Moment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
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

/** A drill on the real adapter, whatever happens to its requests: nothing of it is left. */
@Tag("thorough")
class DrillFaultsTest {
  private static final String LEFT = "vol-0d0ad000000000001";

  @TempDir private Path journals;

  private final EmulatedCloud cloud = new EmulatedCloud();

  @BeforeEach
  void backUp() {
    assertThat(cloud.backup(journals, INDEX, LOGS).isComplete()).isTrue();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  static Stream<Arguments> passing() {
    return PassingFaults.at("CreateVolume", "DeleteVolume", "DescribeVolumes", "DescribeSnapshots");
  }

  @Test
  void each_volume_is_made_looked_at_and_removed() {
    DrillResult result = cloud.drill(request(hook("test", "-n", "x")));

    assertThat(result.problems()).isEmpty();
    assertThat(result.isPassed()).isTrue();
    assertThat(result.volumes())
        .hasSize(2)
        .allSatisfy(
            volume -> {
              assertThat(volume.isPassed()).isTrue();
              assertThat(volume.exitOfHook()).contains(0);
              assertThat(volume.removed()).isTrue();
              assertThat(volume.untilAvailable()).isPresent();
            });
    assertNothingIsLeft();
    assertThat(created()).isEqualTo(2);
  }

  @ParameterizedTest(name = "{0}: {1}, {2} times")
  @MethodSource("passing")
  void what_passes_is_outlived_and_nothing_is_left(
      String action, String name, int times, Fault fault) {
    cloud.next(action, times, fault);

    DrillResult result = cloud.drill(request(null));

    assertThat(result.problems()).isEmpty();
    assertThat(result.isPassed()).isTrue();
    assertNothingIsLeft();
  }

  @Test
  void what_is_new_is_seen_by_nobody_for_some_time_and_goes_all_the_same() {
    cloud
        .ec2()
        .account()
        .lag(Lag.ofTime(Duration.ofSeconds(20)), Lag.ofTime(Duration.ofSeconds(25)), Lag.NONE);
    cloud.next("CreateVolume", 1, Fault.answerLost());

    DrillResult result = cloud.drill(request(null));

    assertThat(result.problems()).isEmpty();
    assertNothingIsLeft();
  }

  @Test
  void what_was_made_without_an_answer_is_found_and_removed() {
    cloud.ec2().faults().always("CreateVolume", Fault.answerLost());

    DrillResult result = cloud.drill(request(null));

    assertThat(result.isPassed()).isFalse();
    assertThat(result.problems())
        .extracting(Problem::code)
        .containsOnly(ProblemCode.RESTORE_FAILED);
    assertThat(result.volumes()).allMatch(DrilledVolume::removed);
    assertNothingIsLeft();
  }

  @Test
  void a_hook_that_fails_fails_the_drill_and_the_volume_goes() {
    DrillResult result = cloud.drill(request(hook("false")));

    assertThat(result.isPassed()).isFalse();
    assertThat(result.volumes()).allSatisfy(volume -> assertThat(volume.exitOfHook()).contains(1));
    assertThat(result.problems()).extracting(Problem::code).containsOnly(ProblemCode.DRILL_FAILED);
    assertNothingIsLeft();
  }

  @Test
  void a_hook_that_does_not_end_is_killed_and_the_volume_goes() {
    DrillResult result =
        cloud.drill(request(new DrillHook(List.of("sleep", "60"), Duration.ofMillis(200))));

    assertThat(result.problems())
        .extracting(Problem::message)
        .allSatisfy(message -> assertThat(message).contains("did not end within"));
    assertThat(result.volumes()).allMatch(volume -> volume.exitOfHook().isEmpty());
    assertNothingIsLeft();
  }

  @Test
  void a_hook_that_is_not_there_fails_the_drill() {
    DrillResult result = cloud.drill(request(hook("no-such-program")));

    assertThat(result.problems())
        .extracting(Problem::message)
        .allSatisfy(message -> assertThat(message).contains("could not be run"));
    assertNothingIsLeft();
  }

  @Test
  void the_hook_is_told_of_its_volume() throws Exception {
    Path script = Files.writeString(journals.resolve("look.sh"), "env >> $1\n");
    Path told = journals.resolve("told.txt");

    DrillResult result = cloud.drill(request(hook("sh", script.toString(), told.toString())));

    assertThat(result.problems()).isEmpty();
    assertThat(told)
        .content()
        .contains(
            "EBS_DRILL_SOURCE_VOLUME=" + INDEX.id(),
            "EBS_DRILL_SOURCE_VOLUME=" + LOGS.id(),
            "EBS_DRILL_REGION=us-east-1",
            "EBS_DRILL_ZONE=us-east-1a",
            "EBS_DRILL_SIZE_GIB=8",
            "EBS_DRILL_RUN=" + EmulatedCloud.RUN,
            "EBS_DRILL_ID=" + result.plan().id());
  }

  @Test
  void a_volume_that_breaks_is_removed_too() {
    cloud
        .ec2()
        .account()
        .failNextVolume(HOME.name(), cloud.ec2().snapshots(HOME.name()).get(0).id());

    DrillResult result = cloud.drill(request(null));

    assertThat(result.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.RESTORE_FAILED);
    assertThat(result.volumes()).filteredOn(DrilledVolume::isPassed).hasSize(1);
    assertNothingIsLeft();
  }

  @Test
  void time_that_is_up_removes_what_is_there() {
    cloud.next(
        "DescribeVolumes",
        1000,
        Fault.rewrite(
            body -> body.replace("<status>available</status>", "<status>creating</status>")));

    DrillResult result =
        cloud.drill(
            new DrillRequest(
                HOME,
                null,
                List.of(),
                RestoreRules.AS_IT_WAS,
                null,
                1,
                journals,
                Duration.ofMinutes(2)));

    assertThat(result.problems()).extracting(Problem::code).containsOnly(ProblemCode.NOT_FINISHED);
    assertThat(result.volumes()).hasSize(2).allMatch(DrilledVolume::removed);
    assertNothingIsLeft();
  }

  @Test
  void no_more_volumes_are_there_at_a_time_than_allowed() {
    AtomicInteger most = new AtomicInteger();
    cloud
        .ec2()
        .hook(
            (moment, request) -> {
              if (moment == Moment.AFTER_ACTION && request.action().equals("CreateVolume")) {
                most.accumulateAndGet(drilled().size(), Math::max);
              }
            });

    cloud.drill(
        new DrillRequest(
            HOME,
            null,
            List.of(),
            RestoreRules.AS_IT_WAS,
            null,
            1,
            journals,
            DrillRequest.DEFAULT_TIMEOUT));

    assertThat(most).hasValue(1);
    assertThat(created()).isEqualTo(2);
  }

  @Test
  void a_volume_that_something_has_attached_is_told_and_left_to_the_next_drill() {
    AtomicBoolean attaching = new AtomicBoolean(true);
    cloud
        .ec2()
        .hook(
            (moment, request) -> {
              if (attaching.get()
                  && moment == Moment.BEFORE_ACTION
                  && request.action().equals("DeleteVolume")) {
                attach(request.parameter("VolumeId").orElseThrow());
              }
            });

    DrillResult result = cloud.drill(request(null));

    assertThat(result.isPassed()).isFalse();
    assertThat(result.problems()).extracting(Problem::code).containsOnly(ProblemCode.DRILL_LEFT);
    assertThat(drilled()).hasSize(2);
    attaching.set(false);
    detach();
    cloud.ec2().clock().advance(Duration.ofHours(5));

    DrillResult next = cloud.drill(request(null));

    assertThat(next.problems()).isEmpty();
    assertThat(next.swept()).hasSize(2);
    assertNothingIsLeft();
  }

  @Test
  void what_a_drill_that_was_killed_left_is_swept_once_its_time_is_over() {
    left(LEFT, cloud.ec2().clock().instant().plus(Duration.ofHours(1)));

    assertThat(cloud.sweep(request(null)).swept()).isEmpty();
    cloud.ec2().clock().advance(Duration.ofHours(2));
    DrillResult result = cloud.sweep(request(null));

    assertThat(result.swept()).hasSize(1).allMatch(swept -> swept.isRemoved());
    assertNothingIsLeft();
    assertThat(created()).isZero();
  }

  @Test
  void what_lost_its_tag_since_the_list_was_read_is_nobodys_to_sweep() {
    left(LEFT, cloud.ec2().clock().instant().minus(Duration.ofHours(1)));
    cloud
        .ec2()
        .faults()
        .when(
            request ->
                request.action().equals("DescribeVolumes")
                    && request.parameters().toString().contains(LEFT),
            Fault.rewrite(body -> body.replace(OurTags.DRILL, "mine")));

    DrillResult result = cloud.sweep(request(null));

    assertThat(result.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("its tags have changed"));
    assertThat(drilled()).hasSize(1);
  }

  @Test
  void volumes_of_nobodys_drill_stay_whatever_the_sweep_meets() {
    cloud
        .ec2()
        .account()
        .add(
            EmulatedVolume.of(HOME.name(), LEFT, 8)
                .withTag(OurTags.EXPIRES, "2020-01-01T00:00:00Z"));

    cloud.sweep(request(null));

    assertThat(cloud.ec2().account().volumes(HOME.name()))
        .extracting(EmulatedVolume::id)
        .contains(LEFT, INDEX.id().value(), LOGS.id().value(), CONTENT.id().value());
  }

  @Test
  void credentials_that_end_are_told_with_what_may_be_left() {
    cloud.ec2().faults().always("DeleteVolume", Fault.error("SignatureDoesNotMatch"));

    DrillResult result = cloud.drill(request(null));

    assertThat(result.problems()).extracting(Problem::code).contains(ProblemCode.DRILL_LEFT);
    assertThat(result.volumes()).noneMatch(DrilledVolume::removed);
  }

  @Test
  void what_is_not_whole_fails_its_drill_and_no_other() {
    cloud
        .ec2()
        .account()
        .setSnapshotState(
            HOME.name(), cloud.ec2().snapshots(HOME.name()).get(0).id(), "error", "no key");

    DrillResult result = cloud.drill(request(null));

    assertThat(result.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.RESTORE_IMPOSSIBLE);
    assertThat(result.volumes()).hasSize(1).allMatch(DrilledVolume::isPassed);
    assertNothingIsLeft();
  }

  private DrillRequest request(@Nullable DrillHook hook) {
    return new DrillRequest(
        HOME,
        null,
        List.of(),
        RestoreRules.AS_IT_WAS,
        hook,
        DrillRequest.DEFAULT_PARALLEL,
        journals,
        DrillRequest.DEFAULT_TIMEOUT);
  }

  private static DrillHook hook(String... command) {
    return new DrillHook(List.of(command), DrillHook.DEFAULT_LIMIT);
  }

  private void left(String id, Instant expires) {
    cloud
        .ec2()
        .account()
        .add(
            EmulatedVolume.of(HOME.name(), id, 8)
                .withTag(OurTags.DRILL, "an-earlier-one")
                .withTag(OurTags.EXPIRES, expires.toString()));
  }

  private void attach(String volume) {
    cloud.ec2().account().add(EmulatedInstance.of(HOME.name(), "i-" + volume.substring(4), volume));
  }

  private void detach() {
    drilled()
        .forEach(
            volume -> cloud.ec2().account().remove(HOME.name(), "i-" + volume.id().substring(4)));
  }

  private List<EmulatedVolume> drilled() {
    return cloud.ec2().account().volumes(HOME.name()).stream()
        .filter(volume -> volume.tags().containsKey(OurTags.DRILL))
        .toList();
  }

  private void assertNothingIsLeft() {
    assertThat(drilled()).isEmpty();
    assertThat(cloud.ec2().account().volumes(HOME.name())).hasSize(3);
  }

  private long created() {
    return cloud.ec2().requests().stream()
        .filter(request -> request.action().equals("CreateVolume"))
        .count();
  }
}
