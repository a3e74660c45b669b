package io.github.quartermaster.amp.maven.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.quartermaster.amp.ApplyResult;
import io.github.quartermaster.amp.ApplyResult.WarResult;
import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.WarPlan;
import io.github.quartermaster.maven.Timing;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code amp:plan} would do or {@code amp:apply} did.
 *
 * @param schema {@value #PLAN_SCHEMA} or {@value #APPLY_SCHEMA}
 * @param changed whether a WAR was changed, or, in a plan, would be
 * @param refused whether something forbids the plan; then nothing was or would be changed
 * @param amps all AMPs found and understood
 * @param problems what concerns no single WAR
 */
public record ApplyReport(
    String schema,
    boolean changed,
    boolean refused,
    Instant startedAt,
    double elapsedSeconds,
    List<AmpEntry> amps,
    List<WarEntry> wars,
    List<ProblemEntry> problems) {
  static final String PLAN_SCHEMA = "quartermaster.amp.plan/1";
  static final String APPLY_SCHEMA = "quartermaster.amp.apply/1";

  /** Copies the lists. */
  public ApplyReport {
    amps = List.copyOf(amps);
    wars = List.copyOf(wars);
    problems = List.copyOf(problems);
  }

  /** Whether it tells what would be, rather than what was done. */
  @JsonIgnore
  public boolean isPlan() {
    return schema.equals(PLAN_SCHEMA);
  }

  /** A plan that is only that. */
  public static ApplyReport planned(
      ApplyPlan plan, boolean refused, List<AmpFile> amps, Timing timing) {
    return unexecuted(PLAN_SCHEMA, plan, refused, amps, timing);
  }

  /** An apply that ended with the plan, since something in it forbids to go on. */
  public static ApplyReport refused(ApplyPlan plan, List<AmpFile> amps, Timing timing) {
    return unexecuted(APPLY_SCHEMA, plan, true, amps, timing);
  }

  /** An apply that was carried out, be there something to do or not. */
  public static ApplyReport applied(ApplyResult result, List<AmpFile> amps, Timing timing) {
    return new ApplyReport(
        APPLY_SCHEMA,
        result.changed(),
        false,
        timing.startedAt(),
        timing.elapsedSeconds(),
        AmpEntry.listOf(amps),
        result.plan().wars().stream().map(war -> applied(war, result.wars())).toList(),
        ProblemEntry.listOf(
            Stream.concat(result.plan().problems().stream(), result.warnings().stream()).toList()));
  }

  private static WarEntry applied(WarPlan plan, List<WarResult> results) {
    return results.stream()
        .filter(result -> result.war().equals(plan.war().path()))
        .findFirst()
        .map(result -> WarEntry.applied(plan, result))
        .orElseGet(() -> WarEntry.refused(plan));
  }

  private static ApplyReport unexecuted(
      String schema, ApplyPlan plan, boolean refused, List<AmpFile> amps, Timing timing) {
    return new ApplyReport(
        schema,
        !refused && plan.changes(),
        refused,
        timing.startedAt(),
        timing.elapsedSeconds(),
        AmpEntry.listOf(amps),
        plan.wars().stream().map(refused ? WarEntry::refused : WarEntry::planned).toList(),
        ProblemEntry.listOf(plan.problems()));
  }
}
