package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.internal.plan.RestorePlanner;
import io.github.quartermaster.ebs.internal.plan.RestoreWish;
import io.github.quartermaster.ebs.internal.plan.SwapPlanner;
import io.github.quartermaster.ebs.internal.read.RestoreReader;
import io.github.quartermaster.ebs.internal.run.Journal;
import io.github.quartermaster.ebs.internal.run.RestoreRunner;
import io.github.quartermaster.ebs.internal.run.UnfinishedRun;
import io.github.quartermaster.ebs.internal.time.Timeline;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.PlannedRestore;
import io.github.quartermaster.ebs.model.RestorePlan;
import io.github.quartermaster.ebs.model.RestoredVolume;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes volumes of a run's snapshots. */
record RestoreJob(Surroundings surroundings) {

  RestorePlan plan(RestoreRequest request) {
    try (Timeline timeline = surroundings.timelines().get()) {
      return plan(request, timeline);
    }
  }

  RestoreResult restore(RestoreRequest request) {
    Instant start = surroundings.clock().instant();
    RestorePlan plan = plan(request);
    if (plan.isRefused()) {
      return result(plan, List.of(), null, start);
    }
    @Nullable BackupResult safety = request.safetySnapshot() ? backup(plan, request) : null;
    if (safety != null && !safety.isComplete()) {
      return result(plan, List.of(), safety, start);
    }
    return result(plan, make(plan, request, start), safety, start);
  }

  private List<RestoredVolume> make(RestorePlan plan, RestoreRequest request, Instant start) {
    try (Timeline timeline = surroundings.timelines().get();
        Journal journal =
            Journal.open(
                journal(request.journals(), plan.id()), request.run(), surroundings.clock())) {
      return new RestoreRunner(
              plan,
              start.plus(request.timeout()),
              surroundings.storage(),
              timeline,
              journal,
              surroundings.listener())
          .run();
    }
  }

  private RestoreResult result(
      RestorePlan plan,
      List<RestoredVolume> volumes,
      @Nullable BackupResult safety,
      Instant start) {
    return new RestoreResult(
        plan,
        volumes,
        SwapPlanner.steps(plan, volumes),
        safety,
        start,
        Duration.between(start, surroundings.clock().instant()));
  }

  private RestorePlan plan(RestoreRequest request, Timeline timeline) {
    Instant now = surroundings.clock().instant();
    RunId id =
        request
            .id()
            .or(() -> UnfinishedRun.restoreOf(request.run(), request.journals(), now))
            .orElseGet(() -> RunId.fresh(now, new SecureRandom().nextInt()));
    String tag = request.run() + "/" + id;
    RestoreWish wish =
        new RestoreWish(
            id,
            request.run(),
            request.region(),
            surroundings.storage().volumesOf(request.region()),
            Set.copyOf(request.volumes()),
            request.rules(),
            Map.of(OurTags.RESTORE, tag),
            true,
            "",
            surroundings.storage().traits());
    return RestorePlanner.plan(
        wish,
        new RestoreReader(surroundings.storage(), surroundings.patience(timeline), request.region())
            .ofRun(request.run(), tag, UnfinishedRun.backups(request.journals())));
  }

  /** An ordinary backup, of what is there now of the old volumes. */
  private @Nullable BackupResult backup(RestorePlan plan, RestoreRequest request) {
    List<VolumeSpec> current =
        plan.volumes().stream()
            .flatMap(volume -> volume.current().stream())
            .map(
                volume ->
                    new VolumeSpec(
                        volume.id(), volume.tags().getOrDefault(OurTags.NAME, ""), List.of(), 0))
            .toList();
    boolean begunBefore =
        plan.volumes().stream().map(PlannedRestore::existing).anyMatch(made -> made.isPresent());
    // after the first new volume the old ones may have been swapped out already
    if (current.isEmpty() || begunBefore) {
      return null;
    }
    return new BackupJob(surroundings)
        .backup(
            BackupRequest.builder(
                    new VolumeSelection.Listed(current),
                    request.region(),
                    // a name by which no later backup takes it for its own unfinished run
                    new JournalPlace.File(
                        request.journals().resolve("safety-" + plan.id() + ".journal")))
                .run(safetyRun(request.run(), plan.id()))
                .timeout(request.timeout())
                .build());
  }

  /** {@code <run>-safety-<restore>}, cut where that is too long for a run. */
  static RunId safetyRun(RunId run, RunId restore) {
    String end = "-safety-" + restore;
    if (end.length() > 56) {
      end = end.substring(0, 48) + "-" + Integer.toHexString(restore.hashCode() | 1 << 31);
    }
    int room = 64 - end.length();
    String begin = run.value().length() <= room ? run.value() : run.value().substring(0, room);
    return new RunId(begin + end);
  }

  static Path journal(Path folder, RunId restore) {
    return folder.resolve("restore-" + restore + ".journal");
  }
}
