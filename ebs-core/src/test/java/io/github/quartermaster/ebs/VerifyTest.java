package io.github.quartermaster.ebs;

import static io.github.quartermaster.ebs.EmulatedCloud.CONTENT;
import static io.github.quartermaster.ebs.EmulatedCloud.HOME;
import static io.github.quartermaster.ebs.EmulatedCloud.INDEX;
import static io.github.quartermaster.ebs.EmulatedCloud.IRELAND;
import static io.github.quartermaster.ebs.EmulatedCloud.LOGS;
import static io.github.quartermaster.ebs.EmulatedCloud.RUN;
import static io.github.quartermaster.ebs.EmulatedCloud.WEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.model.BlockReading;
import io.github.quartermaster.ebs.model.EbsEvent;
import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Prices;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.VerificationLevel;
import io.github.quartermaster.ebs.model.VerificationRules;
import io.github.quartermaster.ebs.model.VerificationScope;
import io.github.quartermaster.ebs.testkit.model.BlockDamage;
import io.github.quartermaster.ebs.testkit.model.EmulatedContents;
import io.github.quartermaster.ebs.testkit.model.EmulatedRequest;
import io.github.quartermaster.ebs.testkit.model.EmulatedSnapshot;
import io.github.quartermaster.ebs.testkit.model.EmulatedVolume;
import io.github.quartermaster.ebs.testkit.model.Fault;
import io.github.quartermaster.ebs.testkit.model.Moment;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Verifying on the real adapter, whatever has happened to snapshots and whatever to requests. */
@Tag("thorough")
class VerifyTest {
  private static final int SAMPLE = 4;

  @TempDir private Path folder;

  private final EmulatedCloud cloud = new EmulatedCloud();

