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
 * @param key the ARN of the key it is encrypted with, or null if it is not; read it by {@link
 *     #encryptionKey()}
 * @param tags in the order of their setting; not to be changed
 */
public record EmulatedVolume(
    String region,
    String id,
    int sizeGiB,
    String type,
    @Nullable String key,
    Map<String, String> tags) {

  /** Copies the tags. */
  public EmulatedVolume {
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
  }

  /** A volume of type {@code gp3}, unencrypted and without tags. */
  public static EmulatedVolume of(String region, String id, int sizeGiB) {
    return new EmulatedVolume(region, id, sizeGiB, "gp3", null, Map.of());
  }

  /** The ARN of the key it is encrypted with, if it is. */
  public Optional<String> encryptionKey() {
    return Optional.ofNullable(key);
  }

  /** Of another type. */
  public EmulatedVolume withType(String value) {
    return new EmulatedVolume(region, id, sizeGiB, value, key, tags);
  }

  /** Encrypted with that key, which the account may use in this region from then on. */
  public EmulatedVolume withEncryptionKey(String arn) {
    return new EmulatedVolume(region, id, sizeGiB, type, arn, tags);
  }

  /** With one more tag. */
  public EmulatedVolume withTag(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(tags);
    more.put(name, value);
    return new EmulatedVolume(region, id, sizeGiB, type, key, more);
  }
}
