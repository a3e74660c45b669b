package io.github.quartermaster.ebs.internal.plan;

import static io.github.quartermaster.ebs.internal.plan.Material.HOME;
import static io.github.quartermaster.ebs.internal.plan.Material.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.PlannedRestore;
import io.github.quartermaster.ebs.model.RestorePlan;
import io.github.quartermaster.ebs.model.RestoredVolume;
import io.github.quartermaster.ebs.model.RestoredVolume.Status;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.SwapStep;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SwapPlannerTest {
  private static final InstanceId MACHINE = new InstanceId("i-0a");
  private static final VolumeId DATA = new VolumeId("vol-1");
  private static final VolumeId NEW = new VolumeId("vol-new-1");

  @Test
  void an_instance_is_stopped_once_and_its_volumes_are_exchanged_device_by_device() {
    List<SwapStep> steps =
        steps(
            List.of(attached("vol-1", "/dev/sdf"), attached("vol-2", "/dev/sdg")),
            restored("vol-1", "vol-new-1", "/dev/sdf"),
            restored("vol-2", "vol-new-2", "/dev/sdg"));

    assertThat(steps)
        .containsExactly(
            new SwapStep.Stop(HOME, MACHINE),
            new SwapStep.Detach(HOME, DATA, MACHINE, "/dev/sdf"),
            new SwapStep.Detach(HOME, new VolumeId("vol-2"), MACHINE, "/dev/sdg"),
            new SwapStep.Attach(HOME, NEW, MACHINE, "/dev/sdf"),
            new SwapStep.Attach(HOME, new VolumeId("vol-new-2"), MACHINE, "/dev/sdg"),
            new SwapStep.Start(HOME, MACHINE));
  }

  @Test
  void what_is_at_the_device_now_is_taken_off_whichever_volume_that_is() {
    assertThat(
            steps(
                List.of(attached("vol-other", "/dev/sdf")),
                restored("vol-1", "vol-new-1", "/dev/sdf")))
        .contains(new SwapStep.Detach(HOME, new VolumeId("vol-other"), MACHINE, "/dev/sdf"));
  }

  @Test
  void nothing_is_taken_off_where_the_device_is_free() {
    assertThat(
            steps(
                List.of(attached("vol-root", "/dev/xvda")),
                restored("vol-1", "vol-new-1", "/dev/sdf")))
        .containsExactly(
            new SwapStep.Stop(HOME, MACHINE),
            new SwapStep.Attach(HOME, NEW, MACHINE, "/dev/sdf"),
            new SwapStep.Start(HOME, MACHINE));
  }

  @Test
  void an_instance_that_is_gone_is_for_the_user_to_replace() {
    assertThat(steps(List.of(), restored("vol-1", "vol-new-1", "/dev/sdf")))
        .containsExactly(new SwapStep.Attach(HOME, NEW, null, "/dev/sdf"));
  }

  @Test
  void what_was_attached_to_nothing_and_what_failed_is_in_no_step() {
    assertThat(
            steps(
                List.of(attached("vol-1", "/dev/sdf")),
                restored("vol-2", "vol-new-2", null),
                new RestoredVolume(planned("vol-1", "/dev/sdf"), Status.FAILED, null, null)))
        .isEmpty();
  }

  @Test
  void a_volume_that_is_in_place_already_is_left_there() {
    RestoredVolume inPlace =
        new RestoredVolume(
            planned("vol-1", "/dev/sdf"), Status.ADOPTED, attached("vol-new-1", "/dev/sdf"), null);

    assertThat(steps(List.of(attached("vol-new-1", "/dev/sdf")), inPlace)).isEmpty();
  }

  private static List<SwapStep> steps(List<Volume> attached, RestoredVolume... volumes) {
    return SwapPlanner.steps(
        new RestorePlan(
            new RunId("r"),
            RUN,
            HOME,
            List.of(volumes).stream().map(RestoredVolume::planned).toList(),
            attached,
            List.of()),
        List.of(volumes));
  }

  private static RestoredVolume restored(String old, String made, @Nullable String device) {
    return new RestoredVolume(
        planned(old, device), Status.AVAILABLE, volume(made, List.of()), null);
  }

  private static PlannedRestore planned(String old, @Nullable String device) {
    return new PlannedRestore(
        new VolumeId(old),
        null,
        null,
        null,
        null,
        device == null ? null : new Volume.Attachment(MACHINE, device),
        List.of());
  }

  private static Volume attached(String id, String device) {
    return volume(id, List.of(new Volume.Attachment(MACHINE, device)));
  }

  private static Volume volume(String id, List<Volume.Attachment> attachments) {
    return new Volume(
        new VolumeId(id),
        HOME,
        "available",
        8,
        "gp3",
        null,
        null,
        "us-east-1a",
        false,
        null,
        attachments,
        Map.of());
  }
}
