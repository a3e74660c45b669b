package io.github.quartermaster.ebs.model;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A copy that is to be there at the end. Its creating call is complete but for the source, which is
 * known only once it is made.
 *
 * @param region the destination
 * @param from the region of the source
 * @param key the key to encrypt with, or null
 * @param deadline how long it may take at most, or null
 * @param tags all but those that name the source
 * @param found what an earlier call of this run made, or null; read it by {@link #existing()}
 * @param full whether the whole volume must cross, since nothing to build on is there
 */
public record PlannedCopy(
    Token token,
    Region region,
    Region from,
    boolean encrypted,
    @Nullable String key,
    @Nullable Duration deadline,
    String description,
    Map<String, String> tags,
    @Nullable Snapshot found,
    boolean full) {
  /** Copies the tags. */
  public PlannedCopy {
    tags = Map.copyOf(tags);
  }

  /** What an earlier call of this run made. */
  public Optional<Snapshot> existing() {
    return Optional.ofNullable(found);
  }

  /** The call that makes it. */
  public Creation.Copy creation(SnapshotId source) {
    Map<String, String> all = new HashMap<>(tags);
    all.put(OurTags.SOURCE_SNAPSHOT, source.value());
    all.put(OurTags.SOURCE_REGION, from.name());
    return new Creation.Copy(region, source, from, encrypted, key, deadline, description, all);
  }
}
