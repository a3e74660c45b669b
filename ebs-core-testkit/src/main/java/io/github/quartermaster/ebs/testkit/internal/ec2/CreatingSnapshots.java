package io.github.quartermaster.ebs.testkit.internal.ec2;

import io.github.quartermaster.ebs.testkit.model.EmulatedInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code CreateSnapshot} and {@code CreateSnapshots}. */
final class CreatingSnapshots {
  private CreatingSnapshots() {}

  static XmlElement createOne(Call call) {
    Volume volume = call.volume(call.parameters().required("VolumeId"));
    Map<String, String> tags = call.parameters().tagsOnCreate("snapshot");
    Tags.check(tags, call.account().limits.tagsPerResource());
    checkLimits(call, volume);
    Snapshot snapshot = create(call, volume, tags);
    call.account()
        .nextFailure("volume " + call.region().name + "/" + volume.id)
        .ifPresent(snapshot::failInTheEnd);
    XmlElement answer = call.answer();
    describe(call, snapshot, answer, "status");
    return answer;
  }

  static XmlElement createSet(Call call) {
    String id = call.parameters().required("InstanceSpecification.InstanceId");
    EmulatedInstance instance = call.region().instances.get(id);
    if (instance == null) {
      throw new RefusedException(
          "InvalidInstanceID.NotFound", "The instance ID '" + id + "' does not exist");
    }
    Map<String, String> tags = call.parameters().tagsOnCreate("snapshot");
    boolean copiesTags =
        call.parameters().text("CopyTagsFromSource").filter("volume"::equals).isPresent();
    List<Volume> volumes = volumes(call, instance);
    Map<Volume, Map<String, String>> allTags = new LinkedHashMap<>();
    for (Volume volume : volumes) {
      Map<String, String> together = copiesTags ? volume.tags.all() : new LinkedHashMap<>();
      together.putAll(tags);
      Tags.check(together, call.account().limits.tagsPerResource());
      checkLimits(call, volume);
      allTags.put(volume, together);
    }
    Optional<String> failure =
        call.account().nextFailure("instance " + call.region().name + "/" + id);
    List<Snapshot> snapshots = new ArrayList<>();
    allTags.forEach((volume, own) -> snapshots.add(create(call, volume, own)));
    failure.ifPresent(message -> snapshots.forEach(each -> each.become("error", message)));
    Stream<XmlElement> items =
        snapshots.stream()
            .map(
                snapshot -> {
                  XmlElement item = XmlElement.item();
                  describe(call, snapshot, item, "state");
                  return item;
                });
    return call.answer().withItems("snapshotSet", items);
  }

  private static List<Volume> volumes(Call call, EmulatedInstance instance) {
    Parameters parameters = call.parameters();
    String root = instance.volumes().get(instance.rootDevice());
    Set<String> excluded = Set.copyOf(parameters.list("InstanceSpecification.ExcludeDataVolumeId"));
    for (String id : excluded) {
      if (id.equals(root) || !instance.volumes().containsValue(id)) {
        throw RefusedException.invalidValue(
            "The volume '" + id + "' is not a data volume of instance " + instance.id());
      }
    }
    boolean withoutRoot = parameters.flag("InstanceSpecification.ExcludeBootVolume");
    List<Volume> volumes =
        instance.volumes().values().stream()
            .filter(id -> !excluded.contains(id) && !(withoutRoot && id.equals(root)))
            .map(call::volume)
            .toList();
    if (volumes.isEmpty()) {
      throw RefusedException.invalidValue("All volumes of " + instance.id() + " are excluded");
    }
    return volumes;
  }

  private static void checkLimits(Call call, Volume volume) {
    Instant now = call.now();
    Duration between = call.account().limits.betweenSnapshotsOfVolume();
    List<Snapshot> ofVolume =
        Stream.concat(
                call.region().snapshots.values().stream(),
                call.region().deletedWhilePending.stream())
            .filter(snapshot -> snapshot.volumeId.equals(volume.id))
            .toList();
    if (ofVolume.stream().anyMatch(other -> now.isBefore(other.start.plus(between)))) {
      throw new RefusedException(
          "SnapshotCreationPerVolumeRateExceeded",
          "The maximum per volume CreateSnapshot request rate has been exceeded. Use an increasing"
              + " or variable sleep interval between requests.");
    }
    int most =
        volume.isCold()
            ? call.account().limits.pendingPerColdVolume()
            : call.account().limits.pendingPerVolume();
    if (ofVolume.stream().filter(other -> countsAsPending(other, now)).count() >= most) {
      throw new RefusedException(
          "ConcurrentSnapshotLimitExceeded",
          "Maximum allowed in-progress snapshots for a single volume exceeded.");
    }
  }

  /** AWS counts failed ones too, as long as they are there. */
  private static boolean countsAsPending(Snapshot snapshot, Instant now) {
    return snapshot.isPending(now) || snapshot.state(now).equals("error");
  }

  private static Snapshot create(Call call, Volume volume, Map<String, String> tags) {
    Snapshot snapshot =
        new Snapshot(
            call.account().newId("snap"),
            volume.id,
            Account.ID,
            call.parameters().text("Description").orElse(""),
            call.now(),
            call.account().snapshotTime.forSize(volume.sizeGiB),
            volume.sizeGiB,
            volume.key,
            null,
            Tags.of(tags));
    snapshot.blocks = new BlockMap(volume.contents);
    call.region().snapshots.put(snapshot.id, snapshot);
    return snapshot;
  }

  /** The state has another name in a set; neither tells a progress yet. */
  private static void describe(Call call, Snapshot snapshot, XmlElement answer, String state) {
    answer
        .with("snapshotId", snapshot.id)
        .with("volumeId", snapshot.volumeId)
        .with(state, snapshot.state(call.now()))
        .with("startTime", Times.text(snapshot.start))
        .with("progress", "")
        .with("ownerId", snapshot.owner)
        .with("volumeSize", snapshot.sizeGiB)
        .with("description", snapshot.description)
        .with("encrypted", snapshot.key != null)
        .withItems("tagSet", Tags.items(snapshot.tags.all()));
  }
}
