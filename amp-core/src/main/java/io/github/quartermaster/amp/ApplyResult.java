package io.github.quartermaster.amp;

import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an apply did.
 *
 * @param plan what was to be done; where it {@linkplain ApplyPlan#isRefused() is refused}, nothing
 *     was
 * @param wars what became of each WAR, in the order of the plan; empty where the plan was refused
 * @param warnings what went less well than it should while the plan was carried out
 * @param elapsed the time that the whole call took
 */
public record ApplyResult(
    ApplyPlan plan, List<WarResult> wars, List<Problem> warnings, Duration elapsed) {

  /** Copies the lists. */
  public ApplyResult {
    wars = List.copyOf(wars);
    warnings = List.copyOf(warnings);
  }

  /** Whether any WAR was changed or written. */
  public boolean changed() {
    return wars.stream().anyMatch(WarResult::changed);
  }

  /** Everything found wrong, by planning and by doing. */
  public List<Problem> problems() {
    return Stream.concat(plan.allProblems().stream(), warnings.stream()).toList();
  }

  /**
   * What became of one WAR.
   *
   * @param war the WAR as named in the request
   * @param result where the result lies; the WAR itself unless an output folder was named
   * @param changed whether anything was written
   * @param sizeBefore of a packed WAR in bytes; of a folder the sum of its files
   * @param sizeAfter likewise
   * @param backupFile the backup that was made, or null; read it by {@link #backup()}
   */
  public record WarResult(
      Path war,
      Path result,
      boolean changed,
      long sizeBefore,
      long sizeAfter,
      @Nullable Path backupFile) {

    /** The backup of the WAR as it was, if one was made. */
    public Optional<Path> backup() {
      return Optional.ofNullable(backupFile);
    }
  }
}
