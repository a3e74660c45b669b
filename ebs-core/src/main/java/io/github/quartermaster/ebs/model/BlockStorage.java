package io.github.quartermaster.ebs.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The port through which a cloud's volumes and snapshots are reached. One method call is one
 * request: an implementation never repeats one, never waits, and never takes an answer that makes
 * no sense for a good one, so that all patience, all limits and the care that nothing is done twice
 * are in one place, above it. Where a cloud has no single request for it, others that only read may
 * come before the one that changes something; an answer is {@link Answer.Ambiguous} only if nobody
 * knows what became of that one.
 *
 * <p>Implementations are safe for use by several threads. They throw nothing for what a cloud or a
 * network does; that is an {@link Answer}.
 */
public interface BlockStorage extends AutoCloseable {

  /** What is true of the cloud as a whole; asks nobody. */
  StorageTraits traits();

  /**
   * The region in whose zones volumes come to be that are made from snapshots of a region; asks
   * nobody. It is the same, unless that one is a store of backups beside another.
   */
  default Region volumesOf(Region snapshots) {
    return snapshots;
  }

  /** The regions that this account may use. */
  Answer<Set<Region>> regions();

  /**
   * Volumes of a region.
   *
   * @param next where to go on, from the page before, or null for the first page
   */
  Answer<Page<Volume>> volumes(Region region, VolumeFilter filter, @Nullable String next);

  /** Instances of a region, with their volumes; those that are not there are left out. */
  Answer<List<Instance>> instances(Region region, Collection<InstanceId> ids);

  /**
   * Our own snapshots of a region.
   *
   * @param next where to go on, from the page before, or null for the first page
   */
  Answer<Page<Snapshot>> snapshots(Region region, SnapshotFilter filter, @Nullable String next);

  /** Makes snapshots: one for a volume or a copy, several for an instance. */
  Answer<List<CreatedSnapshot>> create(Creation creation);

  /**
   * Asks whether {@link #create} would be allowed, and creates nothing: the creation itself if so,
   * else {@link Answer.Refused.Reason#PERMISSION} in the cloud's words.
   */
  Answer<Creation> rehearse(Creation creation);

  /** Sets tags of a snapshot; those of other keys stay. */
  Answer<SnapshotId> tag(Region region, SnapshotId snapshot, Map<String, String> tags);

  /** Removes a snapshot. One that is not there is {@link Answer.Refused.Reason#NOT_FOUND}. */
  Answer<SnapshotId> delete(Region region, SnapshotId snapshot);

  /**
   * Makes a volume from a snapshot. May be repeated: the same client token gives the same volume,
   * and is {@link Answer.Refused.Reason#INVALID} with anything else that differs.
   */
  Answer<Volume> createVolume(VolumeCreation creation);

  /**
   * Removes a volume. One that is not there is {@link Answer.Refused.Reason#NOT_FOUND}, one that is
   * attached {@link Answer.Refused.Reason#IN_USE}.
   */
  Answer<VolumeId> deleteVolume(Region region, VolumeId volume);

  /**
   * What needs our snapshots of a region to stay, of one kind.
   *
   * @param only the one snapshot that is asked about, or null for all
   * @param next where to go on, from the page before, or null for the first page
   */
  Answer<Page<SnapshotUse>> uses(
      Region region, SnapshotUse.Kind kind, @Nullable SnapshotId only, @Nullable String next);

  /**
   * The blocks of a snapshot that hold data, in the order of their indexes; a page may be empty
   * although another follows. Only of clouds whose traits say that they have {@linkplain
   * StorageTraits#blockMaps() block maps}.
   *
   * @param from the least index that is asked for; of no meaning where the list goes on
   * @param next where to go on, from the page before, or null for the first page; it does not live
   *     for ever, and one that does not any more is {@link Answer.Refused.Reason#INVALID}
   */
  default Answer<Page<BlockReference>> blocks(
      Region region, SnapshotId snapshot, int from, @Nullable String next) {
    return new Answer.Refused<>(
        Answer.Refused.Reason.UNSUPPORTED, traits().cloud() + " does not tell a snapshot's blocks");
  }

  /** Reads a block, as {@link #blocks} has named it. */
  default Answer<Block> block(Region region, SnapshotId snapshot, BlockReference block) {
    return new Answer.Refused<>(
        Answer.Refused.Reason.UNSUPPORTED, traits().cloud() + " does not tell a snapshot's blocks");
  }

  /** Whether the region encrypts everything new by itself. */
  Answer<Boolean> encryptsByDefault(Region region);

  /**
   * A key that copies into a region are to be encrypted with. One that is not there is {@link
   * Answer.Refused.Reason#NOT_FOUND}; that it may not be described says nothing about its use.
   *
   * @param name as the user gives it, by whatever names the cloud has for keys
   */
  Answer<EncryptionKey> key(Region region, String name);

  /** Lets go of connections. */
  @Override
  void close();

  /**
   * What a creating call says that it made.
   *
   * @param volume the volume that was snapshotted; of a copy null
   */
  record CreatedSnapshot(SnapshotId id, @Nullable VolumeId volume) {}
}
