package io.github.quartermaster.ebs.testkit.internal.ec2;

import io.github.quartermaster.ebs.testkit.model.EmulatedInstance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code DescribeVolumes}, and how a volume is told. */
final class Volumes {
  private static final Duration DELETING = Duration.ofSeconds(2);

  private static final Set<String> FILTERS =
      Set.of(
          "attachment.device",
          "attachment.instance-id",
          "availability-zone",
          "encrypted",
          "size",
          "snapshot-id",
          "status",
          "volume-id",
          "volume-type");

  private Volumes() {}

  static XmlElement describe(Call call) {
    List<String> ids = call.parameters().list("VolumeId");
    Filters filters = Filters.of(call.parameters(), FILTERS, call.account().limits.filterValues());
    List<Volume> candidates =
        ids.isEmpty()
            ? List.copyOf(call.region().volumes.values())
            : ids.stream().distinct().map(call::volume).toList();
    List<Volume> found =
        candidates.stream()
            .filter(volume -> !volume.isGone(call.now(), DELETING))
            .filter(volume -> filters.match(values(call, volume), volume.tags.all()))
            .filter(volume -> isSeen(call, volume, ids, filters))
            .toList();
    Page<Volume> page = Page.of(found, call, !ids.isEmpty());
    return call.answer()
        .withItems("volumeSet", page.items().stream().map(volume -> item(call, volume)))
        .with("nextToken", page.nextToken());
  }

  /** Those that were asked for by id have been looked for already. */
  private static boolean isSeen(Call call, Volume volume, List<String> ids, Filters filters) {
    if (!ids.isEmpty() || volume.isOld()) {
      return true;
    }
    return filters.has("volume-id")
        ? volume.byId.look(call.account().lagById, call.now())
        : volume.byFilter.look(call.account().lagByFilter, call.now());
  }

  /** What CreateVolume tells of one. */
  static XmlElement answer(Call call, Volume volume) {
    XmlElement answer = call.answer();
    fill(answer, call, volume);
    return answer;
  }

  private static Map<String, List<String>> values(Call call, Volume volume) {
    Optional<EmulatedInstance> instance = call.region().instanceOf(volume.id);
    return Map.of(
        "attachment.device",
            instance.map(found -> List.of(device(found, volume))).orElse(List.of()),
        "attachment.instance-id", instance.map(found -> List.of(found.id())).orElse(List.of()),
        "availability-zone", List.of(volume.zone),
        "encrypted", List.of(Boolean.toString(volume.key != null)),
        "size", List.of(Integer.toString(volume.sizeGiB)),
        "snapshot-id", volume.fromSnapshot == null ? List.of() : List.of(volume.fromSnapshot),
        "status", List.of(state(call, volume)),
        "volume-id", List.of(volume.id),
        "volume-type", List.of(volume.type));
  }

  private static XmlElement item(Call call, Volume volume) {
    XmlElement item = XmlElement.item();
    fill(item, call, volume);
    return item;
  }

  private static void fill(XmlElement element, Call call, Volume volume) {
    element
        .with("volumeId", volume.id)
        .with("size", volume.sizeGiB)
        .with("snapshotId", volume.fromSnapshot == null ? "" : volume.fromSnapshot)
        .with("availabilityZone", volume.zone)
        .with("status", state(call, volume))
        .with("createTime", Times.text(volume.created))
        .withItems("attachmentSet", attachments(call, volume))
        .with("volumeType", volume.type)
        .with("iops", VolumeType.of(volume.type).iops(volume.iops, volume.sizeGiB))
        .with("throughput", VolumeType.of(volume.type).throughput(volume.throughput))
        .with("encrypted", volume.key != null)
        .with("kmsKeyId", volume.key)
        .with("multiAttachEnabled", false)
        .withItems("tagSet", Tags.items(volume.tags.all()));
  }

  private static Stream<XmlElement> attachments(Call call, Volume volume) {
    return call.region().instanceOf(volume.id).stream()
        .map(
            instance ->
                XmlElement.item()
                    .with("volumeId", volume.id)
                    .with("instanceId", instance.id())
                    .with("device", device(instance, volume))
                    .with("status", "attached")
                    .with("attachTime", Times.text(volume.created))
                    .with("deleteOnTermination", isRoot(instance, volume)));
  }

  private static boolean isRoot(EmulatedInstance instance, Volume volume) {
    return device(instance, volume).equals(instance.rootDevice());
  }

  private static String device(EmulatedInstance instance, Volume volume) {
    return instance.volumes().entrySet().stream()
        .filter(device -> device.getValue().equals(volume.id))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private static String state(Call call, Volume volume) {
    return volume.state(call.now(), call.region().instanceOf(volume.id).isPresent());
  }
}
