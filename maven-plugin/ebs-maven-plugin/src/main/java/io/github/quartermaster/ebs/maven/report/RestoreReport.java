package io.github.quartermaster.ebs.maven.report;

import io.github.quartermaster.ebs.RestoreResult;
import io.github.quartermaster.ebs.maven.text.RestoreText;
import io.github.quartermaster.ebs.model.PlannedRestore;
import io.github.quartermaster.ebs.model.RestoredVolume;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeCreation;
import io.github.quartermaster.maven.Timing;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which volumes were made from which snapshots, and how they are put in place.
 *
 * @param schema {@value #SCHEMA}
 * @param restore what the restore is called
 * @param dryRun whether nothing was to be made
 * @param refused whether nothing may be made as it stands
 * @param complete whether every volume is there and can be used
 * @param changed whether something was made
 * @param safetyRun the run that backed up the old volumes before, or null
 * @param swap commands, in order, which nobody has run
 */
public record RestoreReport(
    String schema,
    @Nullable String run,
    String restore,
    String region,
    boolean dryRun,
    boolean refused,
    boolean complete,
    boolean changed,
    Instant startedAt,
    double elapsedSeconds,
    @Nullable String safetyRun,
    List<RestoredEntry> volumes,
    List<String> swap,
    List<ProblemEntry> problems) {
  static final String SCHEMA = "quartermaster.ebs.restore/1";

  /** Copies the lists. */
  public RestoreReport {
    volumes = List.copyOf(volumes);
    swap = List.copyOf(swap);
    problems = List.copyOf(problems);
  }

  /**
   * The report of a result.
   *
   * @param swap the commands of its steps
   */
  public static RestoreReport of(
      RestoreResult result, List<String> swap, boolean dryRun, Timing timing) {
    Map<PlannedRestore, RestoredVolume> done = new HashMap<>();
    result.volumes().forEach(volume -> done.put(volume.planned(), volume));
    return new RestoreReport(
        SCHEMA,
        result.plan().run().map(RunId::value).orElse(null),
        result.plan().id().value(),
        result.plan().region().name(),
        dryRun,
        result.plan().isRefused(),
        result.isComplete(),
        result.isChanged(),
        timing.startedAt(),
        timing.elapsedSeconds(),
        result.safety().map(before -> before.run().value()).orElse(null),
        result.plan().volumes().stream()
            .map(planned -> RestoredEntry.of(planned, done.get(planned), dryRun))
            .toList(),
        swap,
        ProblemEntry.listOf(result.problems()));
  }

  /**
   * A volume.
   *
   * @param sourceVolumeId the old volume, which may be gone
   * @param snapshotId null where none will do
   * @param pointInTime that the data is of; null where there is no snapshot
   * @param volumeId the new volume; null while there is none
   * @param state {@code create} or {@code adopt} of a dry run; {@code available}, {@code adopted},
   *     {@code unfinished} or {@code failed}; {@code impossible}; {@code not begun}
   * @param type null, as all that follows, where the new volume cannot be told
   */
  public record RestoredEntry(
      String sourceVolumeId,
      @Nullable String snapshotId,
      @Nullable Instant pointInTime,
      @Nullable String volumeId,
      String state,
      @Nullable String type,
      @Nullable Long sizeGiB,
      @Nullable Integer iops,
      @Nullable Integer throughput,
      @Nullable String zone,
      @Nullable String device) {
    static RestoredEntry of(
        PlannedRestore planned, @Nullable RestoredVolume outcome, boolean dryRun) {
      Optional<RestoredVolume> done = Optional.ofNullable(outcome);
      Optional<VolumeCreation> call = planned.creation();
      return new RestoredEntry(
          planned.source().value(),
          planned.snapshot().map(snapshot -> snapshot.id().value()).orElse(null),
          planned.snapshot().map(Snapshot::startedAt).orElse(null),
          done.flatMap(RestoredVolume::volume)
              .or(planned::existing)
              .map(volume -> volume.id().value())
              .orElse(null),
          RestoreText.state(planned, done, dryRun),
          call.map(VolumeCreation::type).orElse(null),
          call.map(VolumeCreation::sizeGib).orElse(null),
          call.map(VolumeCreation::iops).orElse(null),
          call.map(VolumeCreation::throughput).orElse(null),
          call.map(VolumeCreation::zone).orElse(null),
          planned.attachment().map(Volume.Attachment::device).orElse(null));
    }
  }
}
