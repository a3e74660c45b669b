package io.github.quartermaster.ebs.maven.report;

import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotOutcome;
import io.github.quartermaster.ebs.model.VolumeOutcome.CopyOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The copy of a snapshot in another region.
 *
 * @param region where it is
 * @param snapshotId its id there, or null where there is none
 * @param state the cloud's word; {@code waiting} where it is not begun yet, {@code failed} where
 *     there is none
 * @param problem why it is not there, or null
 */
public record CopyEntry(
    String region,
    @Nullable String snapshotId,
    String state,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    @Nullable ProblemEntry problem) {
  static CopyEntry of(CopyOutcome copy) {
    SnapshotOutcome outcome = copy.outcome();
    return new CopyEntry(
        copy.region().name(),
        outcome.snapshot().map(snapshot -> snapshot.id().value()).orElse(null),
        outcome.snapshot().map(Snapshot::stateWord).orElse(outcome.status()),
        outcome.snapshot().map(Snapshot::startedAt).orElse(null),
        outcome.snapshot().flatMap(Snapshot::completed).orElse(null),
        outcome.problem().map(ProblemEntry::of).orElse(null));
  }
}