  @BeforeEach
  void backUp() {
    cloud.backup(folder, CONTENT, LOGS);
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  static Stream<Arguments> requests() {
    return PassingFaults.at("ListSnapshotBlocks", "GetSnapshotBlock");
  }

  @ParameterizedTest
  @EnumSource
  void what_is_as_it_was_meant_to_be_passes(VerificationLevel level) {
    VerifyResult result = cloud.verify(request(level));

    assertThat(result.problems()).isEmpty();
    assertThat(result.plan().size()).isEqualTo(4);
    assertThat(readings(result)).hasSize(level == VerificationLevel.STATE ? 0 : 4);
    assertThat(asked("GetSnapshotBlock"))
        // 4 snapshots, the first block and so many more of each
        .hasSize(level == VerificationLevel.SAMPLE ? 4 * (1 + SAMPLE) : 0);
  }

  @Test
  void what_a_volume_begins_with_is_told() {
    assertThat(readings(cloud.verify(request(VerificationLevel.SAMPLE))))
        .extracting(BlockReading::beginning)
        .containsOnly("ext2, ext3 or ext4");
  }

  @ParameterizedTest(name = "{0}: {1}, {2} times")
  @MethodSource("requests")
  void what_passes_changes_nothing(String action, String name, int times, Fault fault) {
    cloud.next(action, times, fault);

    VerifyResult result = cloud.verify(request(VerificationLevel.SAMPLE));

    assertThat(result.problems()).isEmpty();
    assertThat(readings(result)).extracting(BlockReading::sampled).containsOnly(1 + SAMPLE);
  }

  @Test
  void a_block_that_a_copy_lacks_is_named() {
    damage(WEST, 6, BlockDamage.MISSING);

    assertThat(cloud.verify(request(VerificationLevel.MAP)).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.BLOCKS_DIFFER);
              assertThat(problem.subject()).isEqualTo(in(WEST).id());
              assertThat(problem.message())
                  .contains("it lacks block 1 (6) that " + in(HOME).id() + " in us-east-1 has");
            });
  }

  @Test
  void a_block_that_only_a_copy_has_is_named() {
    damage(IRELAND, 7, BlockDamage.ADDED);

    assertThat(cloud.verify(request(VerificationLevel.MAP)).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("it has block 1 (7) that "));
  }

  @Test
  void data_that_is_another_one_is_found_where_it_is_read() {
    damage(WEST, 0, BlockDamage.CHANGED);

    assertThat(cloud.verify(request(VerificationLevel.MAP)).problems()).isEmpty();
    assertThat(cloud.verify(request(VerificationLevel.SAMPLE)).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.BLOCKS_DIFFER);
              assertThat(problem.message())
                  .contains("the data of block 1 (0) of 5 that were read is not that of ");
            });
  }

  @Test
  void data_that_its_own_checksum_does_not_fit_is_read_again_and_told() {
    damage(HOME, 0, BlockDamage.FLIPPED);

    assertThat(cloud.verify(request(VerificationLevel.SAMPLE)).problems())
        .extracting(Problem::code)
        // the copies are not what the original is, which tells by itself that it is broken
        .containsExactlyInAnyOrder(
            ProblemCode.BLOCKS_DAMAGED, ProblemCode.BLOCKS_DIFFER, ProblemCode.BLOCKS_DIFFER);
  }

  @Test
  void where_to_go_on_may_be_forgotten_after_an_hour() {
    in(HOME);
    for (Region region : List.of(HOME, WEST, IRELAND)) {
      cloud
          .ec2()
          .account()
          .fillSnapshot(region.name(), in(region).id(), EmulatedContents.full(1, 8));
    }
    cloud
        .ec2()
        .hook(
            (moment, request) -> {
              if (moment == Moment.AFTER_ACTION
                  && request.action().equals("ListSnapshotBlocks")
                  && request.parameter("pageToken").isEmpty()) {
                cloud.ec2().clock().advance(Duration.ofMinutes(61));
              }
            });

    VerifyResult result = cloud.verify(request(VerificationLevel.MAP));

    assertThat(result.problems()).isEmpty();
    assertThat(readings(result)).extracting(BlockReading::blocks).contains(16_384L);
    assertThat(asked("ListSnapshotBlocks"))
        .anyMatch(request -> request.outcome().contains("ValidationException"))
        .anyMatch(request -> request.parameter("startingBlockIndex").equals(Optional.of("10000")));
  }

  @Test
  void empty_pages_are_no_end_and_circles_are_no_proof() {
    cloud.next("ListSnapshotBlocks", 1, Fault.emptyPage());
    assertThat(cloud.verify(request(VerificationLevel.MAP)).problems()).isEmpty();

    cloud.ec2().faults().always("ListSnapshotBlocks", Fault.stuckToken());
    assertThat(cloud.verify(request(VerificationLevel.MAP)).problems())
        .isNotEmpty()
        .extracting(Problem::code)
        .containsOnly(ProblemCode.BLOCKS_UNREADABLE);
  }

  @Test
  void who_may_not_read_blocks_is_told_what_to_allow() {
    cloud.ec2().account().deny("GetSnapshotBlock");

    assertThat(cloud.verify(request(VerificationLevel.SAMPLE)).problems())
        .hasSize(4)
        .allSatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.PERMISSION_DENIED);
              assertThat(problem.remedy())
                  .isEqualTo("Allow these credentials to list and read blocks of snapshots");
            });
  }

  @Test
  void what_is_encrypted_is_read_with_its_key_or_told_which_key_is_needed() {
    String key = "arn:aws:kms:us-east-1:111122223333:key/5b";
    cloud
        .ec2()
        .account()
        .add(EmulatedVolume.of(HOME.name(), INDEX.id().value(), 8).withEncryptionKey(key));
    cloud.backup(folder, INDEX);
    assertThat(cloud.verify(request(VerificationLevel.SAMPLE)).problems()).isEmpty();

    cloud.ec2().account().deny("Decrypt");

    assertThat(cloud.verify(request(VerificationLevel.SAMPLE)).problems())
        .hasSize(2)
        .extracting(Problem::remedy)
        .contains(
            "Allow these credentials to list and read blocks of snapshots, and to decrypt"
                + " (kms:Decrypt) with the key "
                + key);
  }

  @Test
  void a_copy_that_is_gone_is_missed() {
    cloud.ec2().account().remove(WEST.name(), in(WEST).id());

    assertThat(cloud.verify(request(VerificationLevel.STATE)).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.BACKUP_MISSING);
              assertThat(problem.message())
                  .contains("the copy of " + CONTENT.id() + " in us-west-2");
            });
  }

  @Test
  void copies_without_their_snapshot_are_compared_with_one_another() {
    damage(WEST, 6, BlockDamage.MISSING);
    cloud.ec2().account().remove(HOME.name(), in(HOME).id());

    assertThat(cloud.verify(request(VerificationLevel.MAP)).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.BLOCKS_DIFFER));
  }

  @Test
  void what_is_archived_is_a_warning_and_is_not_read() {
    cloud.ec2().account().setSnapshotTier(HOME.name(), in(HOME).id(), "archive");

    VerifyResult result = cloud.verify(request(VerificationLevel.MAP));

    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.SNAPSHOT_ARCHIVED);
              assertThat(problem.isError()).isFalse();
            });
    assertThat(readings(result)).hasSize(3);
    assertThat(cloud.verify(request(VerificationLevel.STATE)).problems()).isEmpty();
  }

  @Test
  void a_region_that_cannot_be_asked_proves_nothing() {
    cloud.ec2().account().deny("DescribeSnapshots");

    assertThat(cloud.verify(request(VerificationLevel.STATE)).problems())
        .isNotEmpty()
        .extracting(Problem::code)
        .containsOnly(ProblemCode.PERMISSION_DENIED);
  }

  @Test
  void no_block_is_read_where_that_would_cost_too_much() {
    VerificationRules rules =
        new VerificationRules(
            new VerificationScope.Newest(),
            VerificationLevel.SAMPLE,
            1000,
            7,
            false,
            null,
            new BigDecimal("0.001"),
            Prices.DEFAULTS);

    VerifyResult result = cloud.verify(new VerifyRequest(List.of(), null, rules));

    assertThat(result.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.COST_TOO_HIGH);
    assertThat(asked("ListSnapshotBlocks")).isEmpty();
  }

  @Test
  void the_price_is_told_before_the_first_block_is_read() {
    cloud.verify(request(VerificationLevel.SAMPLE));

    assertThat(cloud.events())
        .filteredOn(EbsEvent.VerificationPlanned.class::isInstance)
        .singleElement()
        .extracting(event -> ((EbsEvent.VerificationPlanned) event).plan().cost())
        .satisfies(
            cost -> {
              // 16,384 blocks of 8 GiB are two pages
              assertThat(cost.lists()).isEqualTo(8);
              assertThat(cost.blocks()).isEqualTo(20);
              assertThat(cost.amount()).isEqualByComparingTo("0.000065");
            });
  }

  @Test
  void the_same_seed_reads_the_same_blocks_and_another_one_others() {
    cloud.verify(request(VerificationLevel.SAMPLE));
    List<String> first = blocksRead();
    cloud.verify(request(VerificationLevel.SAMPLE));
    List<String> both = blocksRead();

    assertThat(both.subList(first.size(), both.size())).isEqualTo(first);

    cloud.verify(request(VerificationLevel.SAMPLE, 8));
    List<String> all = blocksRead();
    assertThat(all.subList(both.size(), all.size())).isNotEqualTo(first);
  }

  @Test
  void a_volume_of_the_file_without_a_snapshot_is_missed_and_so_is_a_copy_it_promises()
      throws IOException {
    Path file =
        volumesFile(
            CONTENT.id()
                + ", Content\n"
                + LOGS.id()
                + ", Logs, us-west-2\n"
                + INDEX.id()
                + ", Index\n");

    List<Problem> problems = cloud.verify(request(VerificationLevel.STATE, 7, file)).problems();

    assertThat(problems)
        .extracting(Problem::subject)
        .containsExactlyInAnyOrder(LOGS.id().value(), INDEX.id().value());
    assertThat(problems).extracting(Problem::code).containsOnly(ProblemCode.BACKUP_MISSING);
  }

  @Test
  void a_volumes_file_that_cannot_be_understood_proves_nothing() throws IOException {
    Path file = volumesFile("what, is, this line?\n");

    assertThatThrownBy(() -> cloud.verify(request(VerificationLevel.STATE, 7, file)))
        .isInstanceOf(EbsException.class);
  }

  @Test
  void a_run_that_made_nothing_is_unknown() {
    VerificationRules rules =
        VerificationRules.of(
            new VerificationScope.OfRun(new RunId("nobody")), VerificationLevel.STATE, 7);

    assertThat(cloud.verify(new VerifyRequest(List.of(), null, rules)).problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.RUN_UNKNOWN);
  }

  @Test
  void a_tag_that_is_gone_is_told() {
    EmulatedSnapshot copy = in(WEST);
    cloud.ec2().account().remove(WEST.name(), copy.id());
    cloud.ec2().account().add(without(copy, OurTags.SOURCE_REGION));

    assertThat(cloud.verify(request(VerificationLevel.STATE)).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.TAGS_DIFFER);
              assertThat(problem.message()).contains("it lacks the tags ebs-core:source-region");
            });
  }

  private static EmulatedSnapshot without(EmulatedSnapshot snapshot, String tag) {
    Map<String, String> tags = new LinkedHashMap<>(snapshot.tags());
    tags.remove(tag);
    return new EmulatedSnapshot(
        snapshot.region(),
        snapshot.id(),
        snapshot.volumeId(),
        snapshot.owner(),
        snapshot.state(),
        snapshot.message(),
        snapshot.progress(),
        snapshot.start(),
        snapshot.sizeGiB(),
        snapshot.key(),
        snapshot.description(),
        snapshot.copyOf(),
        tags);
  }

  private Path volumesFile(String content) throws IOException {
    return Files.writeString(folder.resolve("volumes.csv"), content);
  }

  private void damage(Region region, int block, BlockDamage kind) {
    cloud.ec2().account().damage(region.name(), in(region).id(), block, kind);
  }

  /** The snapshot or copy of the content store there. */
  private EmulatedSnapshot in(Region region) {
    return cloud.ec2().snapshots(region.name()).stream()
        .filter(snapshot -> CONTENT.id().value().equals(snapshot.tags().get(OurTags.SOURCE_VOLUME)))
        .findFirst()
        .orElseThrow();
  }

  private List<EmulatedRequest> asked(String action) {
    return cloud.ec2().requests(action);
  }

  private List<String> blocksRead() {
    return asked("GetSnapshotBlock").stream()
        .map(
            request ->
                request.region()
                    + request.parameter("snapshotId").orElseThrow()
                    + request.parameter("blockIndex").orElseThrow())
        .toList();
  }

  private static List<BlockReading> readings(VerifyResult result) {
    return result.backups().stream().flatMap(backup -> backup.readings().stream()).toList();
  }

  private static VerifyRequest request(VerificationLevel level) {
    return request(level, 7);
  }

  private static VerifyRequest request(VerificationLevel level, long seed) {
    return request(level, seed, null);
  }

  private static VerifyRequest request(
      VerificationLevel level, long seed, @Nullable Path volumesFile) {
    return new VerifyRequest(
        List.of(),
        volumesFile,
        new VerificationRules(
            new VerificationScope.OfRun(RUN),
            level,
            SAMPLE,
            seed,
            false,
            null,
            null,
            Prices.DEFAULTS));
  }
}
