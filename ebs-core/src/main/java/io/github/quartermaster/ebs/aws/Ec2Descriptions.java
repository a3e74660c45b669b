package io.github.quartermaster.ebs.aws;

import io.github.quartermaster.ebs.model.Instance;
import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.Page;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.InstanceBlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * What EC2 describes, in our words. A snapshot without its time, or anything without its id, makes
 * no sense: what is deleted is chosen by them.
 */
final class Ec2Descriptions {
  private Ec2Descriptions() {}

  static <S, T> Page<T> page(List<S> items, Function<S, T> understand, @Nullable String next) {
    return new Page<>(
        items.stream().map(understand).toList(), next == null || next.isEmpty() ? null : next);
  }

  static Snapshot snapshot(Region region, software.amazon.awssdk.services.ec2.model.Snapshot told) {
    String state = text(told.stateAsString());
    Instant start = required(told.startTime(), "a snapshot without a time");
    return new Snapshot(
        new SnapshotId(required(told.snapshotId(), "a snapshot without an id")),
        region,
        new VolumeId(required(told.volumeId(), "a snapshot without a volume")),
        state,
        text(told.stateMessage()),
        state.equals("completed") ? 100 : percent(text(told.progress())),
        start,
        told.completionTime(),
        number(told.volumeSize()),
        Boolean.TRUE.equals(told.encrypted()),
        told.kmsKeyId(),
        text(told.description()),
        tags(told.tags()),
        text(told.storageTierAsString()));
  }

  /** A volume that was made a moment ago; the answer is of the same form as the list's. */
  static Volume volume(
      Region region, software.amazon.awssdk.services.ec2.model.CreateVolumeResponse told) {
    return new Volume(
        new VolumeId(required(told.volumeId(), "a volume without an id")),
        region,
        text(told.stateAsString()),
        number(told.size()),
        text(told.volumeTypeAsString()),
        told.iops(),
        told.throughput(),
        text(told.availabilityZone()),
        Boolean.TRUE.equals(told.encrypted()),
        told.kmsKeyId(),
        List.of(),
        tags(told.tags()));
  }

  static Volume volume(Region region, software.amazon.awssdk.services.ec2.model.Volume told) {
    return new Volume(
        new VolumeId(required(told.volumeId(), "a volume without an id")),
        region,
        text(told.stateAsString()),
        number(told.size()),
        text(told.volumeTypeAsString()),
        told.iops(),
        told.throughput(),
        text(told.availabilityZone()),
        Boolean.TRUE.equals(told.encrypted()),
        told.kmsKeyId(),
        told.attachments().stream()
            // what AWS itself attaches names no instance
            .filter(attached -> attached.instanceId() != null)
            .map(
                attached ->
                    new Volume.Attachment(
                        new InstanceId(attached.instanceId()), text(attached.device())))
            .toList(),
        tags(told.tags()));
  }

  static Instance instance(software.amazon.awssdk.services.ec2.model.Instance told) {
    @Nullable VolumeId boot = null;
    for (InstanceBlockDeviceMapping device : told.blockDeviceMappings()) {
      if (isVolume(device) && Objects.equals(device.deviceName(), told.rootDeviceName())) {
        boot = new VolumeId(device.ebs().volumeId());
      }
    }
    return new Instance(
        new InstanceId(required(told.instanceId(), "an instance without an id")),
        boot,
        told.blockDeviceMappings().stream()
            .filter(Ec2Descriptions::isVolume)
            .map(device -> new VolumeId(device.ebs().volumeId()))
            .toList());
  }

  static <T> T required(@Nullable T value, String otherwise) {
    if (value == null) {
      throw new SenselessAnswerException("the answer holds " + otherwise);
    }
    return value;
  }

  private static boolean isVolume(InstanceBlockDeviceMapping device) {
    return device.ebs() != null && device.ebs().volumeId() != null;
  }

  private static int percent(String progress) {
    String digits = progress.endsWith("%") ? progress.substring(0, progress.length() - 1) : "";
    return digits.matches("[0-9]{1,3}") ? Math.min(100, Integer.parseInt(digits)) : 0;
  }

  private static Map<String, String> tags(List<Tag> told) {
    Map<String, String> tags = new HashMap<>();
    told.forEach(tag -> tags.putIfAbsent(text(tag.key()), text(tag.value())));
    return tags;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static long number(@Nullable Integer value) {
    return value == null ? 0 : value;
  }
}
