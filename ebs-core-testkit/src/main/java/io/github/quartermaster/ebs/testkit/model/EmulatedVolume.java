package io.github.quartermaster.ebs.testkit.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A volume of the emulated account.
 *
 * @param id such as {@code vol-0123456789abcdef0}
 * @param sizeGiB size in GiB
 * @param type such as {@code gp3} or {@code st1}
 * @param iops I/O operations a second, or null for what the type gives; read it by {@link
 *     #provisionedIops()}
 * @param throughput MiB/s of a {@code gp3}, or null for what the type gives
 * @param zone the availability zone
 * @param state such as {@code available}; of one that is added only {@code error} counts, all else
 *     follows from the account
 * @param key the ARN of the key it is encrypted with, or null if it is not; read it by {@link
 *     #encryptionKey()}
 * @param snapshot the id of the snapshot that it was made from, or null; read it by {@link
 *     #madeFrom()}
 * @param tags in the order of their setting; not to be changed
 */
public record EmulatedVolume(
    String region,
    String id,
    int sizeGiB,
    String type,
    @Nullable Integer iops,
    @Nullable Integer throughput,
    String zone,
    String state,
    @Nullable String key,
    @Nullable String snapshot,
    Map<String, String> tags) {

  /** Copies the tags. */
  public EmulatedVolume {
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
  }

  /** A volume of type {@code gp3}, unencrypted and without tags, in the region's first zone. */
  public static EmulatedVolume of(String region, String id, int sizeGiB) {
    return new EmulatedVolume(
        region, id, sizeGiB, "gp3", null, null, region + "a", "available", null, null, Map.of());
  }

  /** The ARN of the key it is encrypted with, if it is. */
  public Optional<String> encryptionKey() {
    return Optional.ofNullable(key);
  }

  /** The I/O operations a second that were asked for. */
  public Optional<Integer> provisionedIops() {
    return Optional.ofNullable(iops);
  }

  /** The snapshot that it was made from. */
  public Optional<String> madeFrom() {
    return Optional.ofNullable(snapshot);
  }

  /** Of another type. */
  public EmulatedVolume withType(String value) {
    return new EmulatedVolume(
        region, id, sizeGiB, value, iops, throughput, zone, state, key, snapshot, tags);
  }

  /** With that performance. */
  public EmulatedVolume withPerformance(@Nullable Integer ioPerSecond, @Nullable Integer mibps) {
    return new EmulatedVolume(
        region, id, sizeGiB, type, ioPerSecond, mibps, zone, state, key, snapshot, tags);
  }

  /** In another zone. */
  public EmulatedVolume inZone(String value) {
    return new EmulatedVolume(
        region, id, sizeGiB, type, iops, throughput, value, state, key, snapshot, tags);
  }

  /** Encrypted with that key, which the account may use in this region from then on. */
  public EmulatedVolume withEncryptionKey(String arn) {
    return new EmulatedVolume(
        region, id, sizeGiB, type, iops, throughput, zone, state, arn, snapshot, tags);
  }

  /** With one more tag. */
  public EmulatedVolume withTag(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(tags);
    more.put(name, value);
    return new EmulatedVolume(
        region, id, sizeGiB, type, iops, throughput, zone, state, key, snapshot, more);
  }
}
