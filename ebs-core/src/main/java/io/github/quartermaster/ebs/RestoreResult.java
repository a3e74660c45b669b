package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.RestorePlan;
import io.github.quartermaster.ebs.model.RestoredVolume;
import io.github.quartermaster.ebs.model.SwapStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a restore has made.
 *
 * @param plan what was to be made; where it is refused, nothing was
 * @param volumes what became of each, in the order of the plan; empty where nothing was begun
 * @param swap how the new volumes are put in the place of the old ones, which is the user's to do
 * @param backup of the volumes as they were before, or null where none was asked for; read it by
 *     {@link #safety()}
 */
public record RestoreResult(
    RestorePlan plan,
    List<RestoredVolume> volumes,
    List<SwapStep> swap,
    @Nullable BackupResult backup,
    Instant startedAt,
    Duration elapsed) {
  /** Copies the lists. */
  public RestoreResult {
    volumes = List.copyOf(volumes);
    swap = List.copyOf(swap);
  }

  /** The backup of the volumes as they were before. */
  public Optional<BackupResult> safety() {
    return Optional.ofNullable(backup);
  }

  /** Whether every volume is there and can be used. */
  public boolean isComplete() {
    return !plan.isRefused()
        && !volumes.isEmpty()
        && volumes.stream().allMatch(RestoredVolume::isUsable);
  }

  /** Whether something was made, here or by the backup. */
  public boolean isChanged() {
    return volumes.stream().anyMatch(each -> each.status() == RestoredVolume.Status.AVAILABLE)
        || safety().filter(BackupResult::changed).isPresent();
  }

  /** Everything found wrong, by planning and by doing. */
  public List<Problem> problems() {
    return Stream.of(
            plan.allProblems().stream(),
            safety().stream().flatMap(before -> before.problems().stream()),
            volumes.stream().flatMap(volume -> volume.problem().stream()))
        .flatMap(problems -> problems)
        .distinct()
        .toList();
  }
}
