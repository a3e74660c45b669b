package io.github.quartermaster.ebs.maven.report;

import io.github.quartermaster.ebs.PruneResult;
import io.github.quartermaster.ebs.maven.text.PruneText;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.PruneEntry;
import io.github.quartermaster.ebs.model.PruneReason;
import io.github.quartermaster.ebs.model.Removal;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.maven.Timing;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which snapshots go and which stay, and why.
 *
 * @param schema {@value #SCHEMA}
 * @param dryRun whether nothing was to be removed
 * @param refused whether nothing may be removed as it stands
 * @param changed whether something was removed
 */
public record PruneReport(
    String schema,
    boolean dryRun,
    boolean refused,
    boolean changed,
    Instant startedAt,
    double elapsedSeconds,
    List<PrunedEntry> snapshots,
    List<ProblemEntry> problems) {
  static final String SCHEMA = "quartermaster.ebs.prune/1";

  /** Copies the lists. */
  public PruneReport {
    snapshots = List.copyOf(snapshots);
    problems = List.copyOf(problems);
  }

  /** The report of a result. */
  public static PruneReport of(PruneResult result, boolean dryRun, Timing timing) {
    Map<Snapshot, Removal> removals = new HashMap<>();
    result.removals().forEach(removal -> removals.put(removal.snapshot(), removal));
    return new PruneReport(
        SCHEMA,
        dryRun,
        result.plan().refused(),
        result.count(Removal.Status.REMOVED) > 0,
        timing.startedAt(),
        timing.elapsedSeconds(),
        result.plan().entries().stream()
            .map(entry -> PrunedEntry.of(entry, removals.get(entry.snapshot())))
            .toList(),
        ProblemEntry.listOf(result.problems()));
  }

  /**
   * A snapshot or copy.
   *
   * @param volumeId the volume that the data is from
   * @param run that made it, or null where its tag is gone
   * @param action {@code keep} or {@code remove}, as planned; then {@code removed}, {@code gone},
   *     {@code spared} or {@code failed}
   * @param reasons the stable names of all that speaks for what is planned
   * @param why the same in words; of one that was to be removed and is not, what kept it
   */
  public record PrunedEntry(
      String volumeId,
      String region,
      String snapshotId,
      @Nullable String run,
      String state,
      Instant startedAt,
      long sizeGiB,
      String action,
      List<String> reasons,
      String why) {
    /** Copies the list. */
    public PrunedEntry {
      reasons = List.copyOf(reasons);
    }

    static PrunedEntry of(PruneEntry entry, @Nullable Removal done) {
      Optional<Removal> removal = Optional.ofNullable(done);
      Snapshot snapshot = entry.snapshot();
      return new PrunedEntry(
          snapshot.sourceVolume().value(),
          snapshot.region().name(),
          snapshot.id().value(),
          snapshot.tag(OurTags.RUN).orElse(null),
          snapshot.stateWord(),
          snapshot.startedAt(),
          snapshot.sizeGib(),
          PruneText.action(entry, removal),
          entry.reasons().stream().map(PruneReason::kind).map(PruneReason.Kind::name).toList(),
          removal.flatMap(Removal::problem).map(Problem::message).orElseGet(entry::why));
    }
  }
}
