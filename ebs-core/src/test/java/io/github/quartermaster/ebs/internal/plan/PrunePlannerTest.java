package io.github.quartermaster.ebs.internal.plan;

import static io.github.quartermaster.ebs.internal.plan.Material.HOME;
import static io.github.quartermaster.ebs.internal.plan.Material.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.PruneEntry;
import io.github.quartermaster.ebs.model.PruneFindings;
import io.github.quartermaster.ebs.model.PrunePlan;
import io.github.quartermaster.ebs.model.PruneReason;
import io.github.quartermaster.ebs.model.PruneReason.Kind;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RetentionPolicy;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.SnapshotUse;
import io.github.quartermaster.ebs.model.VolumeId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PrunePlannerTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final RetentionPolicy LAST_ONE =
      new RetentionPolicy(1, 0, 0, 0, 0, ZoneOffset.UTC);

  private final List<Snapshot> snapshots = new ArrayList<>();
  private final List<SnapshotUse> uses = new ArrayList<>();
  private final Map<Region, Problem> unsure = new HashMap<>();
  private final Set<RunId> unfinished = new HashSet<>();
  private int mostPercent = 100;

  @Test
  void what_no_rule_keeps_goes() {
    has("snap-new", 2, "completed");
    has("snap-old", 3, "completed");

    assertThat(kinds("snap-new")).containsExactly(Kind.LAST);
    assertThat(kinds("snap-old")).containsExactly(Kind.EXPIRED);
    assertThat(plan().removals())
        .extracting(entry -> entry.snapshot().id().value())
        .containsExactly("snap-old");
  }

  @Test
  void each_volume_and_each_region_keeps_its_own() {
    has("snap-1", 5, "completed");
    hasCopy("snap-c", 9, "completed", null);

    assertThat(plan().removals()).isEmpty();
  }

  @Test
  void newest_copy_with_a_key_stays_for_the_next_to_build_on() {
    hasCopy("snap-c1", 9, "completed", "key/old");
    hasCopy("snap-c2", 8, "completed", "key/old");
    hasCopy("snap-c3", 7, "completed", "key/new");

    assertThat(kinds("snap-c2")).containsExactly(Kind.NEWEST_OF_KEY);
    assertThat(kinds("snap-c1")).containsExactly(Kind.EXPIRED);
  }

  @Test
  void what_an_image_or_a_lock_needs_stays() {
    has("snap-new", 2, "completed");
    has("snap-image", 3, "completed");
    has("snap-lock", 4, "completed");
    uses.add(new SnapshotUse(new SnapshotId("snap-image"), SnapshotUse.Kind.IMAGE, "ami-0a1b"));
    uses.add(new SnapshotUse(new SnapshotId("snap-lock"), SnapshotUse.Kind.LOCK, "governance"));

    assertThat(why("snap-image")).isEqualTo("the image ami-0a1b uses it");
    assertThat(why("snap-lock")).isEqualTo("locked, governance");
    assertThat(plan().removals()).isEmpty();
  }

  @Test
  void a_backup_stays_as_long_as_one_that_stays_builds_on_it() {
    has("snap-3", 1, "completed");
    has("snap-2", 2, "completed");
    has("snap-1", 3, "completed");
    buildsOn("snap-1", "snap-2");
    buildsOn("snap-2", "snap-3");

    assertThat(kinds("snap-3")).containsExactly(Kind.LAST);
    assertThat(why("snap-2")).isEqualTo("snap-3 builds on it");
    assertThat(kinds("snap-1")).containsExactly(Kind.INCREMENT);
  }

  @Test
  void a_chain_goes_as_a_whole_once_nothing_that_stays_builds_on_it() {
    has("snap-4", 1, "completed");
    has("snap-3", 2, "completed");
    has("snap-2", 3, "completed");
    has("snap-1", 4, "completed");
    buildsOn("snap-1", "snap-2");
    buildsOn("snap-2", "snap-3");

    assertThat(plan().removals())
        .extracting(entry -> entry.snapshot().id().value())
        .containsExactly("snap-1", "snap-2", "snap-3");
  }

  private void buildsOn(String base, String increment) {
    uses.add(new SnapshotUse(new SnapshotId(base), SnapshotUse.Kind.INCREMENT, increment));
  }

  @Test
  void what_is_being_copied_stays() {
    has("snap-new", 2, "completed");
    has("snap-source", 30, "completed");
    snapshots.add(copy("snap-c", 3, "pending", null, "snap-source"));

    assertThat(why("snap-source")).isEqualTo("being copied to us-west-1 as snap-c");
    assertThat(kinds("snap-c")).contains(Kind.NOT_WHOLE);
  }

  @Test
  void what_may_be_copied_to_a_region_that_does_not_answer_stays_for_two_weeks() {
    has("snap-new", 2, "completed");
    Map<String, String> toWest = Map.of(OurTags.COPY_TO, "us-west-1");
    snapshots.add(snapshot("snap-old", HOME, 13, "completed", null, toWest));
    snapshots.add(snapshot("snap-older", HOME, 15, "completed", null, toWest));
    unsure.put(WEST, Problem.error(ProblemCode.CLOUD_UNREACHABLE, WEST, "tried", "Try"));

    assertThat(kinds("snap-old")).containsExactly(Kind.COPYING);
    assertThat(kinds("snap-older")).containsExactly(Kind.EXPIRED);
  }

  @Test
  void a_region_that_is_not_known_for_sure_is_left_alone() {
    has("snap-new", 2, "completed");
    has("snap-old", 3, "completed");
    unsure.put(HOME, Problem.error(ProblemCode.PRUNE_UNSURE, HOME, "tried", "Try"));

    assertThat(plan().removals()).isEmpty();
    assertThat(plan().refused()).isFalse();
    assertThat(plan().problems()).hasSize(1);
  }

  @Test
  void what_a_journal_calls_unfinished_stays_however_old() {
    has("snap-new", 2, "completed");
    has("snap-old", 300, "completed");
    unfinished.add(new RunId("run-snap-old"));

    assertThat(kinds("snap-old")).containsExactly(Kind.UNFINISHED_RUN);
  }

  @Test
  void a_run_of_the_last_day_stays_until_its_copies_are_whole() {
    has("snap-new", 0, "completed");
    Map<String, String> toWest = Map.of(OurTags.COPY_TO, "us-west-1");
    snapshots.add(snapshot("snap-x", HOME, Duration.ofHours(23), "completed", null, toWest));
    assertThat(kinds("snap-x")).containsExactly(Kind.UNFINISHED_RUN);

    Snapshot copy =
        snapshot(
            "snap-xc",
            WEST,
            Duration.ofHours(22),
            "completed",
            null,
            Map.of(
                OurTags.RUN, "run-snap-x",
                OurTags.TOKEN, "run-snap-x/vol-1/us-west-1",
                OurTags.SOURCE_SNAPSHOT, "snap-x",
                OurTags.SOURCE_REGION, "us-east-1"));
    snapshots.add(copy);
    assertThat(kinds("snap-x")).containsExactly(Kind.EXPIRED);
  }

  @Test
  void what_is_not_whole_stays_and_what_has_failed_goes_after_a_day() {
    has("snap-good", 9, "completed");
    has("snap-pending", 5, "pending");
    has("snap-recovering", 5, "recovering");
    has("snap-failed", 2, "error");
    snapshots.add(snapshot("snap-new", HOME, Duration.ofHours(23), "error", null, Map.of()));

    assertThat(kinds("snap-good")).containsExactly(Kind.LAST);
    assertThat(kinds("snap-pending")).containsExactly(Kind.NOT_WHOLE);
    assertThat(kinds("snap-recovering")).containsExactly(Kind.NOT_WHOLE);
    assertThat(kinds("snap-failed")).containsExactly(Kind.BROKEN);
    assertThat(kinds("snap-new")).contains(Kind.NOT_WHOLE);
  }

  @Test
  void a_copy_made_by_hand_with_our_tags_stays_and_displaces_none() {
    has("snap-1", 9, "completed");
    Snapshot byHand =
        new Snapshot(
            new SnapshotId("snap-hand"),
            HOME,
            new VolumeId("vol-ffffffff"),
            "completed",
            "",
            100,
            NOW,
            null,
            8,
            false,
            null,
            "",
            Map.of(OurTags.RUN, "r", OurTags.TOKEN, "r/vol-1", OurTags.SOURCE_VOLUME, "vol-1"));
    snapshots.add(byHand);

    assertThat(kinds("snap-hand")).containsExactly(Kind.NOT_OURS);
    assertThat(kinds("snap-1")).containsExactly(Kind.LAST);
  }

  @Test
  void more_than_the_bound_of_any_volume_refuses_all() {
    has("snap-1", 2, "completed");
    has("snap-2", 3, "completed");
    has("snap-3", 4, "completed");
    mostPercent = 50;

    assertThat(plan().refused()).isTrue();
    assertThat(plan().problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.PRUNE_TOO_MUCH);
              assertThat(problem.message())
                  .endsWith("vol-1 in us-east-1; it is 2 of 3 snapshots, more than 50 % at once");
            });
    mostPercent = 67;
    assertThat(plan().refused()).isFalse();
  }

  @Test
  void half_is_not_more_than_half_and_failed_ones_do_not_count() {
    has("snap-1", 2, "completed");
    has("snap-2", 3, "completed");
    has("snap-3", 4, "error");
    has("snap-4", 5, "error");
    mostPercent = 50;

    assertThat(plan().refused()).isFalse();
    assertThat(plan().removals()).hasSize(3);
  }

  private PrunePlan plan() {
    return PrunePlanner.plan(
        new PruneFindings(Set.of(HOME, WEST), snapshots, uses, unsure),
        LAST_ONE,
        mostPercent,
        unfinished,
        NOW);
  }

  private PruneEntry entry(String id) {
    return plan().entries().stream()
        .filter(entry -> entry.snapshot().id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private List<Kind> kinds(String id) {
    return entry(id).reasons().stream().map(PruneReason::kind).toList();
  }

  private String why(String id) {
    return entry(id).why();
  }

  private void has(String id, int daysOld, String state) {
    snapshots.add(snapshot(id, HOME, daysOld, state, null, Map.of()));
  }

  private void hasCopy(String id, int daysOld, String state, @Nullable String key) {
    snapshots.add(copy(id, daysOld, state, key, "snap-gone"));
  }

  private static Snapshot copy(
      String id, int daysOld, String state, @Nullable String key, String source) {
    return snapshot(
        id,
        WEST,
        daysOld,
        state,
        key,
        Map.of(
            OurTags.TOKEN,
            "run-" + id + "/vol-1/us-west-1",
            OurTags.SOURCE_SNAPSHOT,
            source,
            OurTags.SOURCE_REGION,
            "us-east-1"));
  }

  private static Snapshot snapshot(
      String id,
      Region region,
      int daysOld,
      String state,
      @Nullable String key,
      Map<String, String> tags) {
    return snapshot(id, region, Duration.ofDays(daysOld), state, key, tags);
  }

  private static Snapshot snapshot(
      String id,
      Region region,
      Duration age,
      String state,
      @Nullable String key,
      Map<String, String> tags) {
    Map<String, String> all = new HashMap<>();
    all.put(OurTags.RUN, "run-" + id);
    all.put(OurTags.TOKEN, "run-" + id + "/vol-1");
    all.put(OurTags.SOURCE_VOLUME, "vol-1");
    all.putAll(tags);
    return new Snapshot(
        new SnapshotId(id),
        region,
        new VolumeId(region.equals(HOME) ? "vol-1" : "vol-ffffffff"),
        state,
        "",
        100,
        NOW.minus(age),
        null,
        8,
        key != null,
        key,
        "",
        all);
  }
}
