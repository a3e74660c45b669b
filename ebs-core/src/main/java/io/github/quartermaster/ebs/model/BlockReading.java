package io.github.quartermaster.ebs.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What reading a snapshot's blocks has shown.
 *
 * @param snapshot whose blocks
 * @param original the snapshot that it is compared with, or null where there is none; read it by
 *     {@link #comparedWith()}
 * @param blocks how many of its blocks hold data
 * @param missing those that the other has and this one lacks
 * @param extra those that this one has and the other lacks
 * @param sampled how many were read whole
 * @param damaged those of the sample whose data is not what its own checksum says
 * @param differing those of the sample whose data is not the other's
 * @param beginning what the volume's first block looks like, such as {@code ext2, ext3 or ext4};
 *     empty where it was not read
 * @param failure why the blocks could not be read, or null; read it by {@link #unreadable()}
 */
public record BlockReading(
    Snapshot snapshot,
    @Nullable Snapshot original,
    long blocks,
    BlockIndexes missing,
    BlockIndexes extra,
    int sampled,
    BlockIndexes damaged,
    BlockIndexes differing,
    String beginning,
    @Nullable Problem failure) {

  /** Of a snapshot whose blocks could not be read. */
  public static BlockReading failed(Snapshot snapshot, Problem failure) {
    return new BlockReading(
        snapshot,
        null,
        0,
        BlockIndexes.NONE,
        BlockIndexes.NONE,
        0,
        BlockIndexes.NONE,
        BlockIndexes.NONE,
        "",
        failure);
  }

  /** The snapshot that it is compared with. */
  public Optional<Snapshot> comparedWith() {
    return Optional.ofNullable(original);
  }

  /** Why the blocks could not be read. */
  public Optional<Problem> unreadable() {
    return Optional.ofNullable(failure);
  }
}
