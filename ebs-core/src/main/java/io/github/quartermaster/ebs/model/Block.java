package io.github.quartermaster.ebs.model;

import java.nio.ByteBuffer;

/**
 * The data of a block.
 *
 * @param data {@link BlockReference#BYTES} of them; each call gives a buffer of its own, to be read
 *     only
 * @param checksum what the cloud says that their SHA-256 is, in Base64
 */
public record Block(ByteBuffer data, String checksum) {
  /** Makes the data unchangeable. */
  public Block {
    data = data.asReadOnlyBuffer();
  }

  @Override
  public ByteBuffer data() {
    return data.duplicate();
  }
}
