package io.github.quartermaster.ebs.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot or a copy of one, as its cloud describes it.
 *
 * @param volume the volume that the cloud names; arbitrary for copies, so that {@link
 *     #sourceVolume()} is what to ask
 * @param stateWord the cloud's word; {@link #state()} understands it
 * @param stateMessage why it failed, or an empty text
 * @param percent how much of it is done, from 0 to 100
 * @param startedAt the point in time that its data is of; of a copy, when copying began
 * @param completedAt when it was whole, or null while it is not, or where the cloud does not tell
 * @param sizeGib the size of the volume in GiB
 * @param kmsKeyId the key that it is encrypted with, or null
 * @param tier the cloud's word for how it is kept: {@code standard}, {@code archive}; empty where
 *     it does not tell
 */
public record Snapshot(
    SnapshotId id,
    Region region,
    VolumeId volume,
    String stateWord,
    String stateMessage,
    int percent,
    Instant startedAt,
    @Nullable Instant completedAt,
    long sizeGib,
    boolean encrypted,
    @Nullable String kmsKeyId,
    String description,
    Map<String, String> tags,
    String tier) {

  /**
   * The order in which one of several snapshots of the same token is kept: what is not broken, then
   * the oldest, which whoever lost an answer meant first.
   */
  public static final Comparator<Snapshot> KEPT_FIRST =
      Comparator.<Snapshot, Boolean>comparing(snapshot -> snapshot.state() == SnapshotState.ERROR)
          .thenComparing(Snapshot::startedAt)
          .thenComparing(Snapshot::id);

  /** Copies the tags. */
  public Snapshot {
    tags = Map.copyOf(tags);
  }

  /** One of a cloud that does not tell how it is kept. */
  public Snapshot(
      SnapshotId id,
      Region region,
      VolumeId volume,
      String stateWord,
      String stateMessage,
      int percent,
      Instant startedAt,
      @Nullable Instant completedAt,
      long sizeGib,
      boolean encrypted,
      @Nullable String kmsKeyId,
      String description,
      Map<String, String> tags) {
    this(
        id,
        region,
        volume,
        stateWord,
        stateMessage,
        percent,
        startedAt,
        completedAt,
        sizeGib,
        encrypted,
        kmsKeyId,
        description,
        tags,
        "");
  }

  /** Whether it must be brought back, which takes days, before anything can be made from it. */
  public boolean isArchived() {
    return tier.equals("archive");
  }

  /** How far it is. */
  public SnapshotState state() {
    return SnapshotState.of(stateWord);
  }

  /** The volume that its data is from: as tagged, else as the cloud says. */
  public VolumeId sourceVolume() {
    return tag(OurTags.SOURCE_VOLUME)
        .filter(VolumeId::isWellFormed)
        .map(VolumeId::new)
        .orElse(volume);
  }

  /** The value of a tag. */
  public Optional<String> tag(String key) {
    return Optional.ofNullable(tags.get(key));
  }

  /** When it was whole, where that is known. */
  public Optional<Instant> completed() {
    return Optional.ofNullable(completedAt);
  }
}
