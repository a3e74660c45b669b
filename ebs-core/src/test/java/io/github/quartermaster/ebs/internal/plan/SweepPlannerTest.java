package io.github.quartermaster.ebs.internal.plan;

import static io.github.quartermaster.ebs.internal.plan.Material.HOME;
import static io.github.quartermaster.ebs.internal.plan.Material.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepPlannerTest {
  @Test
  void a_drills_volume_goes_once_its_time_is_over() {
    Volume over = drilled("vol-1", START.minusSeconds(1).toString());
    Volume young = drilled("vol-2", START.plusSeconds(1).toString());

    assertThat(SweepPlanner.expired(List.of(over, young), START)).containsExactly(over);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2020-01-01", "2020-01-01 00:00:00"})
  void a_time_in_other_words_than_ours_is_nobodys_to_act_upon(String expires) {
    assertThat(SweepPlanner.expired(List.of(drilled("vol-1", expires)), START)).isEmpty();
  }

  @Test
  void a_volume_that_expires_but_is_of_no_drill_stays() {
    Volume other = volume("vol-1", "available", Map.of(OurTags.EXPIRES, "2020-01-01T00:00:00Z"));

    assertThat(SweepPlanner.expired(List.of(other), START)).isEmpty();
  }

  @Test
  void what_is_being_deleted_is_left_to_that() {
    Volume going =
        volume(
            "vol-1",
            "deleting",
            Map.of(OurTags.DRILL, "d", OurTags.EXPIRES, "2020-01-01T00:00:00Z"));

    assertThat(SweepPlanner.expired(List.of(going), START)).isEmpty();
  }

  private static Volume drilled(String id, String expires) {
    return volume(id, "available", Map.of(OurTags.DRILL, "d", OurTags.EXPIRES, expires));
  }

  private static Volume volume(String id, String state, Map<String, String> tags) {
    return new Volume(
        new VolumeId(id), HOME, state, 8, "gp3", "us-east-1a", false, null, List.of(), tags);
  }
}
