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
 * @param zone the availability zone
 * @param kmsKeyId the key that it is encrypted with, or null
 * @param attachedTo the instances that it is attached to; usually one or none
 */
public record Volume(
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

  /** Copies the collections. */
  public Volume {
    attachedTo = List.copyOf(attachedTo);
    tags = Map.copyOf(tags);
  }

  /**
   * Whether the cloud would snapshot it now: one that is being made, deleted or broken it would
   * not.
   */
  public boolean isReady() {
    return state.equals("available") || state.equals("in-use");
  }
}
