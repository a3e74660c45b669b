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
 * What {@code amp:plan} would do, {@code amp:apply} did, or {@code amp:uninstall} did or would do.
 *
 * @param schema {@value #PLAN_SCHEMA}, {@value #APPLY_SCHEMA} or {@value #UNINSTALL_SCHEMA}
 * @param dryRun whether it tells what would be, rather than what was done
 * @param changed whether a WAR was changed, or, in a plan, would be
 * @param refused whether something forbids the plan; then nothing was or would be changed
 * @param amps all AMPs found and understood
 * @param problems what concerns no single WAR
 */
public record ApplyReport(
    String schema,
    boolean dryRun,
    boolean changed,
    boolean refused,
    Instant startedAt,
    double elapsedSeconds,
    List<AmpEntry> amps,
    List<WarEntry> wars,
    List<ProblemEntry> problems) {
  static final String PLAN_SCHEMA = "quartermaster.amp.plan/1";
  static final String APPLY_SCHEMA = "quartermaster.amp.apply/1";
  static final String UNINSTALL_SCHEMA = "quartermaster.amp.uninstall/1";

  /** Copies the lists. */
  public ApplyReport {
    amps = List.copyOf(amps);
    wars = List.copyOf(wars);
    problems = List.copyOf(problems);
  }

  /** The goal that it is of. */
  @JsonIgnore
  public String goal() {
    return schema.substring(schema.lastIndexOf('.') + 1, schema.indexOf('/'));
  }

  /** A plan that is only that. */
  public static ApplyReport planned(
      ApplyPlan plan, boolean refused, List<AmpFile> amps, Timing timing) {
    return unexecuted(PLAN_SCHEMA, true, plan, refused, amps, timing);
  }

  /** An apply that ended with the plan, since something in it forbids to go on. */
  public static ApplyReport refused(ApplyPlan plan, List<AmpFile> amps, Timing timing) {
    return unexecuted(APPLY_SCHEMA, false, plan, true, amps, timing);
  }

  /** An apply that was carried out, be there something to do or not. */
  public static ApplyReport applied(ApplyResult result, List<AmpFile> amps, Timing timing) {
    return executed(APPLY_SCHEMA, result, amps, timing);
  }

  /** A dry run of an uninstall. */
  public static ApplyReport uninstallPlanned(ApplyPlan plan, Timing timing) {
    return unexecuted(UNINSTALL_SCHEMA, true, plan, false, List.of(), timing);
  }

  /** An uninstall, or a dry run of one, that something forbids. */
  public static ApplyReport uninstallRefused(ApplyPlan plan, boolean dryRun, Timing timing) {
    return unexecuted(UNINSTALL_SCHEMA, dryRun, plan, true, List.of(), timing);
  }

  /** An uninstall that was carried out, be there something to do or not. */
  public static ApplyReport uninstalled(ApplyResult result, Timing timing) {
    return executed(UNINSTALL_SCHEMA, result, List.of(), timing);
  }

  private static ApplyReport executed(
      String schema, ApplyResult result, List<AmpFile> amps, Timing timing) {
    return new ApplyReport(
        schema,
        false,
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
      String schema,
      boolean dryRun,
      ApplyPlan plan,
      boolean refused,
      List<AmpFile> amps,
      Timing timing) {
    return new ApplyReport(
        schema,
        dryRun,
        !refused && plan.changes(),
        refused,
        timing.startedAt(),
        timing.elapsedSeconds(),
        AmpEntry.listOf(amps),
        plan.wars().stream().map(refused ? WarEntry::refused : WarEntry::planned).toList(),
        ProblemEntry.listOf(plan.problems()));
  }
}
