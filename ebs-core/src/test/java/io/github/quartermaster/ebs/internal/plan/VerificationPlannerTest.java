package io.github.quartermaster.ebs.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.BackupCheck;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Prices;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.VerificationFindings;
import io.github.quartermaster.ebs.model.VerificationLevel;
import io.github.quartermaster.ebs.model.VerificationPlan;
import io.github.quartermaster.ebs.model.VerificationRules;
import io.github.quartermaster.ebs.model.VerificationScope;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerificationPlannerTest {
  private static final Region HOME = new Region("us-east-1");
  private static final Region WEST = new Region("us-west-2");
  private static final VolumeId DATA = new VolumeId("vol-data");
  private static final Instant NIGHT = Instant.parse("2026-11-25T01:00:00Z");
  private static final String KEY = "arn:aws:kms:us-west-2:111122223333:key/1";

  private final List<Snapshot> snapshots = new ArrayList<>();
  private final Map<VolumeId, Volume> volumes = new HashMap<>();
  private final Map<Region, String> keys = new HashMap<>();
  private final Set<Region> unsure = new HashSet<>();
  private final List<VolumeSpec> specs = new ArrayList<>();
  private VerificationScope scope = new VerificationScope.Newest();
  private boolean encryptCopies;

  @Test
  void a_snapshot_and_its_copy_are_one_backup() {
    has(source("run-1", 0), copy("run-1", 0));

    VerificationPlan plan = plan();

    assertThat(problems(plan)).isEmpty();
    assertThat(plan.checks())
        .singleElement()
        .satisfies(check -> assertThat(check.snapshots()).isEqualTo(snapshots));
  }

  @Test
  void only_the_newest_is_looked_at_unless_all_are_wanted() {
    has(source("run-1", 0), source("run-2", 1), source("run-3", 2));

    assertThat(plan().checks()).extracting(BackupCheck::run).containsExactly("run-3");
    scope = new VerificationScope.All();
    assertThat(plan().checks())
        .extracting(BackupCheck::run)
        .containsExactly("run-3", "run-2", "run-1");
  }

  @Test
  void the_newest_that_is_under_way_or_broken_is_told_and_not_passed_over() {
    has(source("run-1", 0), with(source("run-2", 1), "pending", 8, null, Map.of()));
    assertThat(problems(plan())).containsExactly(ProblemCode.SNAPSHOT_NOT_WHOLE);

    has(with(source("run-3", 2), "error", 8, null, Map.of()));
    assertThat(problems(plan())).containsExactly(ProblemCode.SNAPSHOT_FAILED);
  }

  @Test
  void sizes_are_compared_with_the_volume_which_may_have_grown_and_with_the_snapshot() {
    has(source("run-1", 0), with(copy("run-1", 0), "completed", 9, null, Map.of()));
    volume(16, null);
    assertThat(problems(plan())).containsExactly(ProblemCode.SIZE_DIFFERS);

    volume(4, null);
    assertThat(problems(plan()))
        .containsExactly(ProblemCode.SIZE_DIFFERS, ProblemCode.SIZE_DIFFERS);
  }

  @Test
  void what_is_encrypted_must_have_encrypted_snapshots_and_copies() {
    has(with(source("run-1", 0), "completed", 8, "key/home", Map.of()), copy("run-1", 0));
    assertThat(problems(plan())).containsExactly(ProblemCode.ENCRYPTION_DIFFERS);

    snapshots.clear();
    has(source("run-1", 0), copy("run-1", 0));
    volume(8, "key/home");
    assertThat(problems(plan())).containsExactly(ProblemCode.ENCRYPTION_DIFFERS);
  }

  @Test
  void copies_are_encrypted_where_that_is_wanted_and_with_the_key_that_is_wanted() {
    has(source("run-1", 0), copy("run-1", 0));
    encryptCopies = true;
    assertThat(problems(plan())).containsExactly(ProblemCode.ENCRYPTION_DIFFERS);

    snapshots.clear();
    has(source("run-1", 0), with(copy("run-1", 0), "completed", 8, KEY, Map.of()));
    keys.put(WEST, KEY);
    assertThat(problems(plan())).isEmpty();
    keys.put(WEST, KEY + "2");
    assertThat(problems(plan())).containsExactly(ProblemCode.ENCRYPTION_DIFFERS);
  }

  @Test
  void a_promised_copy_is_missed_but_not_where_its_region_could_not_be_asked() {
    has(source("run-1", 0));
    assertThat(problems(plan())).containsExactly(ProblemCode.BACKUP_MISSING);

    unsure.add(WEST);
    assertThat(problems(plan())).isEmpty();
  }

  @Test
  void what_the_file_wants_today_was_not_promised_by_older_runs() {
    has(source("run-1", 0), copy("run-1", 0), source("run-2", 1), copy("run-2", 1));
    specs.add(new VolumeSpec(DATA, "", List.of(WEST, new Region("eu-west-1")), 1));
    scope = new VerificationScope.All();

    assertThat(plan().checks()).extracting(check -> check.problems().size()).containsExactly(1, 0);
  }

  @Test
  void what_the_file_does_not_name_is_left_alone_by_the_newest() {
    has(source("run-1", 0), copy("run-1", 0));
    specs.add(new VolumeSpec(new VolumeId("vol-other"), "Other", List.of(), 1));

    assertThat(plan().checks())
        .singleElement()
        .satisfies(check -> assertThat(check.title()).isEqualTo("vol-other (Other)"));
    assertThat(problems(plan())).containsExactly(ProblemCode.BACKUP_MISSING);
  }

  @Test
  void a_copy_of_something_else_and_a_second_one_are_told() {
    Map<String, String> wrong = Map.of(OurTags.SOURCE_SNAPSHOT, "snap-else");
    has(source("run-1", 0), with(copy("run-1", 0), "completed", 8, null, wrong));
    assertThat(problems(plan())).containsExactly(ProblemCode.TAGS_DIFFER);

    snapshots.clear();
    has(source("run-1", 0), copy("run-1", 0), copy("run-1", 0, "snap-twice"));
    assertThat(problems(plan())).containsExactly(ProblemCode.DUPLICATE_SNAPSHOT);
  }

  @Test
  void where_nothing_carries_our_tag_nothing_is_proved() {
    assertThat(plan().problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.BACKUP_MISSING);
  }

  private VerificationPlan plan() {
    VerificationRules rules =
        new VerificationRules(
            scope, VerificationLevel.STATE, 32, 7, encryptCopies, null, null, Prices.DEFAULTS);
    return VerificationPlanner.plan(
        new VerificationFindings(snapshots, volumes, keys, unsure, List.of()),
        rules,
        specs,
        new Material().traits);
  }

  private static List<ProblemCode> problems(VerificationPlan plan) {
    return plan.checks().stream()
        .flatMap(check -> check.problems().stream())
        .map(Problem::code)
        .toList();
  }

  private void has(Snapshot... more) {
    snapshots.addAll(List.of(more));
  }

  private void volume(int sizeGib, @Nullable String key) {
    volumes.put(
        DATA,
        new Volume(
            DATA, HOME, "in-use", sizeGib, "gp3", "a", key != null, key, List.of(), Map.of()));
  }

  private static Snapshot source(String run, int day) {
    return snapshot(
        "snap-" + run,
        HOME,
        DATA,
        day,
        Map.of(
            OurTags.RUN,
            run,
            OurTags.TOKEN,
            run + "/vol-data",
            OurTags.SOURCE_VOLUME,
            "vol-data",
            OurTags.COPY_TO,
            "us-west-2"));
  }

  private static Snapshot copy(String run, int day) {
    return copy(run, day, "snap-copy-" + run);
  }

  private static Snapshot copy(String run, int day, String id) {
    return snapshot(
        id,
        WEST,
        new VolumeId("vol-ffffffff"),
        day,
        Map.of(
            OurTags.RUN,
            run,
            OurTags.TOKEN,
            run + "/vol-data/us-west-2",
            OurTags.SOURCE_VOLUME,
            "vol-data",
            OurTags.SOURCE_SNAPSHOT,
            "snap-" + run,
            OurTags.SOURCE_REGION,
            "us-east-1"));
  }

  private static Snapshot snapshot(
      String id, Region region, VolumeId volume, int day, Map<String, String> tags) {
    return new Snapshot(
        new SnapshotId(id),
        region,
        volume,
        "completed",
        "",
        100,
        NIGHT.plus(Duration.ofDays(day)),
        null,
        8,
        false,
        null,
        "",
        tags);
  }

  private static Snapshot with(
      Snapshot of, String state, int sizeGib, @Nullable String key, Map<String, String> tags) {
    Map<String, String> all = new HashMap<>(of.tags());
    all.putAll(tags);
    return new Snapshot(
        of.id(),
        of.region(),
        of.volume(),
        state,
        "",
        of.percent(),
        of.startedAt(),
        null,
        sizeGib,
        key != null,
        key,
        "",
        all);
  }
}
