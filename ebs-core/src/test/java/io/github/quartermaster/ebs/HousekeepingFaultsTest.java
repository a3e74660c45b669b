package io.github.quartermaster.ebs;

import static io.github.quartermaster.ebs.EmulatedCloud.HOME;
import static io.github.quartermaster.ebs.EmulatedCloud.INDEX;
import static io.github.quartermaster.ebs.EmulatedCloud.LOGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.Consistency;
import io.github.quartermaster.ebs.model.EbsEvent;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Prices;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.VolumeSpec;
import io.github.quartermaster.ebs.testkit.model.EmulatedInstance;
import io.github.quartermaster.ebs.testkit.model.EmulatedSnapshot;
import io.github.quartermaster.ebs.testkit.model.Fault;
import io.github.quartermaster.ebs.testkit.model.Moment;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One thing goes wrong with tags that are set afterwards, or with the removal of a duplicate. */
class HousekeepingFaultsTest {
  private static final BackupRules TOGETHER =
      new BackupRules(Consistency.INSTANCE, false, null, null, null, Prices.DEFAULTS);

  private final EmulatedCloud cloud = new EmulatedCloud();

  @TempDir Path journals;

  @AfterEach
  void close() {
    cloud.close();
  }

  static Stream<Arguments> tagging() {
    return PassingFaults.at("CreateTags");
  }

  @ParameterizedTest(name = "{0}: {1}, {2} times")
  @MethodSource("tagging")
  void members_of_a_set_get_their_names(String action, String name, int times, Fault fault) {
    cloud.next(action, times, fault);

    BackupResult result = backupTogether();

    assertThat(result.problems()).isEmpty();
    assertThat(result.isComplete()).isTrue();
    assertThat(names()).containsExactlyInAnyOrder(nameOf(INDEX), nameOf(LOGS));
  }

  @Test
  void names_that_may_not_be_set_are_a_warning_and_set_by_the_next_call_of_the_run() {
    cloud.ec2().account().deny("CreateTags");
    BackupResult unnamed = backupTogether();
    cloud.ec2().account().allow("CreateTags");
    BackupResult named = backupTogether();

    assertThat(unnamed.isFailed()).isFalse();
    assertThat(unnamed.problems())
        .extracting(Problem::code)
        .containsOnly(ProblemCode.TAGGING_FAILED);
    assertThat(unnamed.problems().get(0).message()).contains("ec2:CreateTags on resource");
    assertThat(named.problems()).isEmpty();
    assertThat(names()).containsExactlyInAnyOrder(nameOf(INDEX), nameOf(LOGS));
  }

  static Stream<Arguments> removing() {
    return PassingFaults.at("DeleteSnapshot");
  }

  @ParameterizedTest(name = "{0}: {1}, {2} times")
  @MethodSource("removing")
  void one_of_two_is_removed(String action, String name, int times, Fault fault) {
    makeTwice();
    cloud.next(action, times, fault);

    BackupResult result = cloud.backup(journals, INDEX, LOGS);

    assertThat(result.problems()).isEmpty();
    assertThat(result.isComplete()).isTrue();
    cloud.assertHoldsExactlyOnce(INDEX, LOGS);
  }

  @Test
  void one_that_somebody_else_has_removed_is_no_problem() {
    makeTwice();
    cloud
        .ec2()
        .hook(
            (moment, request) -> {
              if (moment == Moment.BEFORE_ACTION && request.action().equals("DeleteSnapshot")) {
                cloud
                    .ec2()
                    .account()
                    .remove(HOME.name(), request.parameter("SnapshotId").orElseThrow());
              }
            });

    BackupResult result = cloud.backup(journals, INDEX, LOGS);

    assertThat(result.problems()).isEmpty();
    assertThat(cloud.events()).noneMatch(EbsEvent.DuplicateRemoved.class::isInstance);
    cloud.assertHoldsExactlyOnce(INDEX, LOGS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UnauthorizedOperation", "InvalidSnapshot.InUse", "OperationNotPermitted"})
  void one_that_cannot_be_removed_is_named_and_the_backup_is_whole(String code) {
    makeTwice();
    cloud.ec2().faults().always("DeleteSnapshot", Fault.error(code));

    BackupResult result = cloud.backup(journals, INDEX, LOGS);

    assertThat(result.isComplete()).isTrue();
    assertThat(result.isFailed()).isFalse();
    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.DUPLICATE_SNAPSHOT);
              assertThat(problem.message()).contains(code);
            });
    assertThat(cloud.ec2().snapshots(HOME.name())).hasSize(3);
  }

  @Test
  void one_of_which_nothing_clear_is_heard_is_named_in_the_end() {
    makeTwice();
    cloud.ec2().faults().always("DeleteSnapshot", Fault.reset());

    BackupResult result = cloud.backup(journals, INDEX, LOGS);

    assertThat(result.isComplete()).isTrue();
    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.message()).endsWith("no clear answer after 10 calls"));
  }

  private BackupResult backupTogether() {
    cloud
        .ec2()
        .account()
        .add(
            EmulatedInstance.of(HOME.name(), "i-0c0ffee0000000009", INDEX.id().value())
                .withVolume("/dev/sdb", LOGS.id().value()));
    return cloud.backup(EmulatedCloud.request(journals, INDEX, LOGS).rules(TOGETHER).build());
  }

  private List<String> names() {
    return cloud.ec2().snapshots(HOME.name()).stream()
        .map(snapshot -> snapshot.tags().getOrDefault(OurTags.NAME, "none"))
        .toList();
  }

  private static String nameOf(VolumeSpec volume) {
    return volume.description() + " " + volume.id();
  }

  /** The first snapshot has a twin, as after a call that worked twice. */
  private void makeTwice() {
    AtomicBoolean made = new AtomicBoolean();
    cloud
        .ec2()
        .hook(
            (moment, request) -> {
              if (moment == Moment.AFTER_ACTION
                  && request.action().equals("CreateSnapshot")
                  && !EmulatedCloud.isRehearsal(request)
                  && !made.getAndSet(true)) {
                cloud.ec2().account().add(twin(cloud.ec2().snapshots(HOME.name()).get(0)));
              }
            });
  }

  private static EmulatedSnapshot twin(EmulatedSnapshot first) {
    EmulatedSnapshot twin =
        EmulatedSnapshot.of(
            first.region(),
            "snap-0c0ffee000000000a",
            first.volumeId(),
            first.sizeGiB(),
            first.start().plusSeconds(1));
    for (var tag : first.tags().entrySet()) {
      twin = twin.withTag(tag.getKey(), tag.getValue());
    }
    return twin;
  }
}
