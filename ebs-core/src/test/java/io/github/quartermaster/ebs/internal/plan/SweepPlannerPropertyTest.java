package io.github.quartermaster.ebs.internal.plan;

import static io.github.quartermaster.ebs.internal.plan.Material.HOME;
import static io.github.quartermaster.ebs.internal.plan.Material.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SweepPlannerPropertyTest {
  @Property
  void whatever_tags_hold_only_a_drills_volume_goes(
      @ForAll String drill, @ForAll String expires, @ForAll boolean isOfDrill) {
    Map<String, String> tags = new HashMap<>();
    tags.put(OurTags.EXPIRES, expires);
    if (isOfDrill) {
      tags.put(OurTags.DRILL, drill);
    }

    List<Volume> expired = SweepPlanner.expired(List.of(volume("vol-1", "available", tags)), START);

    assertThat(expired.isEmpty() || isOfDrill).isTrue();
  }

  private static Volume volume(String id, String state, Map<String, String> tags) {
    return new Volume(
        new VolumeId(id), HOME, state, 8, "gp3", "us-east-1a", false, null, List.of(), tags);
  }
}
