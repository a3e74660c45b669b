package io.github.quartermaster.ebs.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What makes a creating call one that happens once: EC2 has no client token for snapshots and
 * copies, so this text is set as a tag by the creating call itself and is looked for after every
 * answer that is in doubt. {@code <run>/<volume or instance>[/<destination region>]}.
 *
 * @param run the run
 * @param subject the volume, or the instance whose volumes are snapshotted together
 * @param to the region of a copy, or null for a snapshot; read it by {@link #destination()}
 */
public record Token(RunId run, String subject, @Nullable Region to) {

  /** Of the snapshot of a volume. */
  public static Token ofVolume(RunId run, VolumeId volume) {
    return new Token(run, volume.value(), null);
  }

  /** Of the snapshots of an instance's volumes, which are made by one call. */
  public static Token ofInstance(RunId run, InstanceId instance) {
    return new Token(run, instance.value(), null);
  }

  /** Of a copy. */
  public static Token ofCopy(RunId run, VolumeId volume, Region destination) {
    return new Token(run, volume.value(), destination);
  }

  /** Understands the value of a tag; empty where it is no token of the run. */
  public static Optional<Token> parse(RunId run, String value) {
    String[] parts = value.split("/", -1);
    boolean wellFormed =
        (parts.length == 2 || parts.length == 3)
            && parts[0].equals(run.value())
            && ResourceName.isWellFormed(parts[1])
            && (parts.length == 2 || Region.isWellFormed(parts[2]));
    if (!wellFormed) {
      return Optional.empty();
    }
    return Optional.of(new Token(run, parts[1], parts.length == 2 ? null : new Region(parts[2])));
  }

  /** The region of a copy. */
  public Optional<Region> destination() {
    return Optional.ofNullable(to);
  }

  /** The value of the tag. */
  @Override
  public String toString() {
    return run + "/" + subject + (to == null ? "" : "/" + to);
  }
}
