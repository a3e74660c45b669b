package io.github.quartermaster.ebs.testkit.model;

import java.util.List;

/**
 * An AMI of the emulated account, which keeps its snapshots from being deleted.
 *
 * @param id such as {@code ami-0123456789abcdef0}
 * @param snapshotIds the snapshots behind its devices; not to be changed
 * @param disabled whether it can no longer be launched; its snapshots are in use all the same
 */
public record EmulatedImage(String region, String id, List<String> snapshotIds, boolean disabled) {

  /** Copies the list. */
  public EmulatedImage {
    snapshotIds = List.copyOf(snapshotIds);
  }

  /** An available image of one snapshot. */
  public static EmulatedImage of(String region, String id, String snapshotId) {
    return new EmulatedImage(region, id, List.of(snapshotId), false);
  }

  /** The same image, disabled. */
  public EmulatedImage withDisabled() {
    return new EmulatedImage(region, id, snapshotIds, true);
  }
}
