package io.github.quartermaster.ebs.internal.plan;

import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RestoreRules;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.StorageTraits;
import io.github.quartermaster.ebs.model.VolumeId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which volumes are to be made, and how.
 *
 * @param id of the restore or the drill
 * @param onlyRun the run, or null for the newest snapshot of each volume; read it by {@link #run()}
 * @param region where the snapshots are
 * @param volumeRegion the region whose zones the new volumes can be in
 * @param chosen the volumes; all that there are where this is empty
 * @param ownTags set on each, beside what it was made from
 * @param keepsTags whether the new volumes carry the old ones' tags as well
 * @param nonce part of the client tokens; the same again means the same volumes
 */
public record RestoreWish(
    RunId id,
    @Nullable RunId onlyRun,
    Region region,
    Region volumeRegion,
    Set<VolumeId> chosen,
    RestoreRules rules,
    Map<String, String> ownTags,
    boolean keepsTags,
    String nonce,
    StorageTraits traits) {
  /** Copies the collections. */
  public RestoreWish {
    chosen = Set.copyOf(chosen);
    ownTags = Map.copyOf(ownTags);
  }

  Optional<RunId> run() {
    return Optional.ofNullable(onlyRun);
  }

  boolean wants(VolumeId volume) {
    return chosen.isEmpty() || chosen.contains(volume);
  }
}
