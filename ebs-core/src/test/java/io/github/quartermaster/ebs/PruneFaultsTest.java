package io.github.quartermaster.ebs;

import static io.github.quartermaster.ebs.EmulatedCloud.HOME;
import static io.github.quartermaster.ebs.EmulatedCloud.INDEX;
import static io.github.quartermaster.ebs.EmulatedCloud.LOGS;
import static io.github.quartermaster.ebs.EmulatedCloud.WEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Removal;
import io.github.quartermaster.ebs.model.RetentionPolicy;
import io.github.quartermaster.ebs.testkit.model.EmulatedImage;
import io.github.quartermaster.ebs.testkit.model.EmulatedSnapshot;
import io.github.quartermaster.ebs.testkit.model.Fault;
import io.github.quartermaster.ebs.testkit.model.Moment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.LockMode;

/** Retention on the real adapter, whatever happens to its requests. */
class PruneFaultsTest {
  private static final String OLDEST = "snap-0c0ffee0000000001";
  private static final String OLD = "snap-0c0ffee0000000002";
  private static final String NEW = "snap-0c0ffee0000000003";
  private static final String NEWEST = "snap-0c0ffee0000000004";
  private static final String FOREIGN = "snap-0c0ffee0000000005";

  @TempDir private Path journals;

  private final EmulatedCloud cloud = new EmulatedCloud();

