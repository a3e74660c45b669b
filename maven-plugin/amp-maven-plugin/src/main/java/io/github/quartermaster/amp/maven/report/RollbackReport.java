package io.github.quartermaster.amp.maven.report;

import io.github.quartermaster.amp.ApplyResult.WarResult;
import io.github.quartermaster.amp.RollbackResult;
import io.github.quartermaster.amp.model.BackupFile;
import io.github.quartermaster.amp.model.ModuleChange;
import io.github.quartermaster.amp.model.ModuleVersion;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.WarRollback;
import io.github.quartermaster.maven.Timing;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code amp:rollback} did or would do.
 *
 * @param schema {@value #SCHEMA}
 * @param dryRun whether it tells what would be, rather than what was done
 * @param changed whether a WAR was changed, or, in a dry run, would be
 * @param refused whether something forbids it; then nothing was or would be changed
 * @param problems what went less well than it should
 */
public record RollbackReport(
    String schema,
    boolean dryRun,
    boolean changed,
    boolean refused,
    Instant startedAt,
    double elapsedSeconds,
    List<WarEntry> wars,
    List<ProblemEntry> problems) {
  static final String SCHEMA = "quartermaster.amp.rollback/1";

  /** Copies the lists. */
  public RollbackReport {
    wars = List.copyOf(wars);
    problems = List.copyOf(problems);
  }

  /** Of a dry run. */
  public static RollbackReport planned(List<WarRollback> rollbacks, Timing timing) {
    boolean refused = isRefused(rollbacks);
    return new RollbackReport(
        SCHEMA,
        true,
        !refused && rollbacks.stream().anyMatch(WarRollback::changed),
        refused,
        timing.startedAt(),
        timing.elapsedSeconds(),
        rollbacks.stream()
            .map(rollback -> WarEntry.of(rollback, !refused && rollback.changed(), null))
            .toList(),
        List.of());
  }

  /** Of a rollback. */
  public static RollbackReport of(RollbackResult result, Timing timing) {
    return new RollbackReport(
        SCHEMA,
        false,
        result.changed(),
        isRefused(result.rollbacks()),
        timing.startedAt(),
        timing.elapsedSeconds(),
        result.rollbacks().stream().map(rollback -> entry(rollback, result.wars())).toList(),
        ProblemEntry.listOf(result.warnings()));
  }

  private static WarEntry entry(WarRollback rollback, List<WarResult> results) {
    Optional<WarResult> result =
        results.stream().filter(war -> war.war().equals(rollback.war().path())).findFirst();
    return WarEntry.of(
        rollback,
        result.map(WarResult::changed).orElse(false),
        result.flatMap(WarResult::backup).orElse(null));
  }

  private static boolean isRefused(List<WarRollback> rollbacks) {
    return rollbacks.stream()
        .flatMap(rollback -> rollback.problems().stream())
        .anyMatch(Problem::isError);
  }

  /**
   * A WAR, its backups, and what becomes of it.
   *
   * @param tier {@code repository} or {@code share}
   * @param changed whether it was changed, or, in a dry run, would be
   * @param restored the backup that is put back, or null where there is none to choose
   * @param backup the path of the backup that was made of what was there, or null
   * @param backups all backups there were, the newest first
   * @param modules those that come, go or change their version
   */
  public record WarEntry(
      String path,
      String tier,
      boolean exploded,
      boolean changed,
      @Nullable String restored,
      @Nullable String backup,
      List<BackupEntry> backups,
      List<ModuleChangeEntry> modules,
      List<ProblemEntry> problems) {
    /** Copies the lists. */
    public WarEntry {
      backups = List.copyOf(backups);
      modules = List.copyOf(modules);
      problems = List.copyOf(problems);
    }

    static WarEntry of(WarRollback rollback, boolean changed, @Nullable Path backup) {
      return new WarEntry(
          rollback.war().path().toString(),
          rollback.war().tier().toString(),
          rollback.war().exploded(),
          changed,
          rollback.chosen().map(chosen -> chosen.file().toString()).orElse(null),
          backup == null ? null : backup.toString(),
          rollback.backups().stream().map(BackupEntry::of).toList(),
          rollback.modules().stream().map(ModuleChangeEntry::of).toList(),
          ProblemEntry.listOf(rollback.problems()));
    }
  }

  /**
   * A backup.
   *
   * @param madeAt when it was made, or null where its name does not tell
   * @param size in bytes
   */
  public record BackupEntry(String path, @Nullable Instant madeAt, long size) {
    static BackupEntry of(BackupFile backup) {
      return new BackupEntry(backup.file().toString(), backup.made().orElse(null), backup.size());
    }
  }

  /**
   * What becomes of a module.
   *
   * @param from its version before, or null where it is not there before
   * @param to its version afterwards, or null where it is not there afterwards
   */
  public record ModuleChangeEntry(String module, @Nullable String from, @Nullable String to) {
    static ModuleChangeEntry of(ModuleChange change) {
      return new ModuleChangeEntry(
          change.module().value(),
          change.from().map(ModuleVersion::text).orElse(null),
          change.to().map(ModuleVersion::text).orElse(null));
    }
  }
}
