package io.github.quartermaster.ebs.internal.plan;

import static io.github.quartermaster.ebs.internal.plan.Material.HOME;
import static io.github.quartermaster.ebs.internal.plan.Material.RUN;
import static io.github.quartermaster.ebs.internal.plan.Material.WEST;
import static io.github.quartermaster.ebs.internal.plan.Material.made;
import static io.github.quartermaster.ebs.internal.plan.Material.tagsOfRun;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.PlannedVolume;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AwaitPlannerTest {

  @Test
  void snapshots_and_their_copies_are_found_by_their_tags() {
    Snapshot snapshot =
        made(
            "snap-1",
            HOME,
            "vol-1",
            "pending",
            tags("build-42/vol-1", "Name", "My vol vol-1", OurTags.COPY_TO, "us-west-1"));
    BackupPlan plan = plan(snapshot);
    PlannedVolume volume = plan.volumes().get(0);
    assertThat(volume.spec())
        .isEqualTo(new VolumeSpec(new VolumeId("vol-1"), "My vol", List.of(WEST), 0));
    assertThat(volume.existing()).contains(snapshot);
    assertThat(volume.copies())
        .singleElement()
        .satisfies(copy -> assertThat(copy.existing()).isEmpty())
        .satisfies(copy -> assertThat(copy.token()).hasToString("build-42/vol-1/us-west-1"));
    assertThat(plan.allProblems()).isEmpty();
    assertThat(plan.copiesToMake()).isOne();
  }

  @Test
  void members_of_a_set_are_found_by_its_token() {
    BackupPlan plan =
        plan(
            made("snap-2", HOME, "vol-2", "pending", tags("build-42/i-1")),
            made("snap-1", HOME, "vol-1", "pending", tags("build-42/i-1")));
    assertThat(plan.sets())
        .singleElement()
        .satisfies(
            set ->
                assertThat(set.volumes())
                    .containsExactly(new VolumeId("vol-1"), new VolumeId("vol-2")));
    assertThat(plan.snapshotsToMake()).isZero();
  }

  @Test
  void what_failed_stays_failed() {
    Snapshot broken =
        made(
            "snap-1", HOME, "vol-1", "error", tags("build-42/vol-1", OurTags.COPY_TO, "us-west-1"));
    Snapshot brokenCopy =
        made(
            "snap-2",
            WEST,
            "vol-ffffffff",
            "error",
            tags("build-42/vol-1/us-west-1", OurTags.SOURCE_VOLUME, "vol-1"));
    BackupPlan plan = plan(broken, brokenCopy);
    assertThat(plan.volumes().get(0).existing()).contains(broken);
    assertThat(plan.volumes().get(0).copies().get(0).existing()).contains(brokenCopy);
  }

  @Test
  void whole_snapshot_counts_more_than_a_broken_one() {
    Snapshot broken = made("snap-1", HOME, "vol-1", "error", tags("build-42/vol-1"));
    Snapshot whole = made("snap-2", HOME, "vol-1", "completed", tags("build-42/vol-1"));
    assertThat(plan(broken, whole).volumes().get(0).existing()).contains(whole);
  }

  @Test
  void nothing_found_is_told() {
    BackupPlan plan = plan();
    assertThat(plan.isRefused()).isTrue();
    assertThat(plan.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.RUN_UNKNOWN))
        .asString()
        .contains("tried to find run build-42 in us-east-1; no snapshot there carries its tags");
  }

  @Test
  void tag_that_somebody_changed_is_warned_of() {
    BackupPlan plan =
        plan(
            made(
                "snap-1",
                HOME,
                "vol-1",
                "pending",
                tags("build-42/vol-1", OurTags.COPY_TO, "us-west-1 a,b")));
    assertThat(plan.isRefused()).isFalse();
    assertThat(plan.allProblems()).singleElement().asString().startsWith("REGION_UNKNOWN");
    assertThat(plan.volumes().get(0).copies()).hasSize(1);
  }

  private static BackupPlan plan(Snapshot... found) {
    return AwaitPlanner.plan(
        RUN, HOME, BackupRules.DEFAULT, List.of(found), Material.traits(true, true));
  }

  private static Map<String, String> tags(String token, String... more) {
    Map<String, String> tags = new HashMap<>(tagsOfRun(RUN, token));
    for (int i = 0; i < more.length; i += 2) {
      tags.put(more[i], more[i + 1]);
    }
    return tags;
  }
}
