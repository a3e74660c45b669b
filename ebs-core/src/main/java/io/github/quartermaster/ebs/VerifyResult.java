package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.VerificationPlan;
import io.github.quartermaster.ebs.model.VerifiedBackup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What verifying has shown.
 *
 * @param backups in the order of the plan's checks
 */
public record VerifyResult(
    VerificationPlan plan, List<VerifiedBackup> backups, Instant startedAt, Duration elapsed) {
  /** Copies the list. */
  public VerifyResult {
    backups = List.copyOf(backups);
  }

  /** Everything that is not as it should be. */
  public List<Problem> problems() {
    return Stream.concat(
            plan.problems().stream(),
            backups.stream().flatMap(backup -> backup.problems().stream()))
        .toList();
  }
}
