package io.github.quartermaster.ebs;

import static io.github.quartermaster.ebs.model.ProblemCode.RUN_UNKNOWN;

import io.github.quartermaster.ebs.internal.plan.AwaitPlanner;
import io.github.quartermaster.ebs.internal.run.BackupRunner;
import io.github.quartermaster.ebs.internal.run.Journal;
import io.github.quartermaster.ebs.internal.run.RunOptions;
import io.github.quartermaster.ebs.internal.run.RunResult;
import io.github.quartermaster.ebs.internal.run.UnfinishedRun;
import io.github.quartermaster.ebs.internal.time.Timeline;
import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.EbsEvent;
import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Snapshot;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes snapshots and copies, and waits for them. */
record BackupJob(Surroundings surroundings) {

  BackupPlan plan(BackupRequest request) {
    try (Timeline timeline = surroundings.timelines().get()) {
      return plan(request, timeline);
    }
  }

  BackupResult backup(BackupRequest request) {
    Instant start = surroundings.clock().instant();
    try (Timeline timeline = surroundings.timelines().get()) {
      BackupPlan plan = plan(request, timeline);
      if (plan.isRefused()) {
        return refused(plan, start);
      }
      RunOptions options =
          new RunOptions(
              request.awaited(),
              true,
              start.plus(request.timeout()),
              request.freezeHooks().orElse(null));
      return run(plan, options, request.journal(), timeline, start);
    }
  }

  BackupResult await(AwaitRequest request) {
    Instant start = surroundings.clock().instant();
    RunId run =
        request
            .run()
            .or(() -> unfinished(request.journal()))
            .orElseThrow(
                () ->
                    new EbsException(
                        Problem.error(
                            RUN_UNKNOWN,
                            "run",
                            "tried to wait for a run; none was named, and none is unfinished here",
                            "Name the run")));
    try (Timeline timeline = surroundings.timelines().get()) {
      List<Snapshot> snapshots = surroundings.reader(timeline).ofRun(run, request.region());
      BackupPlan found =
          AwaitPlanner.plan(
              run, request.region(), request.rules(), snapshots, surroundings.storage().traits());
      BackupPlan plan = new BackupPlanning(surroundings, timeline).checked(found, request.rules());
      surroundings.listener().on(new EbsEvent.Planned(plan));
      if (plan.isRefused()) {
        return refused(plan, start);
      }
      RunOptions options = new RunOptions(true, false, start.plus(request.timeout()), null);
      return run(plan, options, request.journal(), timeline, start);
    }
  }

  private BackupPlan plan(BackupRequest request, Timeline timeline) {
    RunId run =
        request
            .run()
            .or(() -> unfinished(request.journal()))
            .orElseGet(
                () -> RunId.fresh(surroundings.clock().instant(), new SecureRandom().nextInt()));
    BackupPlan plan = new BackupPlanning(surroundings, timeline).plan(request, run);
    surroundings.listener().on(new EbsEvent.Planned(plan));
    return plan;
  }

  private BackupResult run(
      BackupPlan plan, RunOptions options, JournalPlace place, Timeline timeline, Instant start) {
    try (Journal journal = Journal.open(place.file(plan.run()), plan.run(), surroundings.clock())) {
      RunResult result =
          new BackupRunner(
                  plan, options, surroundings.storage(), timeline, journal, surroundings.listener())
              .run();
      return new BackupResult(
          plan,
          result.volumes(),
          result.warnings(),
          result.changed(),
          start,
          Duration.between(start, surroundings.clock().instant()));
    }
  }

  private BackupResult refused(BackupPlan plan, Instant start) {
    return new BackupResult(
        plan,
        List.of(),
        List.of(),
        false,
        start,
        Duration.between(start, surroundings.clock().instant()));
  }

  private Optional<RunId> unfinished(JournalPlace place) {
    Instant now = surroundings.clock().instant();
    if (place instanceof JournalPlace.Directory folder) {
      return UnfinishedRun.in(folder.directory(), now);
    }
    return UnfinishedRun.of(((JournalPlace.File) place).path(), now);
  }
}