  @BeforeEach
  void prepare() {
    cloud.ec2().clock().advance(Duration.ofDays(30));
    has(OLDEST, 9);
    has(OLD, 8);
    has(NEW, 7);
    has(NEWEST, 6);
    cloud.ec2().account().add(snapshot(FOREIGN, 20));
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  static Stream<Arguments> lists() {
    return PassingFaults.at("DescribeSnapshots", "DescribeImages", "DescribeLockedSnapshots");
  }

  static Stream<Arguments> deletions() {
    return PassingFaults.at("DeleteSnapshot");
  }

  @Test
  void exactly_what_was_planned_goes() {
    PruneResult result = cloud.prune(request());

    assertThat(result.problems()).isEmpty();
    assertThat(deleted()).containsExactlyInAnyOrder(OLDEST, OLD);
    assertHolds(NEW, NEWEST, FOREIGN);
    assertThat(journals.resolve("prune.journal")).content().endsWith("\tend\t-\n");
  }

  @Test
  void a_plan_removes_nothing_and_writes_nothing() {
    assertThat(cloud.planPrune(request()).removals()).hasSize(2);

    assertThat(deleted()).isEmpty();
    assertThat(journals).isEmptyDirectory();
  }

  @Test
  void pruning_again_removes_nothing() {
    cloud.prune(request());

    assertThat(cloud.prune(request()).removals()).isEmpty();
    assertHolds(NEW, NEWEST, FOREIGN);
  }

  @ParameterizedTest(name = "{0}: {1}, {2} times")
  @MethodSource({"lists", "deletions"})
  void what_passes_changes_nothing(String action, String name, int times, Fault fault) {
    cloud.next(action, times, fault);

    PruneResult result = cloud.prune(request());

    assertThat(result.problems()).isEmpty();
    assertThat(result.count(Removal.Status.REMOVED)).isEqualTo(2);
    assertHolds(NEW, NEWEST, FOREIGN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DescribeSnapshots", "DescribeImages", "DescribeLockedSnapshots"})
  void a_region_whose_lists_may_not_be_read_is_left_alone(String action) {
    cloud.ec2().account().deny(action);

    PruneResult result = cloud.prune(request());

    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.PERMISSION_DENIED);
              assertThat(problem.subject()).isEqualTo(HOME.name());
              assertThat(problem.isError()).isTrue();
            });
    assertHoldsAll();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DescribeSnapshots", "DescribeImages", "DescribeLockedSnapshots"})
  void a_region_whose_list_goes_round_in_circles_is_left_alone(String action) {
    cloud.ec2().account().add(EmulatedImage.of(HOME.name(), "ami-0a", FOREIGN));
    cloud.ec2().faults().always(action, Fault.stuckToken());

    PruneResult result = cloud.prune(request());

    assertThat(result.problems()).extracting(Problem::code).contains(ProblemCode.CLOUD_UNREACHABLE);
    assertHoldsAll();
  }

  @Test
  void an_empty_page_amid_others_is_not_the_end() {
    cloud.ec2().account().add(EmulatedImage.of(HOME.name(), "ami-0a", OLD));
    cloud.next("DescribeImages", 1, Fault.emptyPage());

    cloud.prune(request());

    assertHolds(OLD, NEW, NEWEST, FOREIGN);
  }

  @Test
  void what_an_image_needs_stays_also_where_it_is_disabled() {
    cloud.ec2().account().add(EmulatedImage.of(HOME.name(), "ami-0a", OLD).withDisabled());

    PruneResult result = cloud.prune(request());

    assertThat(result.problems()).isEmpty();
    assertThat(deleted()).containsExactly(OLDEST);
    assertHolds(OLD, NEW, NEWEST, FOREIGN);
  }

  @Test
  void what_is_locked_stays() {
    try (Ec2Client others = Ec2Client.create()) {
      others.lockSnapshot(
          request -> request.snapshotId(OLD).lockMode(LockMode.GOVERNANCE).lockDuration(90));
    }

    PruneResult result = cloud.prune(request());

    assertThat(result.problems()).isEmpty();
    assertThat(deleted()).containsExactly(OLDEST);
    assertHolds(OLD, NEW, NEWEST, FOREIGN);
  }

  @Test
  void an_image_made_after_the_plan_spares_its_snapshot() {
    beforeDeletions(
        () -> cloud.ec2().account().add(EmulatedImage.of(HOME.name(), "ami-0a", OLD)), OLD);

    PruneResult result = cloud.prune(request());

    assertThat(result.count(Removal.Status.SPARED)).isEqualTo(1);
    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.PRUNE_FAILED);
              assertThat(problem.isError()).isFalse();
            });
    assertHolds(OLD, NEW, NEWEST, FOREIGN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"InvalidSnapshot.InUse", "OperationNotPermitted"})
  void what_the_cloud_calls_used_or_locked_is_spared(String code) {
    cloud.ec2().faults().always("DeleteSnapshot", Fault.error(code));

    PruneResult result = cloud.prune(request());

    assertThat(result.count(Removal.Status.SPARED)).isEqualTo(2);
    assertThat(result.problems()).hasSize(2).noneMatch(Problem::isError);
    assertHoldsAll();
  }

  @Test
  void what_somebody_else_has_removed_is_gone() {
    beforeDeletions(() -> cloud.ec2().account().remove(HOME.name(), OLDEST), OLDEST);

    PruneResult result = cloud.prune(request());

    assertThat(result.problems()).isEmpty();
    assertThat(result.count(Removal.Status.GONE)).isEqualTo(1);
    assertThat(result.count(Removal.Status.REMOVED)).isEqualTo(1);
    assertHolds(NEW, NEWEST, FOREIGN);
  }

  @Test
  void what_may_not_be_removed_fails_and_stays() {
    cloud.ec2().account().deny("DeleteSnapshot");

    PruneResult result = cloud.prune(request());

    assertThat(result.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.PERMISSION_DENIED, ProblemCode.PERMISSION_DENIED);
    assertHoldsAll();
  }

  @Test
  void credentials_that_end_stop_everything() {
    cloud.ec2().faults().always("DeleteSnapshot", Fault.error("SignatureDoesNotMatch"));

    PruneResult result = cloud.prune(request());

    assertThat(result.count(Removal.Status.FAILED)).isEqualTo(2);
    assertThat(result.problems())
        .extracting(Problem::code)
        .containsOnly(ProblemCode.CREDENTIALS_REFUSED);
    assertHoldsAll();
  }

  @Test
  void nothing_clear_in_the_end_is_an_error() {
    cloud.ec2().faults().always("DeleteSnapshot", Fault.reset());

    PruneResult result = cloud.prune(request());

    assertThat(result.count(Removal.Status.FAILED)).isEqualTo(2);
    assertThat(result.problems())
        .allSatisfy(
            problem -> assertThat(problem.message()).endsWith("no clear answer after 10 tries"));
    assertHoldsAll();
  }

  @Test
  void a_deletion_that_an_earlier_process_did_not_note_is_no_harm() throws Exception {
    Files.writeString(
        journals.resolve("prune.journal"),
        "quartermaster-ebs-journal 1 prune\n"
            + "2026-01-30T00:00:00Z\tintent\tprune/"
            + OLDEST
            + "/us-east-1\n");
    cloud.ec2().account().remove(HOME.name(), OLDEST);

    PruneResult result = cloud.prune(request(2));

    assertThat(result.problems()).isEmpty();
    assertThat(deleted()).containsExactly(OLD);
    assertThat(journals.resolve("prune.journal"))
        .content()
        .contains("\tdone\tprune/" + OLDEST + "/us-east-1\n");
    assertHolds(NEW, NEWEST, FOREIGN);
  }

  @Test
  void more_than_the_bound_removes_nothing_at_all() {
    cloud.ec2().account().add(ofVolume(snapshot("snap-0c0ffee000000000a", 9), LOGS.id().value()));

    PruneResult result = cloud.prune(request(1));

    assertThat(result.plan().refused()).isTrue();
    assertThat(result.removals()).isEmpty();
    assertThat(deleted()).isEmpty();
  }

  @Test
  void a_journal_that_cannot_be_understood_stops_all() throws Exception {
    Files.writeString(journals.resolve("ebs-nightly.journal"), "something else\n");

    assertThatThrownBy(() -> cloud.prune(request()))
        .isInstanceOf(EbsException.class)
        .hasMessageStartingWith("JOURNAL_UNREADABLE");
    assertHoldsAll();
  }

  @Test
  void a_region_without_the_copies_that_others_tell_of_is_unsure() {
    cloud
        .ec2()
        .account()
        .add(ours(snapshot("snap-0c0ffee000000000b", 10)).withTag(OurTags.COPY_TO, WEST.name()));

    PruneResult result = cloud.prune(request());

    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.PRUNE_UNSURE);
              assertThat(problem.subject()).isEqualTo(WEST.name());
              assertThat(problem.isError()).isFalse();
            });
    assertHolds("snap-0c0ffee000000000b", NEW, NEWEST, FOREIGN);
  }

  private PruneRequest request() {
    return request(2);
  }

  private PruneRequest request(int last) {
    return new PruneRequest(
        List.of(HOME),
        new RetentionPolicy(last, 0, 0, 0, 0, ZoneOffset.UTC),
        PruneRequest.DEFAULT_MOST_PERCENT,
        journals);
  }

  /** Does something as soon as the last look at a snapshot begins, once. */
  private void beforeDeletions(Runnable change, String snapshot) {
    Runnable[] once = {change};
    cloud
        .ec2()
        .hook(
            (moment, request) -> {
              if (moment == Moment.BEFORE_ACTION
                  && request.action().equals("DescribeSnapshots")
                  && request.parameters().toString().contains(snapshot)) {
                once[0].run();
                once[0] = () -> {};
              }
            });
  }

  private List<String> deleted() {
    return cloud.ec2().requests().stream()
        .filter(request -> request.action().equals("DeleteSnapshot"))
        .map(request -> request.parameter("SnapshotId").orElseThrow())
        .distinct()
        .toList();
  }

  private void assertHoldsAll() {
    assertHolds(OLDEST, OLD, NEW, NEWEST, FOREIGN);
  }

  private void assertHolds(String... ids) {
    assertThat(cloud.ec2().snapshots(HOME.name()))
        .extracting(EmulatedSnapshot::id)
        .containsExactlyInAnyOrder(ids);
  }

  private void has(String id, int daysOld) {
    cloud.ec2().account().add(ours(snapshot(id, daysOld)));
  }

  private EmulatedSnapshot snapshot(String id, int daysOld) {
    return EmulatedSnapshot.of(
        HOME.name(),
        id,
        INDEX.id().value(),
        8,
        cloud.ec2().clock().instant().minus(Duration.ofDays(daysOld)));
  }

  private static EmulatedSnapshot ours(EmulatedSnapshot snapshot) {
    return ofVolume(snapshot, INDEX.id().value());
  }

  private static EmulatedSnapshot ofVolume(EmulatedSnapshot snapshot, String volume) {
    return snapshot
        .withTag(OurTags.RUN, "run-" + snapshot.id())
        .withTag(OurTags.TOKEN, "run-" + snapshot.id() + "/" + volume)
        .withTag(OurTags.SOURCE_VOLUME, volume);
  }
}
