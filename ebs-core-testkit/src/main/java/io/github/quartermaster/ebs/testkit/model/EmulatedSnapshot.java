package io.github.quartermaster.ebs.testkit.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of the emulated account as it really is, whatever EC2's answers let see of it yet.
 *
 * @param id such as {@code snap-0123456789abcdef0}
 * @param volumeId as EC2 tells it: of a copy always {@code vol-ffffffff}
 * @param owner account id
 * @param state such as {@code pending} or {@code completed}
 * @param message why it failed, or empty
 * @param progress percent, from 0 to 100
 * @param start virtual time of its making
 * @param sizeGiB size of the volume in GiB
 * @param key the ARN of the key it is encrypted with, or null if it is not; read it by {@link
 *     #encryptionKey()}
 * @param description may be empty
 * @param copyOf {@code region/snapshot id} it is a copy of, or null; read it by {@link #source()}
 * @param tags in the order of their setting; not to be changed
 */
public record EmulatedSnapshot(
    String region,
    String id,
    String volumeId,
    String owner,
    String state,
    String message,
    int progress,
    Instant start,
    int sizeGiB,
    @Nullable String key,
    String description,
    @Nullable String copyOf,
    Map<String, String> tags) {

  /** Copies the tags. */
  public EmulatedSnapshot {
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
  }

  /**
   * A completed snapshot of the emulated account, unencrypted and without tags: one that was there
   * before the test began.
   */
  public static EmulatedSnapshot of(
      String region, String id, String volumeId, int sizeGiB, Instant start) {
    return new EmulatedSnapshot(
        region,
        id,
        volumeId,
        "111122223333",
        "completed",
        "",
        100,
        start,
        sizeGiB,
        null,
        "",
        null,
        Map.of());
  }

  /** The ARN of the key it is encrypted with, if it is. */
  public Optional<String> encryptionKey() {
    return Optional.ofNullable(key);
  }

  /** What it is a copy of, as {@code region/snapshot id}. */
  public Optional<String> source() {
    return Optional.ofNullable(copyOf);
  }

  /** With one more tag. */
  public EmulatedSnapshot withTag(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(tags);
    more.put(name, value);
    return new EmulatedSnapshot(
        region,
        id,
        volumeId,
        owner,
        state,
        message,
        progress,
        start,
        sizeGiB,
        key,
        description,
        copyOf,
        more);
  }

  /** With another description. */
  public EmulatedSnapshot withDescription(String value) {
    return new EmulatedSnapshot(
        region, id, volumeId, owner, state, message, progress, start, sizeGiB, key, value, copyOf,
        tags);
  }

  /** Of another account. */
  public EmulatedSnapshot withOwner(String account) {
    return new EmulatedSnapshot(
        region,
        id,
        volumeId,
        account,
        state,
        message,
        progress,
        start,
        sizeGiB,
        key,
        description,
        copyOf,
        tags);
  }

  /** In another state, which it keeps, with the message EC2 gives for it. */
  public EmulatedSnapshot withState(String value, String why) {
    return new EmulatedSnapshot(
        region,
        id,
        volumeId,
        owner,
        value,
        why,
        progress,
        start,
        sizeGiB,
        key,
        description,
        copyOf,
        tags);
  }

  /** Encrypted with that key. */
  public EmulatedSnapshot withEncryptionKey(String arn) {
    return new EmulatedSnapshot(
        region,
        id,
        volumeId,
        owner,
        state,
        message,
        progress,
        start,
        sizeGiB,
        arn,
        description,
        copyOf,
        tags);
  }
}
