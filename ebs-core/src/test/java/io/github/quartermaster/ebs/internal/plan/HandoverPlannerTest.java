package io.github.quartermaster.ebs.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.model.HandoverFindings;
import io.github.quartermaster.ebs.model.HandoverPlan;
import io.github.quartermaster.ebs.model.HandoverRules;
import io.github.quartermaster.ebs.model.HandoverStep;
import io.github.quartermaster.ebs.model.LifecyclePolicy;
import io.github.quartermaster.ebs.model.LifecycleSchedule;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandoverPlannerTest {
  private static final Region HOME = new Region("us-east-1");
  private static final List<Region> AWAY =
      Stream.of("us-west-1", "us-west-2", "eu-west-1").map(Region::new).toList();

  @Property(tries = 200)
  void each_volume_is_of_the_one_policy_that_copies_it_where_it_is_to_go(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 7) Integer> choices) {
    List<VolumeSpec> specs =
        Stream.iterate(0, index -> index + 1)
            .limit(choices.size())
            .map(index -> spec(index, choices.get(index)))
            .toList();

    HandoverPlan plan = plan(specs, every(24), 7, null);

    assertThat(plan.problems()).isEmpty();
    Map<String, LifecyclePolicy> policies = new HashMap<>();
    for (HandoverStep step : plan.steps()) {
      if (step instanceof HandoverStep.Policy policy) {
        assertThat(policies.put(policy.wanted().group(), policy.wanted())).isNull();
      }
    }
    for (HandoverStep step : plan.steps()) {
      if (step instanceof HandoverStep.VolumeTags tags) {
        VolumeSpec spec =
            specs.stream()
                .filter(each -> each.id().equals(tags.volume()))
                .findFirst()
                .orElseThrow();
        LifecyclePolicy own = policies.get(tags.after().get("ebs-core:handover"));
        assertThat(own.copies())
            .extracting(LifecyclePolicy.Copy::region)
            .containsExactlyInAnyOrderElementsOf(spec.destinations());
      }
    }
    assertThat(plan.steps()).hasSize(policies.size() + specs.size());
  }

  @ParameterizedTest
  @CsvSource({"24, 7, 7", "12, 7, 4", "1, 7, 1", "24, 1, 1", "8, 10, 4"})
  void copies_stay_as_long_as_so_many_snapshots_take(int hours, int keep, int days) {
    HandoverPlan plan = plan(List.of(spec(1, 1)), every(hours), keep, null);

    assertThat(plan.steps().get(0))
        .isInstanceOfSatisfying(
            HandoverStep.Policy.class,
            policy -> assertThat(policy.wanted().copies().get(0).keepDays()).isEqualTo(days));
  }

  @Test
  void from_a_cron_expression_no_time_follows_for_copies() {
    LifecycleSchedule cron = new LifecycleSchedule.Cron("cron(0 3 * * ? *)");

    assertThat(plan(List.of(spec(1, 1)), cron, 7, null).problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.HANDOVER_IMPOSSIBLE);
    assertThat(plan(List.of(spec(1, 1)), cron, 7, 30).problems()).isEmpty();
    assertThat(plan(List.of(spec(1, 0)), cron, 7, null).problems()).isEmpty();
  }

  @Test
  void what_is_not_there_or_makes_no_sense_is_refused() {
    VolumeSpec unknown = new VolumeSpec(new VolumeId("vol-none"), "", List.of(), 1);
    VolumeSpec nowhere =
        new VolumeSpec(new VolumeId("vol-1"), "", List.of(new Region("us-moon-1")), 2);
    VolumeSpec here = new VolumeSpec(new VolumeId("vol-2"), "", List.of(HOME), 3);

    HandoverPlan plan = plan(List.of(unknown, nowhere, here), every(24), 1001, null);

    assertThat(plan.isRefused()).isTrue();
    assertThat(plan.problems())
        .extracting(Problem::code)
        .containsExactlyInAnyOrder(
            ProblemCode.VOLUME_NOT_FOUND,
            ProblemCode.REGION_UNKNOWN,
            ProblemCode.INVALID_REQUEST,
            ProblemCode.INVALID_REQUEST);
  }

  @Test
  void only_intervals_that_the_scheduler_has_can_be_said() {
    assertThatThrownBy(() -> every(5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LifecycleSchedule.Cron("0 3 * * *"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static LifecycleSchedule every(int hours) {
    return new LifecycleSchedule.Every(hours, LocalTime.of(3, 0));
  }

  /** A volume that is copied to those of three regions whose bits are set. */
  private static VolumeSpec spec(int number, int bits) {
    List<Region> destinations =
        Stream.of(0, 1, 2).filter(bit -> (bits >> bit & 1) == 1).map(AWAY::get).toList();
    return new VolumeSpec(new VolumeId("vol-" + number), "", destinations, number + 1);
  }

  private static HandoverPlan plan(
      List<VolumeSpec> specs, LifecycleSchedule schedule, int keep, @Nullable Integer days) {
    Map<VolumeId, Volume> volumes = new HashMap<>();
    for (int number = 0; number < 20; number++) {
      VolumeId id = new VolumeId("vol-" + number);
      volumes.put(
          id, new Volume(id, HOME, "in-use", 8, "gp3", "a", false, null, List.of(), Map.of()));
    }
    Set<Region> regions = Set.of(HOME, AWAY.get(0), AWAY.get(1), AWAY.get(2));
    return HandoverPlanner.plan(
        HOME,
        specs,
        new HandoverRules("role", schedule, keep, days, false, null),
        new HandoverFindings(regions, volumes, List.of(), Map.of()));
  }
}
