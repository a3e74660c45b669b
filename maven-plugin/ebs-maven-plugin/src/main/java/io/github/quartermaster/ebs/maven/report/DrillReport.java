package io.github.quartermaster.ebs.maven.report;

import io.github.quartermaster.ebs.DrillResult;
import io.github.quartermaster.ebs.maven.text.DrillText;
import io.github.quartermaster.ebs.model.DrilledVolume;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.PlannedRestore;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SweptVolume;
import io.github.quartermaster.ebs.model.VolumeCreation;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.maven.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a drill showed: evidence that snapshots can be restored, or that they cannot.
 *
 * @param schema {@value #SCHEMA}
 * @param drill what the drill is called
 * @param dryRun whether nothing was to be tried
 * @param passed whether every volume passed and nothing is left; false of a dry run
 * @param changed whether something was made or removed
 * @param swept what earlier drills had left behind
 */
public record DrillReport(
    String schema,
    String drill,
    String region,
    boolean dryRun,
    boolean passed,
    boolean changed,
    Instant startedAt,
    double elapsedSeconds,
    List<DrilledEntry> volumes,
    List<SweptEntry> swept,
    List<ProblemEntry> problems) {
  static final String SCHEMA = "quartermaster.ebs.drill/1";

  /** Copies the lists. */
  public DrillReport {
    volumes = List.copyOf(volumes);
    swept = List.copyOf(swept);
    problems = List.copyOf(problems);
  }

  /** The report of a result. */
  public static DrillReport of(DrillResult result, boolean dryRun, Timing timing) {
    Map<PlannedRestore, DrilledVolume> done = new HashMap<>();
    result.volumes().forEach(volume -> done.put(volume.planned(), volume));
    return new DrillReport(
        SCHEMA,
        result.plan().id().value(),
        result.plan().region().name(),
        dryRun,
        !dryRun && result.isPassed(),
        result.isChanged(),
        timing.startedAt(),
        timing.elapsedSeconds(),
        result.plan().volumes().stream()
            .map(planned -> DrilledEntry.of(planned, done.get(planned), dryRun))
            .toList(),
        result.swept().stream().map(SweptEntry::of).toList(),
        ProblemEntry.listOf(result.problems()));
  }

  /**
   * A volume that an earlier drill had left.
   *
   * @param removed whether it is gone
   */
  public record SweptEntry(String volumeId, boolean removed) {
    static SweptEntry of(SweptVolume swept) {
      return new SweptEntry(swept.volume().id().value(), swept.isRemoved());
    }
  }

  /**
   * What was shown about a volume.
   *
   * @param sourceVolumeId the volume that was backed up
   * @param run that made the snapshot; null where there is none
   * @param pointInTime that the data is of
   * @param volumeId the temporary volume; null where there was none
   * @param result {@code passed}, {@code failed}, {@code impossible}; {@code would be tried} of a
   *     dry run; {@code not begun}
   * @param availableSeconds until it could be used; null where it could not
   * @param hookExit how the command ended; null where none ran to its end
   * @param removed whether the temporary volume is gone; null where there was no drill
   * @param problem the first of what went wrong, or null
   */
  public record DrilledEntry(
      String sourceVolumeId,
      @Nullable String snapshotId,
      @Nullable String run,
      @Nullable Instant pointInTime,
      @Nullable Long sizeGiB,
      @Nullable String type,
      @Nullable String zone,
      @Nullable String volumeId,
      String result,
      @Nullable Instant startedAt,
      @Nullable Double elapsedSeconds,
      @Nullable Double availableSeconds,
      @Nullable Integer hookExit,
      @Nullable Boolean removed,
      @Nullable ProblemEntry problem) {
    static DrilledEntry of(
        PlannedRestore planned, @Nullable DrilledVolume outcome, boolean dryRun) {
      Optional<DrilledVolume> done = Optional.ofNullable(outcome);
      Optional<Snapshot> snapshot = planned.snapshot();
      Optional<VolumeCreation> call = planned.creation();
      return new DrilledEntry(
          planned.source().value(),
          snapshot.map(each -> each.id().value()).orElse(null),
          snapshot.flatMap(each -> each.tag(OurTags.RUN)).orElse(null),
          snapshot.map(Snapshot::startedAt).orElse(null),
          call.map(VolumeCreation::sizeGib).orElse(null),
          call.map(VolumeCreation::type).orElse(null),
          call.map(VolumeCreation::zone).orElse(null),
          done.flatMap(DrilledVolume::volume).map(VolumeId::value).orElse(null),
          DrillText.verdict(planned, done, dryRun),
          done.map(DrilledVolume::begunAt).orElse(null),
          done.map(DrilledVolume::elapsed).map(DrilledEntry::seconds).orElse(null),
          done.flatMap(DrilledVolume::untilAvailable).map(DrilledEntry::seconds).orElse(null),
          done.flatMap(DrilledVolume::exitOfHook).orElse(null),
          done.map(DrilledVolume::removed).orElse(null),
          Stream.concat(
                  done.stream().flatMap(each -> each.problems().stream()),
                  planned.problems().stream())
              .filter(Problem::isError)
              .findFirst()
              .map(ProblemEntry::of)
              .orElse(null));
    }

    private static double seconds(Duration span) {
      return span.toMillis() / 1000.0;
    }
  }
}
