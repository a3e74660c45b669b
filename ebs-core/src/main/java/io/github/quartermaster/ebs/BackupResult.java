package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.VolumeOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a backup or an await achieved.
 *
 * @param plan what was to be done; where it {@linkplain BackupPlan#isRefused() is refused}, nothing
 *     was
 * @param volumes what became of each volume, in the order of the plan; empty where the plan was
 *     refused
 * @param warnings what went less well than it should
 * @param changed whether anything was created, tagged or removed in the cloud
 */
public record BackupResult(
    BackupPlan plan,
    List<VolumeOutcome> volumes,
    List<Problem> warnings,
    boolean changed,
    Instant startedAt,
    Duration elapsed) {
  /** Copies the lists. */
  public BackupResult {
    volumes = List.copyOf(volumes);
    warnings = List.copyOf(warnings);
  }

  /** The run; the same id again takes up from here. */
  public RunId run() {
    return plan.run();
  }

  /** Whether every snapshot and every copy is there, whole. */
  public boolean isComplete() {
    return !plan.isRefused() && volumes.stream().allMatch(VolumeOutcome::isComplete);
  }

  /** Whether something went wrong; what is merely not waited for has not. */
  public boolean isFailed() {
    return problems().stream().anyMatch(Problem::isError);
  }

  /** Everything found wrong, by planning and by doing. */
  public List<Problem> problems() {
    return Stream.of(
            plan.problems().stream(),
            plan.volumes().stream()
                .flatMap(volume -> volume.problems().stream())
                .filter(problem -> plan.isRefused() || !problem.isError()),
            volumes.stream().flatMap(volume -> volume.problems().stream()),
            warnings.stream())
        .flatMap(problems -> problems)
        .toList();
  }
}
