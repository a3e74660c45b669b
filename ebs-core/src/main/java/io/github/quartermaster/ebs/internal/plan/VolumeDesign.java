package io.github.quartermaster.ebs.internal.plan;

import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeCreation;
import io.github.quartermaster.ebs.model.VolumeShape;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a new volume is to be like, from what is known of the old one. */
final class VolumeDesign {
  /** "Tag restrictions" of EC2. */
  private static final int MOST_TAGS = 50;

  private final RestoreWish wish;

  VolumeDesign(RestoreWish wish) {
    this.wish = wish;
  }

  /**
   * The call; or a text that says what is missing.
   *
   * @param missing completes "...; ", or is empty
   */
  record Drawn(Optional<VolumeCreation> creation, String missing) {}

  /**
   * Draws it: the shape that the snapshot keeps, else that of the volume as it is now, and what the
   * rules say otherwise.
   *
   * @param old the volume as it is now, or null
   */
  Drawn of(Snapshot snapshot, @Nullable Volume old) {
    Optional<VolumeShape> shape =
        VolumeTags.shape(snapshot).or(() -> Optional.ofNullable(old).flatMap(VolumeShape::of));
    Optional<String> type = wish.rules().volumeType().or(() -> shape.map(VolumeShape::type));
    Optional<String> zone =
        wish.rules()
            .targetZone()
            .or(() -> shape.filter(known -> isAtHome(snapshot)).map(VolumeShape::zone));
    if (type.isEmpty()) {
      return missing("its snapshot does not tell what type it was of, and it is gone");
    }
    if (zone.isEmpty()) {
      return missing(
          isAtHome(snapshot)
              ? "its snapshot does not tell what zone it was in, and it is gone"
              : "the zone that it was in is none of " + snapshot.region());
    }
    // with another type go other numbers
    Optional<VolumeShape> same = shape.filter(known -> known.type().equals(type.get()));
    return new Drawn(
        Optional.of(
            new VolumeCreation(
                snapshot.region(),
                zone.get(),
                snapshot.id(),
                type.get(),
                same.map(VolumeShape::iops).orElse(null),
                same.map(VolumeShape::throughput).orElse(null),
                Math.max(
                    Math.max(1, snapshot.sizeGib()), shape.map(VolumeShape::sizeGib).orElse(1L)),
                wish.rules().kmsKeyId().isPresent(),
                wish.rules().key(),
                clientToken(snapshot),
                tags(snapshot, old))),
        "");
  }

  private static Drawn missing(String what) {
    return new Drawn(Optional.empty(), what);
  }

  /** Whether the new volume comes to be in the region that the old one was in. */
  private boolean isAtHome(Snapshot snapshot) {
    return snapshot.tag(OurTags.SOURCE_REGION).map(wish.volumeRegion().name()::equals).orElse(true);
  }

  private Map<String, String> tags(Snapshot snapshot, @Nullable Volume old) {
    Map<String, String> ours = new TreeMap<>(wish.ownTags());
    snapshot.tag(OurTags.RUN).ifPresent(run -> ours.put(OurTags.RUN, run));
    ours.put(OurTags.SOURCE_VOLUME, snapshot.sourceVolume().value());
    ours.put(OurTags.SOURCE_SNAPSHOT, snapshot.id().value());
    Map<String, String> tags = new TreeMap<>();
    if (wish.keepsTags()) {
      // one that keeps no shape is older than the keeping
      Optional.ofNullable(old)
          .filter(now -> VolumeTags.shape(snapshot).isEmpty())
          .map(now -> VolumeTags.own(now.tags()))
          .orElseGet(() -> VolumeTags.ownKept(snapshot))
          .entrySet()
          .stream()
          .limit(MOST_TAGS - ours.size())
          .forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
    }
    tags.putAll(ours);
    return tags;
  }

  /** The same for the same volume of the same restore, and of the length that every cloud takes. */
  private String clientToken(Snapshot snapshot) {
    String text =
        String.join(
            "/",
            snapshot.tag(OurTags.RUN).orElse(""),
            snapshot.sourceVolume().value(),
            snapshot.region().name(),
            wish.id().value(),
            wish.nonce());
    return "ebs-core-" + sha256(text).substring(0, 40);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
