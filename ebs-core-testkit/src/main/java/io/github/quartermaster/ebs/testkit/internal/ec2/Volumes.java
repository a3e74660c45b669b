package io.github.quartermaster.ebs.testkit.internal.ec2;

import io.github.quartermaster.ebs.testkit.model.EmulatedInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code DescribeVolumes}, {@code CreateVolume}, {@code DeleteVolume}. */
final class Volumes {
  private static final Duration CREATING = Duration.ofSeconds(2);
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
            .filter(volume -> filters.match(values(call, volume), volume.tags.all()))
            .toList();
    Page<Volume> page = Page.of(found, call, !ids.isEmpty());
    return call.answer()
        .withItems("volumeSet", page.items().stream().map(volume -> item(call, volume)))
        .with("nextToken", page.nextToken());
  }

  static XmlElement create(Call call) {
    Parameters parameters = call.parameters();
    Optional<String> token = parameters.text("ClientToken");
    Map<String, String> said = new HashMap<>(parameters.all());
    said.remove("ClientToken");
    Optional<Map.Entry<Map<String, String>, String>> before =
        token.map(given -> call.region().clientTokens.get(given));
    if (before.isPresent()) {
      if (!before.get().getKey().equals(said)) {
        throw new RefusedException(
            "IdempotentParameterMismatch",
            "The client token has already been used with other parameters.");
      }
      return answer(call, call.volume(before.get().getValue()));
    }
    Volume volume = made(call);
    call.region().volumes.put(volume.id, volume);
    token.ifPresent(given -> call.region().clientTokens.put(given, Map.entry(said, volume.id)));
    return answer(call, volume);
  }

  static XmlElement delete(Call call) {
    Volume volume = call.volume(call.parameters().required("VolumeId"));
    if (call.region().instanceOf(volume.id).isPresent()) {
      throw new RefusedException(
          "VolumeInUse", "Volume " + volume.id + " is currently attached to an instance");
    }
    call.region().volumes.remove(volume.id);
    return call.done();
  }

  private static Volume made(Call call) {
    Parameters parameters = call.parameters();
    String zone = parameters.required("AvailabilityZone");
    if (!zone.matches(call.region().name + "[a-f]")) {
      throw new RefusedException("InvalidZone.NotFound", "The zone '" + zone + "' does not exist.");
    }
    Map<String, String> tags = parameters.tagsOnCreate("volume");
    Tags.check(tags, call.account().limits.tagsPerResource());
    @Nullable Snapshot source = parameters.text("SnapshotId").map(call::snapshot).orElse(null);
    if (source != null && !source.isCompleted(call.now())) {
      throw new RefusedException(
          "IncorrectState", "Snapshot '" + source.id + "' is not in the state 'completed'");
    }
    if (source == null && parameters.number("Size").isEmpty()) {
      throw new RefusedException(
          "MissingParameter", "The request must contain the parameter size or snapshotId");
    }
    int size = parameters.number("Size").orElseGet(() -> source == null ? 0 : source.sizeGiB);
    if (size < 1 || (source != null && size < source.sizeGiB)) {
      throw RefusedException.invalidValue(
          "Volume of " + size + "GiB is too small; the snapshot needs as much as its own size");
    }
    return new Volume(
        call.account().newId("vol"),
        size,
        parameters.text("VolumeType").orElse("gp2"),
        key(call, source),
        zone,
        call.now(),
        source == null ? null : source.id,
        Tags.of(tags));
  }

  private static @Nullable String key(Call call, @Nullable Snapshot source) {
    boolean encrypted =
        call.parameters().flag("Encrypted")
            || call.region().encryptsByDefault
            || (source != null && source.key != null);
    if (!encrypted) {
      return null;
    }
    return call.parameters()
        .text("KmsKeyId")
        .orElse(source != null && source.key != null ? source.key : call.region().keyByDefault());
  }

  private static XmlElement answer(Call call, Volume volume) {
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
    if (call.region().instanceOf(volume.id).isPresent()) {
      return "in-use";
    }
    Instant ready = volume.created.plus(CREATING);
    return call.now().isBefore(ready) ? "creating" : "available";
  }
}
