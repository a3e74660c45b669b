package io.github.quartermaster.ebs.internal.run;

import io.github.quartermaster.ebs.model.EbsEvent;
import io.github.quartermaster.ebs.model.Volume;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How far a run is, by the sizes of what it makes. */
final class RunProgress {
  /** What less than this tells of the rest would jump about. */
  private static final double FIRST_SHARE = 0.02;

  private final List<Expected> all = new ArrayList<>();
  private final Instant start;

  RunProgress(TaskList tasks, Instant start) {
    tasks.all().forEach(task -> all.addAll(task.expected()));
    this.start = start;
  }

  EbsEvent.Progress now(Instant now) {
    int settled = 0;
    double done = 0;
    double total = 0;
    for (Expected expected : all) {
      long size = expected.volume().volume().map(Volume::sizeGib).orElse(1L);
      total += size;
      done += size * expected.percent() / 100.0;
      settled += expected.isSettled() ? 1 : 0;
    }
    double share = total == 0 ? 1 : done / total;
    Duration left =
        share < FIRST_SHARE
            ? null
            : Duration.ofSeconds(
                Math.round(Duration.between(start, now).toSeconds() * (1 - share) / share));
    return new EbsEvent.Progress(settled, all.size(), (int) (share * 100), left);
  }
}
