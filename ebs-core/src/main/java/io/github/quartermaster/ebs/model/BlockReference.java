package io.github.quartermaster.ebs.model;

/**
 * A block of a snapshot that holds data, as the snapshot's block map names it.
 *
 * @param index which one, from 0: block <i>n</i> holds the volume's bytes from <i>n</i> times
 *     {@link #BYTES} on
 * @param token what the cloud wants to see where the block itself is asked for
 */
public record BlockReference(int index, String token) {
  /** The size of a block, from the EBS direct APIs: 512 KiB. */
  public static final int BYTES = 512 * 1024;

  /** How many blocks a GiB has. */
  public static final int PER_GIB = 2048;

  /**
   * Checks the index.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public BlockReference {
    if (index < 0) {
      throw new IllegalArgumentException(index + " is no block's index");
    }
  }
}
