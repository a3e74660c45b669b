package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.internal.plan.PrunePlanner;
import io.github.quartermaster.ebs.internal.read.PruneReader;
import io.github.quartermaster.ebs.internal.run.Journal;
import io.github.quartermaster.ebs.internal.run.PruneRunner;
import io.github.quartermaster.ebs.internal.run.UnfinishedRun;
import io.github.quartermaster.ebs.internal.time.Timeline;
import io.github.quartermaster.ebs.model.PrunePlan;
import io.github.quartermaster.ebs.model.Removal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Removes the snapshots that no rule keeps. */
record PruneJob(Surroundings surroundings) {
  /** Some five thousand removals: who prunes every night for years does not fill a disk. */
  private static final long MOST_NOTED = 1 << 20;

  PrunePlan plan(PruneRequest request) {
    try (Timeline timeline = surroundings.timelines().get()) {
      return plan(request, timeline);
    }
  }

  PruneResult prune(PruneRequest request) {
    Instant start = surroundings.clock().instant();
    try (Timeline timeline = surroundings.timelines().get()) {
      PrunePlan plan = plan(request, timeline);
      List<Removal> removals =
          plan.refused() || plan.removals().isEmpty()
              ? List.of()
              : remove(plan, request.journals().resolve("prune.journal"), timeline);
      return new PruneResult(
          plan, removals, start, Duration.between(start, surroundings.clock().instant()));
    }
  }

  private List<Removal> remove(PrunePlan plan, Path journal, Timeline timeline) {
    try (Journal opened =
        Journal.open(journal, PruneRunner.RUN, surroundings.clock(), MOST_NOTED)) {
      return new PruneRunner(
              plan, surroundings.storage(), timeline, opened, surroundings.listener())
          .run();
    }
  }

  private PrunePlan plan(PruneRequest request, Timeline timeline) {
    return PrunePlanner.plan(
        new PruneReader(surroundings.storage(), surroundings.patience(timeline))
            .findings(request.regions()),
        request.policy(),
        request.mostPercent(),
        UnfinishedRun.all(request.journals()),
        surroundings.clock().instant());
  }
}
