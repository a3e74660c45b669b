package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.ActionLimit;
import io.github.quartermaster.sentinel.model.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How many attempts a sliding window has room for. */
final class Window {
  private Window() {}

  /**
   * Why there is no room for one attempt more, if there is none.
   *
   * @param attempts that the limit counts
   * @param of what it limits, such as {@code on disk:/var}
   */
  static Optional<Objection> objection(
      ActionLimit limit, List<Attempt> attempts, String of, Instant now) {
    List<Instant> inside =
        attempts.stream()
            .map(Attempt::at)
            .filter(at -> Duration.between(at, now).compareTo(limit.per()) < 0)
            .sorted()
            .toList();
    if (inside.size() < limit.max()) {
      return Optional.empty();
    }
    // there is room again when so many have left that one less than allowed is inside
    Instant next = inside.get(inside.size() - limit.max()).plus(limit.per());
    return Optional.of(
        new Objection(
            inside.size()
                + " of "
                + limit.max()
                + " attempts "
                + of
                + " were in the last "
                + Spans.words(limit.per()),
            next));
  }
}
