package io.github.quartermaster.ebs.internal.plan;

import static io.github.quartermaster.ebs.internal.plan.Material.HOME;
import static io.github.quartermaster.ebs.internal.plan.Material.RUN;
import static io.github.quartermaster.ebs.internal.plan.Material.START;
import static io.github.quartermaster.ebs.internal.plan.Material.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.PlannedRestore;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RestoreFindings;
import io.github.quartermaster.ebs.model.RestorePlan;
import io.github.quartermaster.ebs.model.RestoreRules;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeCreation;
import io.github.quartermaster.ebs.model.VolumeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RestorePlannerTest {
  private static final RunId RESTORE = new RunId("restore-1");
  private static final String SHAPE =
      "type=io2 size=100 iops=5000 zone=us-east-1b instance=i-0a device=/dev/sdf";

  private final List<Snapshot> snapshots = new ArrayList<>();
  private final Map<VolumeId, Volume> volumes = new HashMap<>();
  private final List<Volume> made = new ArrayList<>();
  private final Set<RunId> unfinished = new HashSet<>();
  private final Set<VolumeId> chosen = new HashSet<>();
  private RestoreRules rules = RestoreRules.AS_IT_WAS;
  private @Nullable RunId run = RUN;
  private Region region = HOME;
  private @Nullable Region volumeRegion;

  @Test
  void new_volume_is_what_the_snapshot_says_that_the_old_one_was() {
    snapshots.add(
        snapshot("snap-1", "vol-1", Map.of(OurTags.VOLUME, SHAPE, "ebs-core:tag:app", "alfresco")));

    PlannedRestore planned = only(plan());

    VolumeCreation creation = planned.creation().orElseThrow();
    assertThat(planned.isPossible()).isTrue();
    assertThat(creation.type()).isEqualTo("io2");
    assertThat(creation.iops()).isEqualTo(5000);
    assertThat(creation.sizeGib()).isEqualTo(100);
    assertThat(creation.zone()).isEqualTo("us-east-1b");
    assertThat(creation.tags())
        .containsOnly(
            Map.entry("app", "alfresco"),
            Map.entry(OurTags.RESTORE, RUN + "/" + RESTORE),
            Map.entry(OurTags.RUN, RUN.value()),
            Map.entry(OurTags.SOURCE_VOLUME, "vol-1"),
            Map.entry(OurTags.SOURCE_SNAPSHOT, "snap-1"));
    assertThat(planned.attachment())
        .contains(new Volume.Attachment(new InstanceId("i-0a"), "/dev/sdf"));
  }

  @Test
  void what_the_snapshot_does_not_say_is_asked_of_the_volume_as_it_is() {
    snapshots.add(snapshot("snap-1", "vol-1", Map.of()));
    there("vol-1", "gp3", Map.of("app", "alfresco", "aws:backup", "x", "ebs-core:restore", "y"));

    VolumeCreation creation = only(plan()).creation().orElseThrow();

    assertThat(creation.type()).isEqualTo("gp3");
    assertThat(creation.zone()).isEqualTo("us-east-1a");
    assertThat(creation.tags())
        .containsEntry("app", "alfresco")
        .containsEntry(OurTags.RESTORE, RUN + "/" + RESTORE)
        .doesNotContainKey("aws:backup");
  }

  @Test
  void a_volume_that_is_gone_and_of_which_nothing_is_kept_is_refused_with_the_way_out() {
    snapshots.add(snapshot("snap-1", "vol-1", Map.of()));

    RestorePlan plan = plan();

    assertThat(plan.isRefused()).isTrue();
    assertThat(plan.allProblems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.RESTORE_IMPOSSIBLE);
              assertThat(problem.message()).contains("vol-1").contains("does not tell what type");
              assertThat(problem.remedy()).contains("which type and which zone");
            });
  }

  @Test
  void the_user_may_say_type_and_zone_of_what_is_gone() {
    snapshots.add(snapshot("snap-1", "vol-1", Map.of()));
    rules = new RestoreRules("gp2", "us-east-1c", null);

    VolumeCreation creation = only(plan()).creation().orElseThrow();

    assertThat(creation.type()).isEqualTo("gp2");
    assertThat(creation.zone()).isEqualTo("us-east-1c");
    assertThat(creation.sizeGib()).isEqualTo(100);
  }

  @Test
  void with_another_type_goes_the_old_performance() {
    snapshots.add(snapshot("snap-1", "vol-1", Map.of(OurTags.VOLUME, SHAPE)));
    rules = new RestoreRules("gp3", null, null);

    assertThat(only(plan()).creation().orElseThrow().iops()).isNull();
  }

  @Test
  void a_copy_needs_a_zone_of_its_own_region() {
    region = WEST;
    snapshots.add(copy("snap-1", "vol-1"));

    assertThat(plan().allProblems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("none of us-west-1"));

    rules = new RestoreRules(null, "us-west-1a", null);
    assertThat(only(plan()).creation().orElseThrow().zone()).isEqualTo("us-west-1a");
  }

  @Test
  void a_backup_store_beside_the_old_volume_gives_one_in_its_zone() {
    region = WEST;
    volumeRegion = HOME;
    snapshots.add(copy("snap-1", "vol-1"));

    assertThat(only(plan()).creation().orElseThrow().zone()).isEqualTo("us-east-1b");
  }

  @Test
  void what_is_not_whole_is_named_and_refuses_all() {
    snapshots.add(snapshot("snap-1", "vol-1", Map.of(OurTags.VOLUME, SHAPE)));
    snapshots.add(inState(snapshot("snap-2", "vol-2", Map.of(OurTags.VOLUME, SHAPE)), "pending"));

    RestorePlan plan = plan();

    assertThat(plan.isRefused()).isTrue();
    assertThat(plan.allProblems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.subject()).isEqualTo("vol-2");
              assertThat(problem.message()).contains("snap-2").contains("pending");
            });
  }

  @Test
  void what_failed_is_named_with_the_reason() {
    snapshots.add(inState(snapshot("snap-1", "vol-1", Map.of(OurTags.VOLUME, SHAPE)), "error"));

    assertThat(plan().allProblems())
        .extracting(Problem::message)
        .singleElement()
        .asString()
        .contains("snap-1")
        .contains("failed: no key");
  }

  @Test
  void what_is_archived_is_named() {
    snapshots.add(archived(snapshot("snap-1", "vol-1", Map.of(OurTags.VOLUME, SHAPE))));

    assertThat(plan().allProblems())
        .extracting(Problem::message)
        .singleElement()
        .asString()
        .contains("is archived");
  }

  @Test
  void a_whole_snapshot_of_the_run_is_taken_where_there_is_a_failed_one_too() {
    snapshots.add(inState(snapshot("snap-1", "vol-1", Map.of(OurTags.VOLUME, SHAPE)), "error"));
    snapshots.add(snapshot("snap-2", "vol-1", Map.of(OurTags.VOLUME, SHAPE)));

    assertThat(only(plan()).creation().orElseThrow().snapshot()).hasToString("snap-2");
  }

  @Test
  void a_run_whose_journal_is_not_finished_is_refused_unless_volumes_are_named() {
    snapshots.add(snapshot("snap-1", "vol-1", Map.of(OurTags.VOLUME, SHAPE)));
    unfinished.add(RUN);

    assertThat(plan().isRefused()).isTrue();

    chosen.add(new VolumeId("vol-1"));
    assertThat(plan().isRefused()).isFalse();
  }

  @Test
  void a_volume_that_the_run_has_not_backed_up_is_named() {
    snapshots.add(snapshot("snap-1", "vol-1", Map.of(OurTags.VOLUME, SHAPE)));
    chosen.add(new VolumeId("vol-1"));
    chosen.add(new VolumeId("vol-9"));

    assertThat(plan().problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message())
                    .contains("vol-9")
                    .contains("no snapshot of it by run build-42"));
  }

  @Test
  void a_run_that_nobody_knows_is_said() {
    assertThat(plan().problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.RUN_UNKNOWN);
  }

  @Test
  void snapshots_of_other_runs_and_what_somebody_has_tagged_by_hand_are_passed_over() {
    snapshots.add(snapshot("snap-1", "vol-1", Map.of(OurTags.VOLUME, SHAPE)));
    snapshots.add(
        Material.made(
            "snap-2",
            HOME,
            "vol-2",
            "completed",
            Map.of(OurTags.RUN, "other", OurTags.TOKEN, "other/vol-2")));
    snapshots.add(
        Material.made("snap-3", HOME, "vol-3", "completed", Map.of(OurTags.RUN, RUN.value())));

    assertThat(plan().volumes())
        .extracting(PlannedRestore::source)
        .containsExactly(new VolumeId("vol-1"));
  }

  @Test
  void what_the_same_restore_has_made_before_is_taken() {
    snapshots.add(snapshot("snap-1", "vol-1", Map.of(OurTags.VOLUME, SHAPE)));
    made.add(volume("vol-new", "available", "gp3", Map.of(OurTags.SOURCE_VOLUME, "vol-1")));

    assertThat(only(plan()).existing()).map(Volume::id).contains(new VolumeId("vol-new"));
  }

  @Test
  void what_the_same_restore_has_made_and_is_broken_is_said() {
    snapshots.add(snapshot("snap-1", "vol-1", Map.of(OurTags.VOLUME, SHAPE)));
    made.add(volume("vol-new", "error", "gp3", Map.of(OurTags.SOURCE_VOLUME, "vol-1")));

    assertThat(plan().allProblems())
        .extracting(Problem::message)
        .singleElement()
        .asString()
        .contains("vol-new, which is broken");
  }

  @Test
  void without_a_run_the_newest_whole_snapshot_of_each_volume_is_taken() {
    run = null;
    snapshots.add(snapshot("snap-1", "vol-1", Map.of(OurTags.VOLUME, SHAPE)));
    snapshots.add(later(snapshot("snap-2", "vol-1", Map.of(OurTags.VOLUME, SHAPE)), 1));
    snapshots.add(
        inState(later(snapshot("snap-3", "vol-1", Map.of(OurTags.VOLUME, SHAPE)), 2), "pending"));

    assertThat(only(plan()).creation().orElseThrow().snapshot()).hasToString("snap-2");
  }

  @Test
  void the_same_volume_of_the_same_restore_has_the_same_client_token_and_no_other_has() {
    snapshots.add(snapshot("snap-1", "vol-1", Map.of(OurTags.VOLUME, SHAPE)));
    snapshots.add(snapshot("snap-2", "vol-2", Map.of(OurTags.VOLUME, SHAPE)));

    List<String> tokens = tokens(plan(RESTORE));

    assertThat(tokens(plan(RESTORE))).isEqualTo(tokens);
    assertThat(tokens).doesNotHaveDuplicates().allMatch(token -> token.length() <= 64);
    assertThat(tokens(plan(new RunId("restore-2")))).doesNotContainAnyElementsOf(tokens);
  }

  private static List<String> tokens(RestorePlan plan) {
    return plan.volumes().stream()
        .map(volume -> volume.creation().orElseThrow().clientToken())
        .toList();
  }

  private RestorePlan plan() {
    return plan(RESTORE);
  }

  private RestorePlan plan(RunId id) {
    return RestorePlanner.plan(
        new RestoreWish(
            id,
            run,
            region,
            volumeRegion == null ? region : volumeRegion,
            chosen,
            rules,
            Map.of(OurTags.RESTORE, RUN + "/" + id),
            true,
            "",
            Material.traits(true, true)),
        new RestoreFindings(snapshots, volumes, List.of(), made, unfinished));
  }

  private static PlannedRestore only(RestorePlan plan) {
    assertThat(plan.volumes()).hasSize(1);
    return plan.volumes().get(0);
  }

  private void there(String id, String type, Map<String, String> tags) {
    Volume volume = volume(id, "in-use", type, tags);
    volumes.put(volume.id(), volume);
  }

  private static Volume volume(String id, String state, String type, Map<String, String> tags) {
    return new Volume(
        new VolumeId(id), HOME, state, 100, type, "us-east-1a", false, null, List.of(), tags);
  }

  private static Snapshot snapshot(String id, String volume, Map<String, String> more) {
    Map<String, String> tags = new HashMap<>(more);
    tags.putAll(Material.tagsOfRun(RUN, RUN + "/" + volume));
    return Material.made(id, HOME, volume, "completed", tags);
  }

  private static Snapshot copy(String id, String volume) {
    Map<String, String> tags = new HashMap<>();
    tags.put(OurTags.VOLUME, SHAPE);
    tags.put(OurTags.SOURCE_VOLUME, volume);
    tags.put(OurTags.SOURCE_SNAPSHOT, "snap-0");
    tags.put(OurTags.SOURCE_REGION, HOME.name());
    tags.putAll(Material.tagsOfRun(RUN, RUN + "/" + volume + "/" + WEST));
    return Material.made(id, WEST, "vol-ffffffff", "completed", tags);
  }

  private static Snapshot inState(Snapshot snapshot, String state) {
    return with(snapshot, state, "", snapshot.startedAt());
  }

  private static Snapshot archived(Snapshot snapshot) {
    return with(snapshot, "completed", "archive", snapshot.startedAt());
  }

  private static Snapshot later(Snapshot snapshot, int days) {
    return with(snapshot, snapshot.stateWord(), "", START.plusSeconds(86_400L * days));
  }

  private static Snapshot with(Snapshot snapshot, String state, String tier, Instant start) {
    return new Snapshot(
        new SnapshotId(snapshot.id().value()),
        snapshot.region(),
        snapshot.volume(),
        state,
        state.equals("error") ? "no key" : "",
        snapshot.percent(),
        start,
        null,
        snapshot.sizeGib(),
        snapshot.encrypted(),
        snapshot.kmsKeyId(),
        snapshot.description(),
        snapshot.tags(),
        tier);
  }
}
