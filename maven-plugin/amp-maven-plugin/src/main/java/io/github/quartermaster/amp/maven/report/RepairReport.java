package io.github.quartermaster.amp.maven.report;

import io.github.quartermaster.amp.ApplyResult.WarResult;
import io.github.quartermaster.amp.RepairResult;
import io.github.quartermaster.amp.model.WarRepair;
import io.github.quartermaster.maven.Timing;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code amp:repair} did or would do.
 *
 * @param schema {@value #SCHEMA}
 * @param dryRun whether it tells what would be, rather than what was done
 * @param changed whether a WAR was changed, or, in a dry run, would be
 * @param finished WARs at which an interrupted run was finished or undone
 * @param problems what went less well than it should
 */
public record RepairReport(
    String schema,
    boolean dryRun,
    boolean changed,
    Instant startedAt,
    double elapsedSeconds,
    List<String> finished,
    List<RepairedWar> wars,
    List<ProblemEntry> problems) {
  static final String SCHEMA = "quartermaster.amp.repair/1";

  /** Copies the lists. */
  public RepairReport {
    finished = List.copyOf(finished);
    wars = List.copyOf(wars);
    problems = List.copyOf(problems);
  }

  /** Of a dry run. */
  public static RepairReport planned(List<WarRepair> repairs, Timing timing) {
    return new RepairReport(
        SCHEMA,
        true,
        repairs.stream().anyMatch(repair -> !repair.mended().isEmpty()),
        timing.startedAt(),
        timing.elapsedSeconds(),
        List.of(),
        repairs.stream().map(repair -> RepairedWar.of(repair, Optional.empty())).toList(),
        List.of());
  }

  /** Of a repair. */
  public static RepairReport of(RepairResult result, Timing timing) {
    return new RepairReport(
        SCHEMA,
        false,
        result.changed(),
        timing.startedAt(),
        timing.elapsedSeconds(),
        result.finished().stream().map(Path::toString).toList(),
        result.repairs().stream()
            .map(
                repair ->
                    RepairedWar.of(
                        repair,
                        result.wars().stream()
                            .filter(war -> war.war().equals(repair.health().war().path()))
                            .findFirst()))
            .toList(),
        ProblemEntry.listOf(result.warnings()));
  }

  /**
   * A WAR and what became of what was found.
   *
   * @param tier {@code repository} or {@code share}
   * @param changed whether it was changed, or, in a dry run, would be
   * @param output where the result lies, or null where there is none yet
   * @param backup the path of the backup that was made, or null
   * @param mended what was mended, or would be
   * @param left what its owner has to decide
   */
  public record RepairedWar(
      String path,
      String tier,
      boolean exploded,
      boolean changed,
      @Nullable String output,
      @Nullable String backup,
      List<FindingEntry> mended,
      List<FindingEntry> left) {
    /** Copies the lists. */
    public RepairedWar {
      mended = List.copyOf(mended);
      left = List.copyOf(left);
    }

    static RepairedWar of(WarRepair repair, Optional<WarResult> result) {
      return new RepairedWar(
          repair.health().war().path().toString(),
          repair.health().war().tier().toString(),
          repair.health().war().exploded(),
          result.map(WarResult::changed).orElse(!repair.edit().isEmpty()),
          result.map(war -> war.result().toString()).orElse(null),
          result.flatMap(WarResult::backup).map(Path::toString).orElse(null),
          FindingEntry.listOf(repair.mended()),
          FindingEntry.listOf(repair.left()));
    }
  }
}
