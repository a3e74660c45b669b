package io.github.quartermaster.ebs;

import static io.github.quartermaster.ebs.EmulatedCloud.CONTENT;
import static io.github.quartermaster.ebs.EmulatedCloud.HOME;
import static io.github.quartermaster.ebs.EmulatedCloud.INDEX;
import static io.github.quartermaster.ebs.EmulatedCloud.RUN;
import static io.github.quartermaster.ebs.EmulatedCloud.WEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.aws.ImpatientStorage;
import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.testkit.model.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One thing goes wrong while a run is awaited on another machine. */
@Tag("thorough")
class AwaitFaultsTest {
  private EmulatedCloud cloud = new EmulatedCloud();

  @TempDir Path journals;

  @AfterEach
  void close() {
    cloud.close();
  }

  static Stream<Arguments> passing() {
    return PassingFaults.at("CopySnapshot", "DescribeSnapshots");
  }

  @ParameterizedTest(name = "{0}: {1}, {2} times")
  @MethodSource("passing")
  void what_passes_leaves_one_of_each(String action, String name, int times, Fault fault) {
    begin();
    cloud.next(action, times, fault);

    assertAllIsThere();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CopySnapshot", "DescribeSnapshots"})
  void silence_is_outlived(String action) {
    cloud.close();
    cloud = new EmulatedCloud(() -> ImpatientStorage.connect(HOME, Duration.ofSeconds(2)));
    begin();
    cloud.next(action, 1, Fault.silence());

    assertAllIsThere();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void a_list_that_goes_round_in_circles_is_read_again(int times) {
    begin();
    cloud.ec2().faults().next("DescribeSnapshots", times, Fault.stuckToken());

    assertAllIsThere();
  }

  @Test
  void a_list_that_never_ends_is_said() {
    begin();
    cloud.ec2().faults().always("DescribeSnapshots", Fault.stuckToken());

    assertThatThrownBy(this::await)
        .isInstanceOf(EbsException.class)
        .hasMessageContaining("round in circles");
  }

  @Test
  void credentials_that_end_midway_stop_it_and_good_ones_finish_it() {
    begin();
    cloud.ec2().faults().always("CopySnapshot", Fault.error(401, "AuthFailure", "No."));

    BackupResult stopped = await();
    cloud.ec2().faults().clear();

    assertThat(stopped.problems())
        .extracting(Problem::code)
        .contains(ProblemCode.CREDENTIALS_REFUSED);
    assertThat(stopped.isComplete()).isFalse();
    assertAllIsThere();
  }

  @Test
  void copies_that_may_not_be_made_fail_by_themselves_and_are_made_once_allowed() {
    begin();
    cloud.ec2().account().deny("CopySnapshot");

    BackupResult denied = await();
    cloud.ec2().account().allow("CopySnapshot");

    assertThat(denied.problems())
        .extracting(Problem::code)
        .containsOnly(ProblemCode.PERMISSION_DENIED);
    assertThat(denied.problems().get(0).message()).contains("ec2:CopySnapshot on resource");
    assertThat(denied.volumes()).allMatch(volume -> volume.snapshot().isCompleted());
    assertAllIsThere();
  }

  @Test
  void a_copy_that_breaks_stays_broken_until_it_is_backed_up_again() {
    begin();
    String source = cloud.ec2().snapshots(HOME.name()).get(0).id();
    cloud.ec2().account().failNextCopy(WEST.name(), source, "Given key ID is not accessible");

    BackupResult broken = await();
    BackupResult mended = cloud.backup(journals, CONTENT, INDEX);

    assertThat(broken.problems()).extracting(Problem::code).containsOnly(ProblemCode.COPY_FAILED);
    assertThat(mended.isComplete()).isTrue();
    cloud.assertHoldsExactlyOnce(CONTENT, INDEX);
  }

  private void begin() {
    cloud.backup(EmulatedCloud.request(journals, CONTENT, INDEX).awaited(false).build());
    assertThat(cloud.ec2().snapshots(WEST.name())).isEmpty();
  }

  private BackupResult await() {
    return cloud.await(
        new AwaitRequest(
            HOME,
            new JournalPlace.Directory(journals.resolve("elsewhere")),
            RUN,
            BackupRules.DEFAULT,
            Duration.ofHours(4)));
  }

  private void assertAllIsThere() {
    BackupResult result = await();

    assertThat(result.problems()).isEmpty();
    assertThat(result.isComplete()).isTrue();
    cloud.assertHoldsExactlyOnce(CONTENT, INDEX);
  }
}
