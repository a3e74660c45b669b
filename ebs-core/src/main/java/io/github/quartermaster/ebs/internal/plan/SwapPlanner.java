package io.github.quartermaster.ebs.internal.plan;

import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.PlannedRestore;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RestorePlan;
import io.github.quartermaster.ebs.model.RestoredVolume;
import io.github.quartermaster.ebs.model.SwapStep;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says how new volumes are put in the place of old ones: instance by instance, in this order. */
public final class SwapPlanner {
  private final RestorePlan plan;
  private final Region region;

  private SwapPlanner(RestorePlan plan) {
    this.plan = plan;
    region = plan.region();
  }

  /**
   * The steps.
   *
   * @param volumes those that can be used are swapped in
   */
  public static List<SwapStep> steps(RestorePlan plan, List<RestoredVolume> volumes) {
    return new SwapPlanner(plan).steps(volumes);
  }

  private List<SwapStep> steps(List<RestoredVolume> volumes) {
    Map<InstanceId, List<RestoredVolume>> byInstance = new TreeMap<>();
    List<SwapStep> steps = new ArrayList<>();
    for (RestoredVolume volume : volumes) {
      Optional<InstanceId> instance =
          volume.planned().attachment().map(Volume.Attachment::instance);
      if (volume.isUsable() && instance.isPresent() && !isInPlace(volume)) {
        byInstance.computeIfAbsent(instance.get(), id -> new ArrayList<>()).add(volume);
      }
    }
    byInstance.forEach(
        (instance, members) -> {
          if (isThere(instance)) {
            steps.addAll(swap(instance, members));
          } else {
            members.forEach(member -> steps.add(attach(member, null)));
          }
        });
    return steps;
  }

  private List<SwapStep> swap(InstanceId instance, List<RestoredVolume> members) {
    List<SwapStep> steps = new ArrayList<>();
    steps.add(new SwapStep.Stop(region, instance));
    for (RestoredVolume member : members) {
      String device = device(member.planned());
      occupant(instance, device)
          .ifPresent(old -> steps.add(new SwapStep.Detach(region, old, instance, device)));
    }
    members.forEach(member -> steps.add(attach(member, instance)));
    steps.add(new SwapStep.Start(region, instance));
    return steps;
  }

  private SwapStep attach(RestoredVolume member, @Nullable InstanceId instance) {
    return new SwapStep.Attach(
        region, member.volume().map(Volume::id).orElseThrow(), instance, device(member.planned()));
  }

  /** Whether somebody has taken the steps already. */
  private static boolean isInPlace(RestoredVolume volume) {
    return volume.volume().filter(made -> !made.attachments().isEmpty()).isPresent();
  }

  private boolean isThere(InstanceId instance) {
    return plan.attached().stream().anyMatch(volume -> volume.attachedTo().contains(instance));
  }

  private Optional<VolumeId> occupant(InstanceId instance, String device) {
    return plan.attached().stream()
        .filter(volume -> volume.attachments().contains(new Volume.Attachment(instance, device)))
        .map(Volume::id)
        .findFirst();
  }

  private static String device(PlannedRestore planned) {
    return planned.attachment().map(Volume.Attachment::device).orElse("");
  }
}
