package io.github.quartermaster.ebs.testkit.internal.ec2;

import io.github.quartermaster.ebs.testkit.model.Lag;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tags of one resource. Guarded by its account. */
final class Tags {
  private static final int LONGEST_KEY = 128;
  private static final int LONGEST_VALUE = 256;

  private final Map<String, Tag> tags = new LinkedHashMap<>();

  private record Tag(String value, @Nullable Novelty novelty) {}

  /** Those that a resource has from its first moment on. */
  static Tags of(Map<String, String> values) {
    Tags tags = new Tags();
    values.forEach((key, value) -> tags.tags.put(key, new Tag(value, null)));
    return tags;
  }

  /** Refuses tags that no resource may have. */
  static void check(Map<String, String> tags, int most) {
    tags.forEach(Tags::check);
    if (tags.size() > most) {
      throw new RefusedException("TagLimitExceeded", "More than " + most + " tags specified");
    }
  }

  private static void check(String key, String value) {
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      throw RefusedException.invalidValue(
          "Tag key must be between 1 and " + LONGEST_KEY + " characters in length");
    }
    if (value.length() > LONGEST_VALUE) {
      throw RefusedException.invalidValue(
          "Tag value exceeds the maximum length of " + LONGEST_VALUE + " characters");
    }
    if (key.startsWith("aws:")) {
      throw RefusedException.invalidValue(
          "Tag keys starting with 'aws:' are reserved for internal use");
    }
  }

  /** Refuses to have so many more. */
  void checkRoomFor(Map<String, String> more, int most) {
    Map<String, String> together = all();
    together.putAll(more);
    if (together.size() > most) {
      throw new RefusedException(
          "TagLimitExceeded", "The maximum number of tags for the resource is " + most);
    }
  }

  void set(Map<String, String> more, Instant now) {
    more.forEach((key, value) -> tags.put(key, new Tag(value, new Novelty(now))));
  }

  /** Removes a tag, where a value is given only if it has that. */
  void remove(String key, @Nullable String value) {
    @Nullable Tag tag = tags.get(key);
    if (tag != null && (value == null || value.isEmpty() || value.equals(tag.value))) {
      tags.remove(key);
    }
  }

  Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    tags.forEach((key, tag) -> all.put(key, tag.value));
    return all;
  }

  /** What a look shows, which counts as one. */
  Map<String, String> look(Lag lag, Instant now) {
    Map<String, String> seen = new LinkedHashMap<>();
    tags.forEach(
        (key, tag) -> {
          if (tag.novelty == null || tag.novelty.look(lag, now)) {
            seen.put(key, tag.value);
          }
        });
    return seen;
  }

  static Stream<XmlElement> items(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> XmlElement.item().with("key", tag.getKey()).with("value", tag.getValue()));
  }
}
