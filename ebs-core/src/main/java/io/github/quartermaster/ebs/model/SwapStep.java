package io.github.quartermaster.ebs.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step of putting new volumes in the place of old ones. Nobody here takes it: what a machine
 * runs from is changed by its owner.
 */
public sealed interface SwapStep {
  /** The region of it all. */
  Region region();

  /** The instance is stopped. */
  record Stop(Region region, InstanceId instance) implements SwapStep {}

  /** A volume is taken off; nothing is lost by it. */
  record Detach(Region region, VolumeId volume, InstanceId instance, String device)
      implements SwapStep {}

  /**
   * A new volume takes the place of an old one.
   *
   * @param to the instance, or null where the old one's is not there any more; read it by {@link
   *     #instance()}
   */
  record Attach(Region region, VolumeId volume, @Nullable InstanceId to, String device)
      implements SwapStep {
    /** The instance. */
    public Optional<InstanceId> instance() {
      return Optional.ofNullable(to);
    }
  }

  /** The instance is started again. */
  record Start(Region region, InstanceId instance) implements SwapStep {}
}
