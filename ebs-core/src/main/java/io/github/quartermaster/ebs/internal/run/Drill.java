package io.github.quartermaster.ebs.internal.run;

import io.github.quartermaster.ebs.model.DrilledVolume;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.VolumeId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The drill of one volume, and how far it is. For the deciding thread. */
final class Drill {
  private final VolumeOrder order;
  private final List<Problem> problems = new ArrayList<>();
  private Instant begun = Instant.MAX;
  private Instant ended = Instant.MAX;
  private @Nullable Duration availableAfter;
  private @Nullable Integer hookExit;
  private boolean removing;
  private boolean removed;

  Drill(VolumeOrder order) {
    this.order = order;
  }

  VolumeOrder order() {
    return order;
  }

  void begin(Instant now) {
    begun = now;
  }

  boolean isBegun() {
    return !begun.equals(Instant.MAX);
  }

  void available(Instant now) {
    availableAfter = Duration.between(begun, now);
  }

  void hookEnded(@Nullable Integer exit) {
    hookExit = exit;
  }

  void problem(Problem problem) {
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  /** Whether the removal is begun now, which is done once. */
  boolean beginRemoval() {
    boolean first = !removing;
    removing = true;
    return first;
  }

  /** Nothing more happens. */
  void end(Instant now, boolean isRemoved) {
    ended = now;
    removed = isRemoved;
  }

  boolean isEnded() {
    return !ended.equals(Instant.MAX);
  }

  DrilledVolume outcome(Instant now) {
    Instant start = isBegun() ? begun : now;
    @Nullable VolumeId made = order.id().orElse(null);
    return new DrilledVolume(
        order.planned(),
        made,
        start,
        availableAfter,
        hookExit,
        Duration.between(start, isEnded() && isBegun() ? ended : now),
        removed,
        problems);
  }
}
