package io.github.quartermaster.ebs.testkit.internal.ec2;

import io.github.quartermaster.ebs.testkit.model.EmulatedVolume;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code CreateVolume} and {@code DeleteVolume}. */
final class CreatingVolumes {
  private static final Duration CREATING = Duration.ofSeconds(2);

  private CreatingVolumes() {}

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
      return Volumes.answer(call, known(call, before.get().getValue()));
    }
    Volume volume = made(call);
    call.region().volumes.put(volume.id, volume);
    token.ifPresent(given -> call.region().clientTokens.put(given, Map.entry(said, volume.id)));
    return Volumes.answer(call, volume);
  }

  static XmlElement delete(Call call) {
    Volume volume = call.volume(call.parameters().required("VolumeId"));
    if (call.region().instanceOf(volume.id).isPresent()) {
      throw new RefusedException(
          "VolumeInUse", "Volume " + volume.id + " is currently attached to an instance");
    }
    volume.delete(call.now());
    return call.done();
  }

  /** The one that a client token stands for, whether or not looks show it yet. */
  private static Volume known(Call call, String id) {
    Volume volume = call.region().volumes.get(id);
    if (volume == null || volume.isDeleted()) {
      throw new RefusedException(
          "InvalidVolume.NotFound", "The volume '" + id + "' does not exist.");
    }
    return volume;
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
    if (source != null) {
      check(source, call);
    }
    String type = parameters.text("VolumeType").orElse("gp2");
    @Nullable Integer iops = parameters.number("Iops").orElse(null);
    @Nullable Integer throughput = parameters.number("Throughput").orElse(null);
    VolumeType.of(type).check(iops, throughput);
    int size = size(call, source);
    Volume volume =
        new Volume(
            new EmulatedVolume(
                call.region().name,
                call.account().newId("vol"),
                size,
                type,
                iops,
                throughput,
                zone,
                "available",
                key(call, source),
                source == null ? null : source.id,
                tags),
            call.now(),
            CREATING);
    String kind = "volume of " + call.region().name + "/" + volume.fromSnapshot;
    call.account().nextFailure(kind).ifPresent(broken -> volume.breakInTheEnd());
    return volume;
  }

  private static void check(Snapshot source, Call call) {
    if (!source.isCompleted(call.now())) {
      throw new RefusedException(
          "IncorrectState", "Snapshot '" + source.id + "' is not in the state 'completed'");
    }
    if (!source.tier.equals("standard")) {
      throw new RefusedException(
          "InvalidParameterValue", "Snapshot '" + source.id + "' is archived");
    }
  }

  private static int size(Call call, @Nullable Snapshot source) {
    Optional<Integer> asked = call.parameters().number("Size");
    if (source == null && asked.isEmpty()) {
      throw new RefusedException(
          "MissingParameter", "The request must contain the parameter size or snapshotId");
    }
    int size = asked.orElseGet(() -> source == null ? 0 : source.sizeGiB);
    if (size < 1 || (source != null && size < source.sizeGiB)) {
      throw RefusedException.invalidValue(
          "Volume of " + size + "GiB is too small; the snapshot needs as much as its own size");
    }
    long there =
        call.region().volumes.values().stream()
            .filter(volume -> !volume.isDeleted())
            .mapToLong(volume -> volume.sizeGiB)
            .sum();
    if (there + size > call.account().limits.volumeGiBPerRegion()) {
      throw new RefusedException(
          "VolumeLimitExceeded", "You have exceeded your maximum volume storage limit");
    }
    return size;
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
}
