package io.github.quartermaster.ebs.internal.plan;

import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Token;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The tags of snapshots and of sets of them. */
final class SnapshotTags {
  private SnapshotTags() {}

  /** Of a snapshot that is made by itself: all of them, by the creating call. */
  static Map<String, String> byItself(
      VolumeSpec spec, Token token, String name, Map<String, String> ofVolume) {
    Map<String, String> tags = new HashMap<>(ofMember(spec, name, ofVolume));
    tags.putAll(ofSet(token));
    return tags;
  }

  /** Of a member of a set: those that differ from member to member, and are set afterwards. */
  static Map<String, String> ofMember(VolumeSpec spec, String name, Map<String, String> ofVolume) {
    Map<String, String> tags = new HashMap<>(ofVolume);
    tags.put(OurTags.NAME, name);
    tags.put(OurTags.SOURCE_VOLUME, spec.id().value());
    if (!spec.destinations().isEmpty()) {
      tags.put(OurTags.COPY_TO, copyTo(spec));
    }
    return tags;
  }

  /** Of all members of a set, by the creating call. */
  static Map<String, String> ofSet(Token token) {
    RunId run = token.run();
    return Map.of(OurTags.TOKEN, token.toString(), OurTags.RUN, run.value());
  }

  static String copyTo(VolumeSpec spec) {
    return spec.destinations().stream().map(Region::name).collect(Collectors.joining(" "));
  }
}
