package io.github.quartermaster.ebs.testkit.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;

/**
 * What a volume holds: blocks of 512 KiB that are made up when they are read, the same each time,
 * so that the largest volume takes no room. The first block begins as an ext file system does.
 *
 * @param seed what the data follows from: other seeds, other data
 * @param blocks how many blocks hold data
 * @param distance from one of them to the next, in blocks; 1 where there are no gaps
 */
public record EmulatedContents(long seed, int blocks, int distance) {
  /** The size of a block in bytes. */
  public static final int BLOCK_BYTES = 512 * 1024;

  private static final int BLOCKS_PER_GIB = 2048;
  private static final int EXT_MAGIC_AT = 1024 + 56;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if they describe no volume
   */
  public EmulatedContents {
    if (blocks < 0 || distance < 1) {
      throw new IllegalArgumentException("no contents: " + blocks + ", " + distance);
    }
  }

  /** What a volume holds unless it is said: 40 blocks, each third one. */
  public static EmulatedContents of(String volumeId) {
    return new EmulatedContents(volumeId.hashCode(), 40, 3);
  }

  /** A volume that is full to its last block. */
  public static EmulatedContents full(long seed, int sizeGiB) {
    return new EmulatedContents(seed, sizeGiB * BLOCKS_PER_GIB, 1);
  }

  /** Whether a block holds data. */
  public boolean has(int index) {
    return index >= 0 && index % distance == 0 && index / distance < blocks;
  }

  /** The first block from that one on that holds data; -1 where none does. */
  public int next(int from) {
    int index = Math.max(0, (from + distance - 1) / distance) * distance;
    return has(index) ? index : -1;
  }

  /** The data of a block. */
  public byte[] data(int index) {
    ByteBuffer data = ByteBuffer.allocate(BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    SplittableRandom random = new SplittableRandom(seed * 31 + index);
    while (data.hasRemaining()) {
      data.putLong(random.nextLong());
    }
    if (index == 0) {
      data.putShort(EXT_MAGIC_AT, (short) 0xEF53);
    }
    return data.array();
  }
}
