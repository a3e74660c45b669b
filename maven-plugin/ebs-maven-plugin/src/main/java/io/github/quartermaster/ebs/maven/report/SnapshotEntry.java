package io.github.quartermaster.ebs.maven.report;

import io.github.quartermaster.ebs.model.Snapshot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The snapshot of a volume.
 *
 * @param state the cloud's word
 * @param startedAt the point in time that its data is of
 * @param completedAt when it was whole, or null
 * @param sizeGiB the size of the volume
 */
public record SnapshotEntry(
    String id,
    String state,
    Instant startedAt,
    @Nullable Instant completedAt,
    long sizeGiB,
    boolean encrypted) {
  static SnapshotEntry of(Snapshot snapshot) {
    return new SnapshotEntry(
        snapshot.id().value(),
        snapshot.stateWord(),
        snapshot.startedAt(),
        snapshot.completed().orElse(null),
        snapshot.sizeGib(),
        snapshot.encrypted());
  }
}
