package io.github.quartermaster.ebs.internal.plan;

import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.StorageTraits;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeShape;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a snapshot keeps of its volume, so that the volume can be made again when it is gone: its
 * shape, and its own tags under other keys.
 */
final class VolumeTags {
  /** "Tag restrictions" of EC2: 50 on a resource, and 128 characters in a key; some are ours. */
  private static final int MOST_KEPT = 30;

  private static final int LONGEST_KEY = 127;

  private VolumeTags() {}

  /** Of a snapshot that is to be made of this volume. */
  static Map<String, String> of(Volume volume, StorageTraits traits) {
    Map<String, String> tags = new TreeMap<>();
    VolumeShape.of(volume)
        .map(VolumeShape::toString)
        .filter(shape -> shape.length() <= traits.longestTag())
        .ifPresent(shape -> tags.put(OurTags.VOLUME, shape));
    own(volume.tags()).entrySet().stream()
        .filter(tag -> fits(tag, traits))
        .limit(MOST_KEPT)
        .forEach(tag -> tags.put(OurTags.OF_VOLUME + tag.getKey(), tag.getValue()));
    return tags;
  }

  /** Warns where not all of the volume's tags can be kept. */
  static Optional<Problem> warning(Volume volume, StorageTraits traits) {
    int all = own(volume.tags()).size();
    long kept =
        of(volume, traits).keySet().stream()
            .filter(key -> key.startsWith(OurTags.OF_VOLUME))
            .count();
    return kept == all
        ? Optional.empty()
        : Optional.of(
            Problem.warning(
                ProblemCode.TEXT_CUT,
                volume.id(),
                "tried to plan what the snapshot keeps of "
                    + volume.id()
                    + "; there is room for "
                    + kept
                    + " of its "
                    + all
                    + " tags",
                "Note the others elsewhere; a restore asks the volume itself only where a snapshot"
                    + " keeps nothing"));
  }

  /** What a snapshot keeps of its volume, as tags of another snapshot or copy. */
  static Map<String, String> kept(Snapshot snapshot) {
    Map<String, String> tags = new TreeMap<>();
    snapshot
        .tags()
        .forEach(
            (key, value) -> {
              if (key.equals(OurTags.VOLUME) || key.startsWith(OurTags.OF_VOLUME)) {
                tags.put(key, value);
              }
            });
    return tags;
  }

  /** What the volume was like; empty where the snapshot does not tell. */
  static Optional<VolumeShape> shape(Snapshot snapshot) {
    return snapshot.tag(OurTags.VOLUME).flatMap(VolumeShape::parse);
  }

  /** The volume's own tags, as the snapshot keeps them. */
  static Map<String, String> ownKept(Snapshot snapshot) {
    Map<String, String> tags = new TreeMap<>();
    kept(snapshot)
        .forEach(
            (key, value) -> {
              if (key.startsWith(OurTags.OF_VOLUME)) {
                tags.put(key.substring(OurTags.OF_VOLUME.length()), value);
              }
            });
    return own(tags);
  }

  /** Without those of the cloud itself, which nobody may set, and ours. */
  static Map<String, String> own(Map<String, String> tags) {
    Map<String, String> own = new TreeMap<>(tags);
    own.keySet().removeIf(key -> key.startsWith("aws:") || key.startsWith(OurTags.PREFIX));
    own.remove("");
    return own;
  }

  private static boolean fits(Map.Entry<String, String> tag, StorageTraits traits) {
    return OurTags.OF_VOLUME.length() + tag.getKey().length() <= LONGEST_KEY
        && tag.getValue().length() <= traits.longestTag();
  }
}
