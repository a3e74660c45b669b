package io.github.quartermaster.ebs.maven.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.maven.Samples;
import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.Creation;
import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.PlannedSet;
import io.github.quartermaster.ebs.model.Token;
import io.github.quartermaster.maven.TextTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanTextTest {
  private static final PlanText TEXT = new PlanText(TextTable.UNLIMITED);

  @Test
  void volumes_of_an_instance_say_that_they_share_a_point_in_time() {
    InstanceId instance = new InstanceId("i-1");
    PlannedSet set =
        new PlannedSet(
            Token.ofInstance(Samples.RUN, instance),
            new Creation.OfInstance(
                Samples.WEST, instance, false, Set.of(), "Content store", Map.of()),
            List.of(Samples.DATA.id()));
    BackupPlan plan =
        new BackupPlan(
            Samples.RUN, Samples.plan().volumes(), List.of(set), Samples.COST, List.of());

    assertThat(TEXT.lines(plan))
        .anyMatch(
            line ->
                line.endsWith("first snapshot, stored in full; one point in time with all of i-1"))
        .anyMatch(line -> line.endsWith("stores what has changed"));
  }

  @Test
  void plan_without_volumes_says_nothing_beside_its_problems() {
    assertThat(
            TEXT.lines(new BackupPlan(Samples.RUN, List.of(), List.of(), Samples.FREE, List.of())))
        .isEmpty();
  }

  @Test
  void refused_volume_says_why_in_its_row() {
    assertThat(TEXT.lines(Samples.planWithoutIndex()))
        .anyMatch(line -> line.contains("refused") && line.contains("VOLUME_NOT_FOUND: tried to"));
  }
}
