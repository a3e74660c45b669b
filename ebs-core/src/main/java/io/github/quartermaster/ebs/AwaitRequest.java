package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which run is to be waited for. What it consists of is read from the tags of its snapshots.
 *
 * @param region where the run's volumes are
 * @param journal where the run's journal is kept
 * @param givenRun the run's id, or null for the unfinished one of the journal's folder; read it by
 *     {@link #run()}
 * @param rules how copies are made that have not been begun
 * @param timeout for the whole call
 */
public record AwaitRequest(
    Region region,
    JournalPlace journal,
    @Nullable RunId givenRun,
    BackupRules rules,
    Duration timeout) {
  /** The run's id, where the caller says. */
  public Optional<RunId> run() {
    return Optional.ofNullable(givenRun);
  }
}
