package io.github.quartermaster.ebs.internal.plan;

import static io.github.quartermaster.ebs.internal.plan.Material.EUROPE;
import static io.github.quartermaster.ebs.internal.plan.Material.HOME;
import static io.github.quartermaster.ebs.internal.plan.Material.RUN;
import static io.github.quartermaster.ebs.internal.plan.Material.WEST;
import static io.github.quartermaster.ebs.internal.plan.Material.made;
import static io.github.quartermaster.ebs.internal.plan.Material.tagsOfRun;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.CloudFindings;
import io.github.quartermaster.ebs.model.Consistency;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.PlannedCopy;
import io.github.quartermaster.ebs.model.PlannedVolume;
import io.github.quartermaster.ebs.model.Prices;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupPlannerTest {
  private final Material material = new Material();

  @Test
  void snapshot_is_named_for_people_and_tagged_for_us() {
    material.wants("vol-1", "My vol", WEST, EUROPE).has("vol-1", "in-use");
    PlannedVolume volume = only();
    assertThat(volume.creation().description()).isEqualTo("My vol vol-1, run build-42");
    assertThat(volume.creation().tags())
        .isEqualTo(
            Map.of(
                "Name", "My vol vol-1",
                "ebs-core:token", "build-42/vol-1",
                "ebs-core:run", "build-42",
                "ebs-core:source-volume", "vol-1",
                "ebs-core:volume", "type=gp3 size=100 zone=us-east-1a",
                "ebs-core:copy-to", "us-west-1 eu-west-1"));
    assertThat(material.plan().allProblems()).isEmpty();
  }

  @Test
  void snapshot_without_description_is_named_by_its_volume() {
    material.wants("vol-1", "").has("vol-1", "in-use");
    assertThat(only().tags()).containsEntry("Name", "vol-1").doesNotContainKey(OurTags.COPY_TO);
    assertThat(only().description()).isEqualTo("vol-1, run build-42");
  }

  @Test
  void copy_carries_what_its_source_would_lose() {
    material.wants("vol-1", "My vol", WEST).has("vol-1", "in-use");
    PlannedCopy copy = only().copies().get(0);
    assertThat(copy.creation(new SnapshotId("snap-1")).tags())
        .isEqualTo(
            Map.of(
                "Name", "My vol vol-1",
                "ebs-core:token", "build-42/vol-1/us-west-1",
                "ebs-core:run", "build-42",
                "ebs-core:source-volume", "vol-1",
                "ebs-core:source-snapshot", "snap-1",
                "ebs-core:volume", "type=gp3 size=100 zone=us-east-1a",
                "ebs-core:source-region", "us-east-1"));
  }

  @Test
  void snapshot_and_copy_keep_the_volumes_own_tags_and_no_others() {
    material.wants("vol-1", "My vol", WEST);
    tagged("vol-1", Map.of("app", "alfresco", "aws:backup", "x", "ebs-core:restore", "y"));

    assertThat(only().tags())
        .containsEntry("ebs-core:tag:app", "alfresco")
        .doesNotContainKeys("ebs-core:tag:aws:backup", "ebs-core:tag:ebs-core:restore");
    assertThat(only().copies().get(0).tags()).containsEntry("ebs-core:tag:app", "alfresco");
  }

  @Test
  void tags_for_which_there_is_no_room_are_told() {
    material.wants("vol-1", "My vol");
    tagged(
        "vol-1",
        IntStream.range(0, 31)
            .boxed()
            .collect(Collectors.toMap(number -> "key-" + number, number -> "value")));

    assertThat(only().tags().keySet())
        .filteredOn(key -> key.startsWith("ebs-core:tag:"))
        .hasSize(30);
    assertThat(material.plan().allProblems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.TEXT_CUT);
              assertThat(problem.isError()).isFalse();
              assertThat(problem.message()).contains("room for 30 of its 31 tags");
            });
  }

  @Test
  void what_the_first_call_of_a_run_has_kept_of_a_volume_stays_when_the_volume_has_changed() {
    material.wants("vol-1", "My vol", WEST).has("vol-1", 100, "in-use", false);
    material.ours.addAll(Material.executed(material.plan()));
    material.has("vol-1", 200, "in-use", false);

    assertThat(only().tags()).containsEntry("ebs-core:volume", "type=gp3 size=100 zone=us-east-1a");
    assertThat(only().copies().get(0).tags())
        .containsEntry("ebs-core:volume", "type=gp3 size=100 zone=us-east-1a");
  }

  private void tagged(String id, Map<String, String> tags) {
    VolumeId volume = new VolumeId(id);
    material.volumes.put(
        volume,
        new Volume(volume, HOME, "in-use", 100, "gp3", "us-east-1a", false, null, List.of(), tags));
  }

  @Test
  void long_description_is_cut_and_the_id_is_not() {
    material.wants("vol-1", "x".repeat(249) + "\uD83D\uDE00y").has("vol-1", "in-use");
    assertThat(only().tags().get("Name")).isEqualTo("x".repeat(249) + " vol-1");
    assertThat(only().description()).hasSize(255).endsWith("x vol-1, run build-42");
    assertThat(codes(only().problems())).containsExactly(ProblemCode.TEXT_CUT);
    assertThat(only().isPossible()).isTrue();
  }

  @Test
  void control_characters_become_blanks() {
    material.wants("vol-1", "a\nb\u0000c\uD800d\uFFFFe\u00E4").has("vol-1", "in-use");
    assertThat(only().tags().get("Name")).isEqualTo("a b c d e\u00E4 vol-1");
    assertThat(codes(only().problems())).containsExactly(ProblemCode.TEXT_CUT);
  }

  @Test
  void missing_or_unready_volume_fails_by_itself() {
    material.wants("vol-1", "One").wants("vol-2", "Two").wants("vol-3", "Three");
    material.has("vol-2", "creating").has("vol-3", "available");
    BackupPlan plan = material.plan();
    assertThat(plan.isRefused()).isFalse();
    assertThat(plan.volumes())
        .extracting(PlannedVolume::isPossible)
        .containsExactly(false, false, true);
    assertThat(plan.allProblems())
        .extracting(Problem::toString)
        .satisfiesExactly(
            one ->
                assertThat(one)
                    .startsWith("VOLUME_NOT_FOUND: tried to find volume vol-1 of line 1;"),
            two ->
                assertThat(two).startsWith("VOLUME_NOT_READY").contains("its state is creating"));
    assertThat(plan.snapshotsToMake()).isOne();
  }

  @Test
  void all_that_is_wrong_with_the_request_is_told_at_once() {
    material.wants("vol-1", "One", new Region("primary"), HOME);
    material.wants("vol-2", "Two", new Region("primary"), new Region("US-WEST-1"));
    material.rules =
        new BackupRules(
            Consistency.VOLUME, false, null, Duration.ofMinutes(20), null, Prices.DEFAULTS);
    assertThat(material.plan().problems())
        .extracting(Problem::toString)
        .satisfiesExactly(
            primary ->
                assertThat(primary)
                    .startsWith("REGION_UNKNOWN")
                    .contains("copies to primary (vol-1 in line 1, vol-2 in line 2)")
                    .contains("Name one of eu-west-1, us-east-1, us-west-1"),
            home ->
                assertThat(home)
                    .startsWith("INVALID_REQUEST")
                    .contains("copies to us-east-1 (vol-1 in line 1); that is where"),
            capitals -> assertThat(capitals).contains("US-WEST-1").endsWith("Write us-west-1"),
            deadline -> assertThat(deadline).contains("20 minutes; a cloud takes only quarters"));
  }

  @Test
  void nothing_named_is_refused() {
    assertThat(codes(material.plan().problems())).containsExactly(ProblemCode.NO_VOLUMES);
  }

  @Test
  void volume_named_twice_is_refused() {
    material.wants("vol-1", "").wants("vol-1", "").has("vol-1", "in-use");
    assertThat(codes(material.plan().problems())).containsExactly(ProblemCode.DUPLICATE_VOLUME);
  }

  @Test
  void copies_and_sets_that_the_cloud_cannot_make_are_refused() {
    material.wants("vol-1", "", WEST).has("vol-1", "in-use");
    material.traits = Material.traits(false, false);
    material.rules = Material.SETS;
    assertThat(codes(material.plan().problems()))
        .containsExactly(ProblemCode.UNSUPPORTED, ProblemCode.UNSUPPORTED);
  }

  @Test
  void source_that_is_no_region_is_told_once() {
    material.wants("vol-1", "").wants("vol-2", "");
    BackupPlan plan =
        BackupPlanner.plan(
            RUN,
            material.specs,
            new Region("nowhere"),
            material.rules,
            new CloudFindings(Set.of(HOME), Map.of(), List.of(), List.of(), List.of(), Set.of()),
            material.traits);
    assertThat(codes(plan.allProblems())).containsExactly(ProblemCode.REGION_UNKNOWN);
  }

  @Test
  void too_many_destinations_for_a_tag_are_refused() {
    Region[] many =
        IntStream.range(0, 40).mapToObj(i -> new Region("region-" + i)).toArray(Region[]::new);
    material.wants("vol-1", "", many).has("vol-1", "in-use");
    assertThat(material.plan().problems())
        .anySatisfy(
            problem ->
                assertThat(problem.toString())
                    .contains("a tag of Test cloud holds 256 characters, and the list"));
  }

  @Test
  void snapshot_of_an_earlier_call_is_adopted() {
    material.wants("vol-1", "", WEST).has("vol-1", "in-use");
    material.ours.add(made("snap-9", HOME, "vol-1", "pending", tagsOfRun(RUN, "build-42/vol-1")));
    assertThat(only().existing()).map(Snapshot::id).contains(new SnapshotId("snap-9"));
    assertThat(material.plan().snapshotsToMake()).isZero();
    assertThat(material.plan().copiesToMake()).isOne();
  }

  @Test
  void snapshot_outlives_its_volume() {
    material.wants("vol-1", "", WEST);
    material.ours.add(made("snap-9", HOME, "vol-1", "completed", tagsOfRun(RUN, "build-42/vol-1")));
    assertThat(only().isPossible()).isTrue();
  }

  @Test
  void another_runs_snapshot_and_a_broken_one_are_not_adopted() {
    material.wants("vol-1", "").has("vol-1", "in-use");
    RunId other = new RunId("build-41");
    material.ours.add(
        made("snap-1", HOME, "vol-1", "completed", tagsOfRun(other, "build-41/vol-1")));
    material.ours.add(made("snap-2", HOME, "vol-1", "error", tagsOfRun(RUN, "build-42/vol-1")));
    assertThat(only().existing()).isEmpty();
  }

  @Test
  void copy_of_an_earlier_call_is_adopted() {
    material.wants("vol-1", "", WEST, EUROPE).has("vol-1", "in-use");
    Map<String, String> tags = new HashMap<>(tagsOfRun(RUN, "build-42/vol-1/us-west-1"));
    tags.put(OurTags.SOURCE_VOLUME, "vol-1");
    material.ours.add(made("snap-9", WEST, "vol-ffffffff", "pending", tags));
    assertThat(only().copies())
        .extracting(copy -> copy.existing().isPresent())
        .containsExactly(true, false);
  }

  @Test
  void first_snapshot_and_first_copy_hold_everything() {
    material.wants("vol-1", "", WEST).has("vol-1", "in-use");
    assertThat(only().first()).isTrue();
    assertThat(only().copies().get(0).full()).isTrue();
    material.ours.addAll(earlier(false, null));
    assertThat(only().first()).isFalse();
    assertThat(only().copies().get(0).full()).isFalse();
  }

  @Test
  void copy_under_another_key_or_unencrypted_before_is_full() {
    material.wants("vol-1", "", WEST).has("vol-1", "in-use");
    material.rules = withKey("key-2");
    material.ours.addAll(earlier(true, "arn:aws:kms:us-west-1:1:key/key-1"));
    assertThat(only().copies().get(0).full()).isTrue();
    material.rules = withKey("arn:aws:kms:us-west-1:1:key/key-1");
    assertThat(only().copies().get(0).full()).isFalse();
    material.rules = withKey("alias/backup");
    assertThat(only().copies().get(0).full()).isFalse();
    material.rules = BackupRules.DEFAULT;
    assertThat(only().copies().get(0).full()).isTrue();
    material.encrypting.add(WEST);
    assertThat(only().copies().get(0).full()).isFalse();
  }

  @Test
  void copies_are_encrypted_where_that_is_asked_for() {
    material.wants("vol-1", "", WEST).has("vol-1", "in-use");
    assertThat(only().copies().get(0).encrypted()).isFalse();
    material.rules = withKey("key-1");
    assertThat(only().copies().get(0).encrypted()).isTrue();
    assertThat(only().copies().get(0).key()).isEqualTo("key-1");
  }

  @Test
  void cost_is_that_of_what_is_to_be_made() {
    material.wants("vol-1", "", WEST).has("vol-1", "in-use");
    // 100 GiB stored twice, and sent once
    assertThat(material.plan().cost().storage()).isEqualByComparingTo("10.00");
    assertThat(material.plan().cost().transfer()).isEqualByComparingTo("2.00");
    assertThat(material.plan().cost().total()).isEqualByComparingTo("12.00");
    material.ours.addAll(earlier(false, null));
    assertThat(material.plan().cost().total()).isEqualByComparingTo("1.20");
    assertThat(material.plan().cost().atMost()).isEqualByComparingTo("12.00");
    material.ours.addAll(Material.executed(material.plan()));
    assertThat(material.plan().cost().total()).isEqualByComparingTo("0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "15 2.00",
        "30 1.80",
        "45 1.80",
        "60 1.60",
        "225 1.40",
        "240 1.20",
        "480 1.00",
        "960 0.50",
        "2880 0.50"
      })
  void deadline_costs_more_the_shorter_it_is(String minutesAndCost) {
    String[] parts = minutesAndCost.split(" ");
    material.wants("vol-1", "", WEST).has("vol-1", "in-use");
    material.rules = within(Duration.ofMinutes(Long.parseLong(parts[0])));
    assertThat(material.plan().cost().deadlines()).isEqualByComparingTo(parts[1]);
    assertThat(material.plan().allProblems()).isEmpty();
  }

  @Test
  void deadline_that_a_full_volume_would_miss_is_warned_of() {
    material.wants("vol-1", "", WEST).has("vol-1", 1024, "in-use", false);
    material.rules = within(Duration.ofMinutes(30));
    assertThat(only().isPossible()).isTrue();
    assertThat(only().problems())
        .singleElement()
        .asString()
        .contains("if all of its 1024 GiB are in use, a copy takes 35 minutes at least");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT14M", "PT15M1S", "PT48H15M", "-PT15M", "PT15M0.001S"})
  void deadline_that_no_cloud_takes_is_refused(String deadline) {
    material.wants("vol-1", "", WEST).has("vol-1", "in-use");
    material.rules = within(Duration.parse(deadline));
    assertThat(codes(material.plan().problems())).containsExactly(ProblemCode.INVALID_REQUEST);
  }

  @Test
  void plan_that_costs_too_much_is_refused_with_the_numbers() {
    material.wants("vol-1", "", WEST).has("vol-1", "in-use");
    material.rules = capped("11.99");
    assertThat(material.plan().problems())
        .singleElement()
        .asString()
        .isEqualTo(
            "COST_TOO_HIGH: tried to plan run build-42; it is expected to cost 12.00 USD (storage"
                + " for a month 10.00, transfer 2.00, deadlines 0.00; 12.00 if everything has"
                + " changed), and 11.99 USD is allowed. Allow that much, or ask for fewer volumes"
                + " or copies, or give your own prices");
    material.rules = capped("12");
    assertThat(material.plan().isRefused()).isFalse();
  }

  private PlannedVolume only() {
    assertThat(material.plan().volumes()).hasSize(1);
    return material.plan().volumes().get(0);
  }

  private static List<Snapshot> earlier(boolean encrypted, @Nullable String key) {
    RunId run = new RunId("build-41");
    Map<String, String> copy = new HashMap<>(tagsOfRun(run, "build-41/vol-1/us-west-1"));
    copy.put(OurTags.SOURCE_VOLUME, "vol-1");
    return List.of(
        made("snap-1", HOME, "vol-1", "completed", tagsOfRun(run, "build-41/vol-1")),
        made("snap-2", WEST, "vol-ffffffff", "completed", encrypted, key, copy));
  }

  private static BackupRules withKey(String key) {
    return new BackupRules(Consistency.VOLUME, false, key, null, null, Prices.DEFAULTS);
  }

  private static BackupRules within(Duration deadline) {
    return new BackupRules(Consistency.VOLUME, false, null, deadline, null, Prices.DEFAULTS);
  }

  private static BackupRules capped(String cost) {
    return new BackupRules(
        Consistency.VOLUME, false, null, null, new BigDecimal(cost), Prices.DEFAULTS);
  }

  private static List<ProblemCode> codes(List<Problem> problems) {
    return problems.stream().map(Problem::code).toList();
  }
}
