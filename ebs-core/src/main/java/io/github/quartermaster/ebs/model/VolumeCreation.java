package io.github.quartermaster.ebs.model;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call that makes a volume from a snapshot, with the tags that it sets while it does. Safe to
 * repeat: a cloud makes one volume for a client token, however often it is asked.
 *
 * @param region where the snapshot is, and the volume comes to be
 * @param zone the availability zone
 * @param snapshot must be whole
 * @param type the cloud's word, such as {@code gp3}
 * @param iops I/O operations a second that are paid for, or null for what the type gives; left out
 *     by the adapter where the type takes none
 * @param throughput MiB/s that are paid for, or null; likewise
 * @param sizeGib in GiB; at least the snapshot's
 * @param encrypted asks for encryption; what is made from an encrypted snapshot is encrypted anyway
 * @param key the key to encrypt with, or null for the snapshot's or the region's own; asks for
 *     encryption; read it by {@link #kmsKeyId()}
 * @param clientToken names this very volume; 1 to 64 letters, digits and hyphens
 * @param tags set by the call itself
 */
public record VolumeCreation(
    Region region,
    String zone,
    SnapshotId snapshot,
    String type,
    @Nullable Integer iops,
    @Nullable Integer throughput,
    long sizeGib,
    boolean encrypted,
    @Nullable String key,
    String clientToken,
    Map<String, String> tags) {
  /** EC2 takes 64 characters of ASCII. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /**
   * Copies the tags.
   *
   * @throws IllegalArgumentException if the client token has another form, or the size is none
   */
  public VolumeCreation {
    tags = Map.copyOf(tags);
    if (!TOKEN.matcher(clientToken).matches()) {
      throw new IllegalArgumentException(QuotedText.of(clientToken) + " is no client token");
    }
    if (sizeGib < 1) {
      throw new IllegalArgumentException("a volume has 1 GiB at least, not " + sizeGib);
    }
  }

  /** The key to encrypt with. */
  public Optional<String> kmsKeyId() {
    return Optional.ofNullable(key);
  }
}
