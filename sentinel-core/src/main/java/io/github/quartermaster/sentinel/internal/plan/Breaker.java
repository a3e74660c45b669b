package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Attempt.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens after three attempts without success, or after one that made something worse. After a time
 * it lets one attempt through; if that has no success either, it is open again for as long.
 *
 * @param why it is open, or null where it never was in this episode
 * @param until when it lets an attempt through, or null likewise
 */
record Breaker(@Nullable String why, @Nullable Instant until) {
  /** As many as it takes to tell bad luck from a remedy that does not help. */
  static final int TRIPS_AT = 3;

  static Breaker of(Episode episode, Duration reset) {
    List<Attempt> unsuccessful = episode.unsuccessful();
    Optional<Attempt> last = Episode.last(unsuccessful);
    boolean worse =
        unsuccessful.stream()
            .anyMatch(each -> each.outcome().filter(Outcome.WORSE::equals).isPresent());
    if (last.isEmpty() || (!worse && unsuccessful.size() < TRIPS_AT)) {
      return new Breaker(null, null);
    }
    return new Breaker(
        worse
            ? "an attempt made things worse"
            : unsuccessful.size() + " attempts were without success",
        last.get().at().plus(reset));
  }

  boolean isOpen(Instant now) {
    return until != null && now.isBefore(until);
  }

  Optional<Objection> objection(Instant now) {
    return isOpen(now)
        ? Optional.of(
            new Objection(
                "the breaker is open: "
                    + why
                    + "; it opens for one attempt after a time, or is"
                    + " reset by hand",
                until))
        : Optional.empty();
  }
}
