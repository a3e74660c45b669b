package io.github.quartermaster.ebs.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A volume as its cloud describes it.
 *
 * @param state the cloud's word: {@code available}, {@code in-use}, {@code creating} ...
 * @param sizeGib in GiB
 * @param type the cloud's word, such as {@code gp3}
 * @param iops I/O operations a second, or null where the cloud does not tell
 * @param throughput MiB/s, or null where the cloud does not tell or the type has none
 * @param zone the availability zone
 * @param kmsKeyId the key that it is encrypted with, or null
 * @param attachments the instances that it is attached to; usually one or none
 */
public record Volume(
    VolumeId id,
    Region region,
    String state,
    long sizeGib,
    String type,
    @Nullable Integer iops,
    @Nullable Integer throughput,
    String zone,
    boolean encrypted,
    @Nullable String kmsKeyId,
    List<Attachment> attachments,
    Map<String, String> tags) {

  /**
   * Where a volume is attached.
   *
   * @param device the name that the instance was told to give it, such as {@code /dev/sdf}; empty
   *     where the cloud does not tell
   */
  public record Attachment(InstanceId instance, String device) {}

  /** Copies the collections. */
  public Volume {
    attachments = List.copyOf(attachments);
    tags = Map.copyOf(tags);
  }

  /** One of a cloud that tells neither of IOPS and throughput nor of devices. */
  public Volume(
      VolumeId id,
      Region region,
      String state,
      long sizeGib,
      String type,
      String zone,
      boolean encrypted,
      @Nullable String kmsKeyId,
      List<InstanceId> attachedTo,
      Map<String, String> tags) {
    this(
        id,
        region,
        state,
        sizeGib,
        type,
        null,
        null,
        zone,
        encrypted,
        kmsKeyId,
        attachedTo.stream().map(instance -> new Attachment(instance, "")).toList(),
        tags);
  }

  /** The instances that it is attached to; usually one or none. */
  public List<InstanceId> attachedTo() {
    return attachments.stream().map(Attachment::instance).toList();
  }

  /**
   * Whether the cloud would snapshot it now: one that is being made, deleted or broken it would
   * not.
   */
  public boolean isReady() {
    return state.equals("available") || state.equals("in-use");
  }
}
