package io.github.quartermaster.ebs.maven.report;

import io.github.quartermaster.ebs.model.PlannedVolume;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.VolumeOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a volume.
 *
 * @param set the instance whose volumes have the same point in time, or null
 * @param status {@code completed}, {@code pending}, {@code failed}, or {@code untouched} where the
 *     plan was refused
 * @param snapshot as last seen, or null where there is none
 * @param problem what went wrong first, or null
 */
public record VolumeEntry(
    String volumeId,
    String description,
    String region,
    @Nullable String set,
    String status,
    @Nullable SnapshotEntry snapshot,
    List<CopyEntry> copies,
    @Nullable ProblemEntry problem) {
  /** Copies the list. */
  public VolumeEntry {
    copies = List.copyOf(copies);
  }

  static VolumeEntry of(VolumeOutcome volume) {
    return new VolumeEntry(
        volume.spec().id().value(),
        volume.spec().description(),
        volume.region().name(),
        volume.set().isEmpty() ? null : volume.set(),
        status(volume),
        volume.snapshot().snapshot().map(SnapshotEntry::of).orElse(null),
        volume.copies().stream().map(CopyEntry::of).toList(),
        first(volume.problems()));
  }

  static VolumeEntry untouched(PlannedVolume volume) {
    return new VolumeEntry(
        volume.spec().id().value(),
        volume.spec().description(),
        volume.region().name(),
        null,
        "untouched",
        null,
        List.of(),
        first(volume.problems()));
  }

  private static String status(VolumeOutcome volume) {
    if (volume.isComplete()) {
      return "completed";
    }
    return volume.problems().stream().anyMatch(Problem::isError) ? "failed" : "pending";
  }

  private static @Nullable ProblemEntry first(List<Problem> problems) {
    return problems.stream().findFirst().map(ProblemEntry::of).orElse(null);
  }
}
