package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.internal.plan.RestorePlanner;
import io.github.quartermaster.ebs.internal.plan.RestoreWish;
import io.github.quartermaster.ebs.internal.plan.SweepPlanner;
import io.github.quartermaster.ebs.internal.read.RestoreReader;
import io.github.quartermaster.ebs.internal.run.DrillRunner;
import io.github.quartermaster.ebs.internal.run.Journal;
import io.github.quartermaster.ebs.internal.time.Timeline;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.RestorePlan;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Volume;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes volumes of snapshots, has them looked at, and removes them. */
record DrillJob(Surroundings surroundings) {
  /** From the end of the drill's own time on, anybody may remove what it left. */
  private static final Duration AFTER_THE_END = Duration.ofHours(1);

  RestorePlan plan(DrillRequest request) {
    try (Timeline timeline = surroundings.timelines().get()) {
      return plan(request, reader(request, timeline));
    }
  }

  DrillResult drill(DrillRequest request) {
    Instant start = surroundings.clock().instant();
    try (Timeline timeline = surroundings.timelines().get()) {
      RestoreReader reader = reader(request, timeline);
      RestorePlan plan = plan(request, reader);
      // what is wrong with one volume is no reason not to try the others
      return plan.problems().stream().anyMatch(Problem::isError)
          ? run(without(plan), request, reader, timeline, start)
          : run(plan, request, reader, timeline, start);
    }
  }

  DrillResult sweep(DrillRequest request) {
    Instant start = surroundings.clock().instant();
    try (Timeline timeline = surroundings.timelines().get()) {
      RestorePlan nothing =
          new RestorePlan(id(start), null, request.region(), List.of(), List.of(), List.of());
      return run(nothing, request, reader(request, timeline), timeline, start);
    }
  }

  private DrillResult run(
      RestorePlan plan,
      DrillRequest request,
      RestoreReader reader,
      Timeline timeline,
      Instant start) {
    List<Volume> leftovers = SweepPlanner.expired(reader.drilled(), start);
    try (Journal journal =
        Journal.open(
            request.journals().resolve("drill.journal"), DrillRunner.RUN, surroundings.clock())) {
      DrillRunner.Drilled drilled =
          new DrillRunner(
                  plan,
                  leftovers,
                  request.hook().orElse(null),
                  request.parallel(),
                  start.plus(request.timeout()),
                  surroundings.storage(),
                  timeline,
                  journal,
                  surroundings.listener())
              .run();
      return new DrillResult(
          plan,
          drilled.volumes(),
          drilled.swept(),
          start,
          Duration.between(start, surroundings.clock().instant()));
    }
  }

  /** The same, with nothing to do. */
  private static RestorePlan without(RestorePlan plan) {
    return new RestorePlan(
        plan.id(), plan.ofRun(), plan.region(), List.of(), List.of(), plan.problems());
  }

  private RestorePlan plan(DrillRequest request, RestoreReader reader) {
    Instant now = surroundings.clock().instant();
    RunId id = id(now);
    Instant expires = now.plus(request.timeout()).plus(DrillRunner.GRACE).plus(AFTER_THE_END);
    RestoreWish wish =
        new RestoreWish(
            id,
            request.onlyRun(),
            request.region(),
            surroundings.storage().volumesOf(request.region()),
            Set.copyOf(request.volumes()),
            request.rules(),
            Map.of(
                OurTags.DRILL, id.value(),
                OurTags.EXPIRES, expires.toString(),
                OurTags.NAME, "drill " + id),
            false,
            "drill",
            surroundings.storage().traits());
    return RestorePlanner.plan(wish, reader.forDrill(request.run()));
  }

  private static RunId id(Instant now) {
    return RunId.fresh(now, new SecureRandom().nextInt());
  }

  private RestoreReader reader(DrillRequest request, Timeline timeline) {
    return new RestoreReader(
        surroundings.storage(), surroundings.patience(timeline), request.region());
  }
}
