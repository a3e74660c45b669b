package io.github.quartermaster.ebs.model;

import java.util.List;

/**
 * Which volumes of a region are asked for; those that are not there are simply not in the answer.
 */
public sealed interface VolumeFilter {
  /** The greatest number of ids in one filter (EC2 takes 200 values). */
  int MOST_IDS = 200;

  /**
   * By their ids.
   *
   * @param ids 1 to {@link #MOST_IDS}
   */
  record Ids(List<VolumeId> ids) implements VolumeFilter {
    /** Copies the list. */
    public Ids {
      ids = List.copyOf(ids);
    }
  }

  /** Those that carry a tag. */
  record Tagged(String key, String value) implements VolumeFilter {}

  /** Those that carry a tag of this key, whatever its value. */
  record HavingTag(String key) implements VolumeFilter {}

  /** Those attached to an instance. */
  record AttachedTo(InstanceId instance) implements VolumeFilter {}
}
