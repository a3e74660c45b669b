package io.github.quartermaster.ebs.internal.plan;

import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.PlannedCopy;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.Token;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Plans the copies of a volume's snapshot.
 *
 * @param encryptsByDefault the regions that encrypt everything new by themselves
 * @param brokenToo whether a copy that failed is taken for what is there, instead of made again
 */
record CopyPlanner(
    RunId run,
    Region source,
    BackupRules rules,
    OurSnapshots ours,
    Set<Region> encryptsByDefault,
    boolean brokenToo) {

  List<PlannedCopy> copies(
      VolumeSpec spec, SnapshotTexts texts, boolean sourceEncrypted, Map<String, String> ofVolume) {
    return spec.destinations().stream()
        .filter(destination -> !destination.equals(source))
        .map(destination -> copy(spec, texts, sourceEncrypted, destination, ofVolume))
        .toList();
  }

  private PlannedCopy copy(
      VolumeSpec spec,
      SnapshotTexts texts,
      boolean sourceEncrypted,
      Region destination,
      Map<String, String> ofVolume) {
    Token token = Token.ofCopy(run, spec.id(), destination);
    boolean asked = rules.encryptCopies() || rules.kmsKeyId().isPresent();
    Map<String, String> tags = new HashMap<>(ofVolume);
    tags.put(OurTags.NAME, texts.name());
    tags.put(OurTags.TOKEN, token.toString());
    tags.put(OurTags.RUN, run.value());
    tags.put(OurTags.SOURCE_VOLUME, spec.id().value());
    boolean encrypted = asked || sourceEncrypted || encryptsByDefault.contains(destination);
    return new PlannedCopy(
        token,
        destination,
        source,
        asked,
        rules.copyKey(),
        rules.copyDeadline(),
        texts.description(),
        tags,
        existing(token, destination, spec),
        ours.completed(destination, spec.id()).noneMatch(before -> isBase(before, encrypted)));
  }

  private @Nullable Snapshot existing(Token token, Region destination, VolumeSpec spec) {
    Stream<Snapshot> found = ours.copies(token, destination, spec.id());
    return found.filter(copy -> brokenToo || !OurSnapshots.isBroken(copy)).findFirst().orElse(null);
  }

  /** Whether a copy made now would hold only what changed since this one. */
  private boolean isBase(Snapshot before, boolean encrypted) {
    return before.encrypted() == encrypted
        && isSameKey(rules.kmsKeyId(), Optional.ofNullable(before.kmsKeyId()));
  }

  /** An alias, or no name at all, tells nothing about the key: it is taken for the same. */
  private static boolean isSameKey(Optional<String> asked, Optional<String> used) {
    if (asked.isEmpty() || used.isEmpty() || asked.get().contains("alias/")) {
      return true;
    }
    return lastPart(asked.get()).equals(lastPart(used.get()));
  }

  private static String lastPart(String key) {
    return key.substring(key.lastIndexOf('/') + 1);
  }
}
