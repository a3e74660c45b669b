package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Attempt.Outcome;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Recovery;
import io.github.quartermaster.sentinel.model.Situation;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was tried on one component since it was last verified to be healthy, or set back by hand.
 *
 * @param all in the order in which they began
 * @param acting those that did more than tell somebody
 */
record Episode(List<Attempt> all, List<Attempt> acting) {
  /** Where nobody saw the end, nothing speaks for an effect. */
  private static final Set<Outcome> UNSUCCESSFUL =
      EnumSet.of(Outcome.NO_EFFECT, Outcome.WORSE, Outcome.FAILED, Outcome.UNKNOWN);

  static Episode of(ComponentId target, Situation situation) {
    Instant from = situation.history().recovery(target).flatMap(Recovery::anew).orElse(Instant.MIN);
    List<Attempt> all =
        situation.history().attempts().stream()
            .filter(attempt -> attempt.target().equals(target) && !attempt.at().isBefore(from))
            .toList();
    return new Episode(
        all, all.stream().filter(each -> !situation.onlyTells(each.action())).toList());
  }

  /** Those that acted, and not for the better. */
  List<Attempt> unsuccessful() {
    return acting.stream().filter(Episode::isUnsuccessful).toList();
  }

  static boolean isUnsuccessful(Attempt attempt) {
    return attempt.outcome().filter(UNSUCCESSFUL::contains).isPresent();
  }

  static Optional<Attempt> last(List<Attempt> attempts) {
    return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.get(attempts.size() - 1));
  }
}
