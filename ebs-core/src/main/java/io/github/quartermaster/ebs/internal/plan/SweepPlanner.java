package io.github.quartermaster.ebs.internal.plan;

import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Volume;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Decides which volumes earlier drills have left behind. */
public final class SweepPlanner {
  private SweepPlanner() {}

  /**
   * Those that say themselves that their time is over. One that does not say it in our words is
   * nobody's to remove.
   *
   * @param drilled volumes that carry a drill's tag
   */
  public static List<Volume> expired(List<Volume> drilled, Instant now) {
    return drilled.stream()
        .filter(volume -> volume.tags().containsKey(OurTags.DRILL))
        .filter(volume -> !volume.state().startsWith("delet"))
        .filter(volume -> expiry(volume).filter(end -> !end.isAfter(now)).isPresent())
        .sorted(Comparator.comparing(Volume::id))
        .toList();
  }

  private static Optional<Instant> expiry(Volume volume) {
    try {
      return Optional.ofNullable(volume.tags().get(OurTags.EXPIRES)).map(Instant::parse);
    } catch (DateTimeException senseless) {
      return Optional.empty();
    }
  }
}
