package io.github.quartermaster.ebs;

import static io.github.quartermaster.ebs.EmulatedCloud.CONTENT;
import static io.github.quartermaster.ebs.EmulatedCloud.INDEX;
import static io.github.quartermaster.ebs.EmulatedCloud.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.EbsEvent;
import io.github.quartermaster.ebs.testkit.model.CompletionTime;
import io.github.quartermaster.ebs.testkit.model.EmulatedRequest;
import io.github.quartermaster.ebs.testkit.model.EmulatedSnapshot;
import io.github.quartermaster.ebs.testkit.model.EmulatorLimits;
import io.github.quartermaster.ebs.testkit.model.Fault;
import io.github.quartermaster.ebs.testkit.model.Lag;
import io.github.quartermaster.ebs.testkit.model.Moment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two build agents are at the same run at the same time, and share nothing but the account. */
class TwoMachinesTest {
  private final EmulatedCloud cloud = new EmulatedCloud();
  private final ExecutorService machines = Executors.newFixedThreadPool(2);

  @TempDir Path one;
  @TempDir Path other;

  @AfterEach
  void close() {
    machines.shutdownNow();
    cloud.close();
  }

  @RepeatedTest(10)
  void one_snapshot_and_one_copy_of_each_are_left() throws Exception {
    backUpTwice();

    cloud.assertHoldsExactlyOnce(CONTENT, INDEX);
  }

  @RepeatedTest(10)
  void what_both_made_is_removed_by_one_of_them() throws Exception {
    cloud
        .ec2()
        .account()
        .limits(EmulatorLimits.AWS.withBetweenSnapshotsOfVolume(Duration.ZERO))
        .lag(Lag.NONE, Lag.ofTime(Duration.ofSeconds(10)), Lag.NONE);

    backUpTwice();

    cloud.assertHoldsExactlyOnce(CONTENT, INDEX);
    assertThat(cloud.events()).hasAtLeastOneElementOfType(EbsEvent.DuplicateRemoved.class);
  }

  @RepeatedTest(5)
  void lost_answers_do_not_confuse_them() throws Exception {
    cloud.next("CreateSnapshot", 2, Fault.answerLost());
    cloud.next("CopySnapshot", 2, Fault.answerLost());

    backUpTwice();

    cloud.assertHoldsExactlyOnce(CONTENT, INDEX);
  }

  @Test
  void what_another_machine_makes_while_a_call_waits_for_its_turn_is_not_made_again() {
    cloud
        .ec2()
        .account()
        .completesAfter(CompletionTime.DEFAULT, CompletionTime.of(Duration.ofMinutes(10)));
    Predicate<EmulatedRequest> copyToTheWest =
        request ->
            request.action().equals("CopySnapshot")
                && request.region().equals(WEST.name())
                && request.parameter("Description").orElse("").contains(CONTENT.description())
                && !EmulatedCloud.isRehearsal(request);
    cloud
        .ec2()
        .faults()
        .when(copyToTheWest, Fault.error("ResourceLimitExceeded").withHeader("Retry-After", "30"));
    cloud
        .ec2()
        .hook(
            (moment, request) -> {
              if (moment == Moment.AFTER_ANSWER && copyToTheWest.test(request)) {
                cloud.ec2().account().add(madeElsewhere(request));
              }
            });

    BackupResult result = cloud.backup(one, CONTENT, INDEX);

    assertThat(result.problems()).isEmpty();
    assertThat(result.isComplete()).isTrue();
    assertThat(cloud.ec2().requests().stream().filter(copyToTheWest)).hasSize(1);
    cloud.assertHoldsExactlyOnce(CONTENT, INDEX);
  }

  @Test
  void what_both_made_is_removed_though_the_own_one_is_not_to_be_seen_yet() {
    cloud
        .ec2()
        .account()
        .lag(Lag.NONE, Lag.ofTime(Duration.ofSeconds(40)), Lag.NONE)
        .completesAfter(
            CompletionTime.of(Duration.ofSeconds(1)), CompletionTime.of(Duration.ofSeconds(1)));
    cloud
        .ec2()
        .hook(
            (moment, request) -> {
              if (moment == Moment.BEFORE_ACTION
                  && request.action().equals("CopySnapshot")
                  && !EmulatedCloud.isRehearsal(request)) {
                cloud.ec2().account().add(madeElsewhere(request));
              }
            });

    BackupResult result = cloud.backup(one, INDEX);

    assertThat(result.problems()).isEmpty();
    assertThat(result.isComplete()).isTrue();
    cloud.assertHoldsExactlyOnce(INDEX);
  }

  /** What the request asks for. */
  private EmulatedSnapshot madeElsewhere(EmulatedRequest request) {
    EmulatedSnapshot made =
        EmulatedSnapshot.of(
            request.region(),
            "snap-0e15e000000000001",
            "vol-ffffffff",
            8,
            cloud.ec2().clock().instant().minusSeconds(60));
    for (int tag = 1; ; tag++) {
      String prefix = "TagSpecification.1.Tag." + tag;
      Optional<String> key = request.parameter(prefix + ".Key");
      if (key.isEmpty()) {
        return made;
      }
      made = made.withTag(key.get(), request.parameter(prefix + ".Value").orElse(""));
    }
  }

  private void backUpTwice() throws Exception {
    cloud.expect(2);
    List<Future<BackupResult>> both =
        List.of(
            machines.submit(() -> cloud.backupAmongOthers(one, CONTENT, INDEX)),
            machines.submit(() -> cloud.backupAmongOthers(other, CONTENT, INDEX)));
    for (Future<BackupResult> each : both) {
      assertThat(each.get().problems()).isEmpty();
      assertThat(each.get().isComplete()).isTrue();
    }
  }
}
