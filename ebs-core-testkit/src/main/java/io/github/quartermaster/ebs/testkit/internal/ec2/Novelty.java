package io.github.quartermaster.ebs.testkit.internal.ec2;

import io.github.quartermaster.ebs.testkit.model.Lag;
import java.time.Instant;

/** Something made a moment ago, which looks may not show yet. Guarded by its account. */
final class Novelty {
  private final Instant since;
  private int looks;

  Novelty(Instant since) {
    this.since = since;
  }

  /** Whether this look shows it; counts the look where it does not. */
  boolean look(Lag lag, Instant now) {
    if (looks < lag.looks()) {
      looks++;
      return false;
    }
    return !now.isBefore(since.plus(lag.time()));
  }
}
