package io.github.quartermaster.ebs.maven.report;

import io.github.quartermaster.ebs.maven.text.PlannedWords;
import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.PlannedCopy;
import io.github.quartermaster.ebs.model.PlannedVolume;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.maven.Timing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ebs:backup} would do.
 *
 * @param schema {@value #SCHEMA}
 * @param changed whether anything would be created
 * @param refused whether something, or a volume, is refused; the goal then fails
 * @param problems everything found wrong, that of single volumes too
 */
public record PlanReport(
    String schema,
    String run,
    boolean changed,
    boolean refused,
    Instant startedAt,
    double elapsedSeconds,
    List<PlannedEntry> volumes,
    CostEntry cost,
    List<ProblemEntry> problems) {
  static final String SCHEMA = "quartermaster.ebs.plan/1";

  /** Copies the lists. */
  public PlanReport {
    volumes = List.copyOf(volumes);
    problems = List.copyOf(problems);
  }

  /** The report of a plan. */
  public static PlanReport of(BackupPlan plan, Timing timing) {
    return new PlanReport(
        SCHEMA,
        plan.run().value(),
        !plan.isRefused() && plan.snapshotsToMake() + plan.copiesToMake() > 0,
        plan.allProblems().stream().anyMatch(Problem::isError),
        timing.startedAt(),
        timing.elapsedSeconds(),
        plan.volumes().stream().map(volume -> PlannedEntry.of(plan, volume)).toList(),
        CostEntry.of(plan.cost()),
        ProblemEntry.listOf(plan.allProblems()));
  }

  /**
   * What is to become of a volume.
   *
   * @param sizeGiB null where there is no such volume
   * @param set the instance whose volumes would have the same point in time, or null
   * @param action {@code create}, {@code adopt} or {@code refused}
   * @param snapshotId what would be adopted, or null
   * @param first whether all of it would be stored
   */
  public record PlannedEntry(
      String volumeId,
      String description,
      String region,
      @Nullable Long sizeGiB,
      @Nullable String set,
      String action,
      @Nullable String snapshotId,
      boolean first,
      String reason,
      List<PlannedCopyEntry> copies) {
    /** Copies the list. */
    public PlannedEntry {
      copies = List.copyOf(copies);
    }

    static PlannedEntry of(BackupPlan plan, PlannedVolume volume) {
      return new PlannedEntry(
          volume.spec().id().value(),
          volume.spec().description(),
          volume.region().name(),
          volume.volume().map(Volume::sizeGib).orElse(null),
          plan.setOf(volume).map(set -> set.creation().instance().value()).orElse(null),
          PlannedWords.action(volume),
          volume.existing().map(snapshot -> snapshot.id().value()).orElse(null),
          volume.first(),
          PlannedWords.reason(plan, volume),
          volume.copies().stream().map(PlannedCopyEntry::of).toList());
    }
  }

  /**
   * What is to become of a copy.
   *
   * @param action {@code create} or {@code adopt}
   * @param full whether the whole volume would cross
   */
  public record PlannedCopyEntry(
      String region,
      String action,
      @Nullable String snapshotId,
      boolean full,
      boolean encrypted,
      @Nullable String kmsKeyId) {
    static PlannedCopyEntry of(PlannedCopy copy) {
      return new PlannedCopyEntry(
          copy.region().name(),
          PlannedWords.action(copy),
          copy.existing().map(snapshot -> snapshot.id().value()).orElse(null),
          copy.full(),
          copy.encrypted(),
          copy.key());
    }
  }
}
