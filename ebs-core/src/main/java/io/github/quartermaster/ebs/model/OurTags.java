package io.github.quartermaster.ebs.model;

/**
 * The tags that we set, so that everything about a snapshot can be known from the cloud alone. A
 * copy's own volume id is arbitrary and its source's tags do not come along, so that copies need
 * them most.
 */
public final class OurTags {
  /** Before the name of each but {@link #NAME}. */
  public static final String PREFIX = "ebs-core:";

  /** What consoles show: description and volume. */
  public static final String NAME = "Name";

  /** A {@link Token}. */
  public static final String TOKEN = "ebs-core:token";

  /** A {@link RunId}; on everything that we make. */
  public static final String RUN = "ebs-core:run";

  /** The volume that the data is from; members of a set get it after they are made. */
  public static final String SOURCE_VOLUME = "ebs-core:source-volume";

  /** Of a copy: the snapshot that was copied. */
  public static final String SOURCE_SNAPSHOT = "ebs-core:source-snapshot";

  /** Of a copy: the region of the snapshot that was copied. */
  public static final String SOURCE_REGION = "ebs-core:source-region";

  /** Of a snapshot: the regions that it is to be copied to, parted by blanks. */
  public static final String COPY_TO = "ebs-core:copy-to";

  /** Of a snapshot: what its volume was like, as a {@link VolumeShape}. */
  public static final String VOLUME = "ebs-core:volume";

  /** Of a snapshot: before the key of each of the volume's own tags, which are kept with it. */
  public static final String OF_VOLUME = "ebs-core:tag:";

  /** Of a volume: the restore that made it, {@code <run>/<restore>}. */
  public static final String RESTORE = "ebs-core:restore";

  /** Of a volume: the drill that made it, and whose alone it is to remove it. */
  public static final String DRILL = "ebs-core:drill";

  /** Of a drill's volume: from when on any drill may remove it, as ISO 8601 writes a time. */
  public static final String EXPIRES = "ebs-core:expires";

  /**
   * Of a volume, of what the cloud's scheduler makes of it, and of the policy itself: the policy's
   * {@linkplain LifecyclePolicy#group() group}.
   */
  public static final String HANDOVER = "ebs-core:handover";

  private OurTags() {}
}
