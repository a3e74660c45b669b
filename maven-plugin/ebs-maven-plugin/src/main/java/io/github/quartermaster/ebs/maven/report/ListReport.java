package io.github.quartermaster.ebs.maven.report;

import io.github.quartermaster.ebs.ListRequest;
import io.github.quartermaster.ebs.ListResult;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.maven.Timing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots and copies that are there.
 *
 * @param schema {@value #SCHEMA}
 * @param run the only one that was asked for, or null
 * @param problems regions that could not be asked
 */
public record ListReport(
    String schema,
    @Nullable String run,
    Instant startedAt,
    double elapsedSeconds,
    List<ListedEntry> snapshots,
    List<ProblemEntry> problems) {
  static final String SCHEMA = "quartermaster.ebs.list/1";

  /** Copies the lists. */
  public ListReport {
    snapshots = List.copyOf(snapshots);
    problems = List.copyOf(problems);
  }

  /** The report of a result. */
  public static ListReport of(ListRequest request, ListResult result, Timing timing) {
    return new ListReport(
        SCHEMA,
        request.run().map(RunId::value).orElse(null),
        timing.startedAt(),
        timing.elapsedSeconds(),
        result.snapshots().stream().map(ListedEntry::of).toList(),
        ProblemEntry.listOf(result.problems()));
  }

  /**
   * A snapshot or copy.
   *
   * @param volumeId the volume that the data is from
   * @param run that made it, or null where its tag is gone or the cloud's own scheduler made it
   * @param sourceRegion of a copy: where it was copied from; else null
   * @param sourceSnapshotId of a copy: what it is a copy of; else null
   * @param state the cloud's word
   */
  public record ListedEntry(
      String volumeId,
      @Nullable String run,
      String region,
      String snapshotId,
      @Nullable String sourceRegion,
      @Nullable String sourceSnapshotId,
      String state,
      String stateMessage,
      int percent,
      Instant startedAt,
      @Nullable Instant completedAt,
      long sizeGiB,
      boolean encrypted,
      String description) {
    static ListedEntry of(Snapshot snapshot) {
      return new ListedEntry(
          snapshot.sourceVolume().value(),
          snapshot.tag(OurTags.RUN).orElse(null),
          snapshot.region().name(),
          snapshot.id().value(),
          snapshot.tag(OurTags.SOURCE_REGION).orElse(null),
          snapshot.tag(OurTags.SOURCE_SNAPSHOT).orElse(null),
          snapshot.stateWord(),
          snapshot.stateMessage(),
          snapshot.percent(),
          snapshot.startedAt(),
          snapshot.completed().orElse(null),
          snapshot.sizeGib(),
          snapshot.encrypted(),
          snapshot.description());
    }
  }
}
