package io.github.quartermaster.ebs.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A machine of the cloud, for what its volumes have in common.
 *
 * @param bootVolume the volume that it starts from, or null where that is not known
 * @param volumes all that are attached, the boot volume among them
 */
public record Instance(InstanceId id, @Nullable VolumeId bootVolume, List<VolumeId> volumes) {
  /** Copies the list. */
  public Instance {
    volumes = List.copyOf(volumes);
  }
}
