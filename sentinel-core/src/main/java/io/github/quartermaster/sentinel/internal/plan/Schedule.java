package io.github.quartermaster.sentinel.internal.plan;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * When each check is due: at once, and from then on an interval after it was last asked, give or
 * take a tenth of it, so that checks that begin together do not stay together. All times count from
 * the beginning of watching on a clock that never jumps. For one thread.
 */
public final class Schedule {
  /** How far a check may be off its interval, as a part of it. */
  static final double JITTER = 0.1;

  private final Map<String, Duration> intervals;
  private final DoubleSupplier chance;
  private final Map<String, Duration> due = new LinkedHashMap<>();

  /**
   * A schedule by which everything is due at once.
   *
   * @param intervals how often each check is made, one check at least
   * @param chance gives numbers from 0 up to 1
   */
  public Schedule(Map<String, Duration> intervals, DoubleSupplier chance) {
    this.intervals = new LinkedHashMap<>(intervals);
    this.chance = chance;
    allAt(Duration.ZERO);
  }

  /** The checks that are due. */
  public List<String> due(Duration now) {
    return due.entrySet().stream()
        .filter(entry -> entry.getValue().compareTo(now) <= 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** When the next check is due. */
  public Duration next() {
    return due.values().stream().min(Comparator.naturalOrder()).orElseThrow();
  }

  /** Notes that a check was asked. */
  public void asked(String check, Duration now) {
    Duration interval = intervals.get(check);
    if (interval != null) {
      double factor = 1 + JITTER * (2 * chance.getAsDouble() - 1);
      due.put(check, now.plusNanos((long) (interval.toNanos() * factor)));
    }
  }

  /** Makes everything due at a time. */
  public void allAt(Duration time) {
    intervals.keySet().forEach(check -> due.put(check, time));
  }

  /** The shortest of the intervals. */
  public Duration shortest() {
    return intervals.values().stream().min(Comparator.naturalOrder()).orElseThrow();
  }
}
