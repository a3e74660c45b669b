package io.github.quartermaster.ebs.internal.plan;

import static io.github.quartermaster.ebs.internal.plan.Material.HOME;
import static io.github.quartermaster.ebs.internal.plan.Material.RUN;
import static io.github.quartermaster.ebs.internal.plan.Material.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.Severity;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotaChecksTest {
  private final Material material = new Material();

  @Test
  void as_many_unfinished_snapshots_as_a_volume_bears_are_named() {
    material.wants("vol-1", "Data").has("vol-1", "in-use");
    unfinished("vol-1", 5);

    BackupPlan plan = material.plan();

    assertThat(plan.allProblems())
        .extracting(Problem::toString)
        .containsExactly(
            "QUOTA_REACHED: tried to plan a snapshot of vol-1 of line 1; 5 of it are not whole"
                + " (snap-0 pending, snap-1 pending, snap-2 pending, snap-3 pending, snap-4"
                + " pending), and Test cloud bears 5 of a volume of type gp3. Nothing, if they"
                + " complete while the run waits; remove those that failed");
    assertThat(plan.volumes().get(0).isPossible()).isTrue();
  }

  @Test
  void one_less_is_fine_and_so_are_those_of_other_volumes() {
    material.wants("vol-1", "Data").has("vol-1", "in-use");
    unfinished("vol-1", 4);
    unfinished("vol-2", 9);

    assertThat(material.plan().allProblems()).isEmpty();
  }

  @Test
  void a_volume_of_a_cold_type_bears_one() {
    material.wants("vol-1", "Data").has("vol-1", 500, "st1", "in-use", false);
    unfinished("vol-1", 1);

    assertThat(material.plan().allProblems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message())
                    .contains("one of it is not whole (snap-0 pending)")
                    .endsWith("bears 1 of a volume of type st1"));
  }

  @Test
  void what_this_run_has_begun_itself_is_no_obstacle() {
    material.wants("vol-1", "Data").has("vol-1", 500, "st1", "in-use", false);
    unfinished("vol-1", 1);
    material.ours.add(
        Material.made("snap-0", HOME, "vol-1", "pending", Material.tagsOfRun(RUN, RUN + "/vol-1")));

    assertThat(material.plan().allProblems()).isEmpty();
  }

  @Test
  void a_region_that_would_hold_too_many_is_said() {
    material.wants("vol-1", "Data", WEST).has("vol-1", "in-use");
    IntStream.range(0, 1000)
        .forEach(
            number ->
                material.ours.add(
                    Material.made("snap-" + number, WEST, "vol-9", "completed", Map.of())));

    BackupPlan plan = material.plan();

    assertThat(plan.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "QUOTA_REACHED: tried to plan one snapshot more in us-west-1; 1000 of ours are there,"
                + " and Test cloud keeps 1000 in a region unless asked for more. Remove what is not"
                + " needed, or have the limit raised");
    assertThat(plan.problems().get(0).severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void a_region_that_is_just_full_is_fine() {
    material.wants("vol-1", "Data", WEST).has("vol-1", "in-use");
    IntStream.range(0, 999)
        .forEach(
            number ->
                material.ours.add(
                    Material.made("snap-" + number, WEST, "vol-9", "completed", Map.of())));

    assertThat(material.plan().problems()).isEmpty();
  }

  private void unfinished(String volume, int count) {
    IntStream.range(0, count)
        .forEach(
            number ->
                material.unfinished.add(
                    Material.made("snap-" + number, HOME, volume, "pending", Map.of())));
  }
}
