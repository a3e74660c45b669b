package io.github.quartermaster.ebs.testkit.internal.ec2;

import io.github.quartermaster.ebs.testkit.model.EmulatedContents;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A volume. Guarded by its account. */
final class Volume {
  final String id;
  final int sizeGiB;
  final String type;
  final @Nullable String key;
  final String zone;
  final Instant created;
  final @Nullable String fromSnapshot;
  final Tags tags;

  /** What it holds. */
  EmulatedContents contents;

  Volume(
      String id,
      int sizeGiB,
      String type,
      @Nullable String key,
      String zone,
      Instant created,
      @Nullable String fromSnapshot,
      Tags tags) {
    this.id = id;
    this.sizeGiB = sizeGiB;
    this.type = type;
    this.key = key;
    this.zone = zone;
    this.created = created;
    this.fromSnapshot = fromSnapshot;
    this.tags = tags;
    this.contents = EmulatedContents.of(id);
  }

  /** Whether it is of a type of which AWS takes one snapshot at a time. */
  boolean isCold() {
    return type.equals("st1") || type.equals("sc1");
  }
}
