package io.github.quartermaster.ebs.maven.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.quartermaster.ebs.BackupResult;
import io.github.quartermaster.maven.Timing;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code ebs:backup} or {@code ebs:await} achieved.
 *
 * @param schema {@value #BACKUP_SCHEMA} or {@value #AWAIT_SCHEMA}
 * @param run the same id again takes the run up
 * @param changed whether anything was created, tagged or removed in the cloud
 * @param complete whether every snapshot and every copy is there, whole
 * @param refused whether the plan was refused; then nothing was done
 * @param problems everything found wrong, that of single volumes too
 */
public record BackupReport(
    String schema,
    String run,
    boolean changed,
    boolean complete,
    boolean refused,
    Instant startedAt,
    double elapsedSeconds,
    List<VolumeEntry> volumes,
    CostEntry cost,
    List<ProblemEntry> problems) {
  static final String BACKUP_SCHEMA = "quartermaster.ebs.backup/1";
  static final String AWAIT_SCHEMA = "quartermaster.ebs.await/1";

  /** Copies the lists. */
  public BackupReport {
    volumes = List.copyOf(volumes);
    problems = List.copyOf(problems);
  }

  /** Of a backup. */
  public static BackupReport backup(BackupResult result, Timing timing) {
    return of(BACKUP_SCHEMA, result, timing);
  }

  /** Of an await. */
  public static BackupReport await(BackupResult result, Timing timing) {
    return of(AWAIT_SCHEMA, result, timing);
  }

  /** The goal without its prefix. */
  @JsonIgnore
  public String goal() {
    return schema.equals(AWAIT_SCHEMA) ? "await" : "backup";
  }

  private static BackupReport of(String schema, BackupResult result, Timing timing) {
    Stream<VolumeEntry> volumes =
        result.plan().isRefused()
            ? result.plan().volumes().stream().map(VolumeEntry::untouched)
            : result.volumes().stream().map(VolumeEntry::of);
    return new BackupReport(
        schema,
        result.run().value(),
        result.changed(),
        result.isComplete(),
        result.plan().isRefused(),
        timing.startedAt(),
        timing.elapsedSeconds(),
        volumes.toList(),
        CostEntry.of(result.plan().cost()),
        ProblemEntry.listOf(result.problems().stream().distinct().toList()));
  }
}
