package io.github.quartermaster.ebs.internal.plan;

import static io.github.quartermaster.ebs.internal.plan.Material.HOME;
import static io.github.quartermaster.ebs.internal.plan.Material.RUN;
import static io.github.quartermaster.ebs.internal.plan.Material.WEST;
import static io.github.quartermaster.ebs.internal.plan.Material.made;
import static io.github.quartermaster.ebs.internal.plan.Material.tagsOfRun;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.PlannedSet;
import io.github.quartermaster.ebs.model.PlannedVolume;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.VolumeId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SetsTest {
  private final Material material = new Material();

  SetsTest() {
    material.rules = Material.SETS;
  }

  @Test
  void volumes_of_an_instance_are_one_set() {
    material.machine("i-1", "vol-0", "vol-1").wants("vol-0", "Root", WEST).wants("vol-1", "Data");
    PlannedSet set = onlySet();
    assertThat(set.volumes()).containsExactly(new VolumeId("vol-0"), new VolumeId("vol-1"));
    assertThat(set.creation().instance()).isEqualTo(new InstanceId("i-1"));
    assertThat(set.creation().withoutBoot()).isFalse();
    assertThat(set.creation().without()).isEmpty();
    assertThat(set.creation().tags())
        .isEqualTo(
            Map.of(
                "Name", "volumes of i-1",
                "ebs-core:token", "build-42/i-1",
                "ebs-core:run", "build-42"));
    assertThat(material.plan().volumes())
        .allSatisfy(volume -> assertThat(volume.token()).isEqualTo(set.token()));
    assertThat(material.plan().volumes().get(0).tags())
        .isEqualTo(
            Map.of(
                "Name", "Root vol-0",
                "ebs-core:source-volume", "vol-0",
                "ebs-core:volume", "type=gp3 size=100 zone=us-east-1a",
                "ebs-core:copy-to", "us-west-1"));
  }

  @Test
  void destinations_that_all_share_are_set_by_the_creating_call() {
    material.machine("i-1", "vol-0", "vol-1").wants("vol-0", "", WEST).wants("vol-1", "", WEST);
    assertThat(onlySet().creation().tags()).containsEntry(OurTags.COPY_TO, "us-west-1");
  }

  @Test
  void other_volumes_are_left_out() {
    material.machine("i-1", "vol-0", "vol-1", "vol-2", "vol-3");
    material.wants("vol-1", "").wants("vol-2", "");
    assertThat(onlySet().creation().withoutBoot()).isTrue();
    assertThat(onlySet().creation().without()).containsExactly(new VolumeId("vol-3"));
  }

  @Test
  void too_many_to_leave_out_means_each_by_itself() {
    String[] all = IntStream.range(0, 44).mapToObj(i -> "vol-" + i).toArray(String[]::new);
    material.machine("i-1", all).wants("vol-1", "").wants("vol-2", "");
    BackupPlan plan = material.plan();
    assertThat(plan.sets()).isEmpty();
    assertThat(plan.snapshotsToMake()).isEqualTo(2);
    assertThat(plan.allProblems())
        .hasSize(2)
        .first()
        .asString()
        .contains("41 other volumes of i-1 would have to be left out, and 40 can be")
        .contains("It is snapshotted by itself");
  }

  @Test
  void forty_can_be_left_out() {
    String[] all = IntStream.range(0, 43).mapToObj(i -> "vol-" + i).toArray(String[]::new);
    material.machine("i-1", all).wants("vol-1", "").wants("vol-2", "");
    assertThat(onlySet().creation().without()).hasSize(40);
  }

  @Test
  void volume_of_no_or_several_instances_is_by_itself() {
    material.has("vol-1", "available").has("vol-2", "in-use", "i-1", "i-2");
    material.wants("vol-1", "").wants("vol-2", "");
    assertThat(material.plan().sets()).isEmpty();
    assertThat(codes(material.plan()))
        .containsExactly(ProblemCode.SET_IMPOSSIBLE, ProblemCode.SET_IMPOSSIBLE);
    assertThat(material.plan().snapshotsToMake()).isEqualTo(2);
  }

  @Test
  void only_volume_of_an_instance_is_by_itself() {
    material.machine("i-1", "vol-0", "vol-1").wants("vol-1", "");
    assertThat(material.plan().sets()).isEmpty();
    assertThat(material.plan().allProblems()).isEmpty();
    assertThat(material.plan().volumes().get(0).tags())
        .containsEntry(OurTags.TOKEN, "build-42/vol-1");
  }

  @Test
  void volume_that_cannot_be_snapshotted_is_left_out_of_its_set() {
    material.machine("i-1", "vol-0", "vol-1", "vol-2");
    material.has("vol-2", "error", "i-1");
    material.wants("vol-0", "").wants("vol-1", "").wants("vol-2", "");
    assertThat(onlySet().volumes()).hasSize(2);
    assertThat(onlySet().creation().without()).containsExactly(new VolumeId("vol-2"));
  }

  @Test
  void set_of_an_earlier_call_is_adopted() {
    material.machine("i-1", "vol-0", "vol-1").wants("vol-0", "").wants("vol-1", "");
    Stream.of("vol-0", "vol-1").forEach(volume -> adopt(volume, "build-42/i-1"));
    assertThat(material.plan().snapshotsToMake()).isZero();
    assertThat(onlySet().volumes()).hasSize(2);
  }

  @Test
  void set_of_an_earlier_call_is_adopted_also_where_volumes_are_now_by_themselves() {
    material.machine("i-1", "vol-0", "vol-1").wants("vol-0", "").wants("vol-1", "");
    Stream.of("vol-0", "vol-1").forEach(volume -> adopt(volume, "build-42/i-1"));
    material.rules = BackupRules.DEFAULT;
    assertThat(material.plan().snapshotsToMake()).isZero();
    assertThat(onlySet().token()).hasToString("build-42/i-1");
  }

  @Test
  void single_snapshots_of_an_earlier_call_are_adopted_also_where_sets_are_wanted() {
    material.machine("i-1", "vol-0", "vol-1", "vol-2");
    material.wants("vol-0", "").wants("vol-1", "").wants("vol-2", "");
    adopt("vol-0", "build-42/vol-0");
    assertThat(material.plan().snapshotsToMake()).isEqualTo(2);
    assertThat(onlySet().volumes()).containsExactly(new VolumeId("vol-1"), new VolumeId("vol-2"));
    assertThat(onlySet().creation().withoutBoot()).isTrue();
  }

  @Test
  void what_a_set_made_before_lacks_is_by_itself() {
    material.machine("i-1", "vol-0", "vol-1").wants("vol-0", "").wants("vol-1", "");
    adopt("vol-0", "build-42/i-1");
    BackupPlan plan = material.plan();
    assertThat(plan.snapshotsToMake()).isOne();
    assertThat(plan.setOf(plan.volumes().get(1))).isEmpty();
    assertThat(plan.volumes()).extracting(PlannedVolume::token).doesNotHaveDuplicates();
    assertThat(codes(plan)).containsExactly(ProblemCode.SET_IMPOSSIBLE);
  }

  private void adopt(String volume, String token) {
    material.ours.add(made("snap-" + volume, HOME, volume, "completed", tagsOfRun(RUN, token)));
  }

  private PlannedSet onlySet() {
    assertThat(material.plan().sets()).hasSize(1);
    return material.plan().sets().get(0);
  }

  private static List<ProblemCode> codes(BackupPlan plan) {
    return plan.allProblems().stream().map(Problem::code).toList();
  }
}
