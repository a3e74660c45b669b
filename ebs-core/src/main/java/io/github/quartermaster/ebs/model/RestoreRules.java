package io.github.quartermaster.ebs.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In what new volumes are to differ from the old ones. What is null stays as it was.
 *
 * @param type the cloud's word, such as {@code gp3}, with the performance that it has by itself;
 *     read it by {@link #volumeType()}
 * @param zone the availability zone of all of them; read it by {@link #targetZone()}
 * @param key the key to encrypt with; read it by {@link #kmsKeyId()}
 */
public record RestoreRules(@Nullable String type, @Nullable String zone, @Nullable String key) {
  /** Everything as it was. */
  public static final RestoreRules AS_IT_WAS = new RestoreRules(null, null, null);

  /**
   * Checks the words.
   *
   * @throws IllegalArgumentException if the type or the zone has other characters than letters,
   *     digits, dots, underscores and hyphens
   */
  public RestoreRules {
    if (type != null && !VolumeShape.isWord(type)) {
      throw new IllegalArgumentException(QuotedText.of(type) + " is no type of volume");
    }
    if (zone != null && !VolumeShape.isWord(zone)) {
      throw new IllegalArgumentException(QuotedText.of(zone) + " is no zone");
    }
  }

  /** The type of all of them. */
  public Optional<String> volumeType() {
    return Optional.ofNullable(type);
  }

  /** The availability zone of all of them. */
  public Optional<String> targetZone() {
    return Optional.ofNullable(zone);
  }

  /** The key to encrypt with. */
  public Optional<String> kmsKeyId() {
    return Optional.ofNullable(key);
  }
}
