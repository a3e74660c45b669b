package io.github.quartermaster.ebs.model;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A call that makes snapshots, with the tags that it sets while it does. */
public sealed interface Creation {

  /** Where the snapshots come to be; the region that is called. */
  Region region();

  /** Set by the creating call itself, so that nothing of ours ever exists without its token. */
  Map<String, String> tags();

  /** What the snapshot is described as. */
  String description();

  /** The kind of call, for the cloud's limits. */
  Call call();

  /** A snapshot of one volume. */
  record OfVolume(Region region, VolumeId volume, String description, Map<String, String> tags)
      implements Creation {
    /** Copies the tags. */
    public OfVolume {
      tags = Map.copyOf(tags);
    }

    @Override
    public Call call() {
      return Call.CREATE_SNAPSHOT;
    }
  }

  /**
   * Snapshots of volumes of one instance, all of one point in time.
   *
   * @param withoutBoot leaves out the volume that it starts from
   * @param without leaves out these, none of which is the boot volume
   */
  record OfInstance(
      Region region,
      InstanceId instance,
      boolean withoutBoot,
      Set<VolumeId> without,
      String description,
      Map<String, String> tags)
      implements Creation {
    /** Copies the collections. */
    public OfInstance {
      without = Set.copyOf(without);
      tags = Map.copyOf(tags);
    }

    @Override
    public Call call() {
      return Call.CREATE_SNAPSHOT_SET;
    }
  }

  /**
   * A copy in another region.
   *
   * @param region the destination
   * @param source the snapshot, which must be complete
   * @param from the region of the source
   * @param encrypted asks for encryption; where this is false, an encrypted source still makes an
   *     encrypted copy
   * @param key the key to encrypt with, or null for the destination's own; read it by {@link
   *     #kmsKeyId()}
   * @param deadline how long the copy may take at most, or null; read it by {@link #within()}
   */
  record Copy(
      Region region,
      SnapshotId source,
      Region from,
      boolean encrypted,
      @Nullable String key,
      @Nullable Duration deadline,
      String description,
      Map<String, String> tags)
      implements Creation {
    /** Copies the tags. */
    public Copy {
      tags = Map.copyOf(tags);
    }

    /** The key to encrypt with. */
    public Optional<String> kmsKeyId() {
      return Optional.ofNullable(key);
    }

    /** How long the copy may take at most; costs extra. */
    public Optional<Duration> within() {
      return Optional.ofNullable(deadline);
    }

    @Override
    public Call call() {
      return Call.COPY_SNAPSHOT;
    }
  }
}
