package io.github.quartermaster.ebs.maven.report;

import io.github.quartermaster.ebs.HandoverResult;
import io.github.quartermaster.ebs.maven.text.HandoverText;
import io.github.quartermaster.ebs.model.HandoverOutcome;
import io.github.quartermaster.ebs.model.HandoverStep;
import io.github.quartermaster.ebs.model.PolicyId;
import io.github.quartermaster.maven.Timing;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a handover changes.
 *
 * @param schema {@value #SCHEMA}
 * @param dryRun whether nothing was to be changed
 * @param refused whether nothing may be changed as it stands
 * @param changed whether something was changed
 * @param region where volumes and policies are
 */
public record HandoverReport(
    String schema,
    boolean dryRun,
    boolean refused,
    boolean changed,
    String region,
    Instant startedAt,
    double elapsedSeconds,
    List<StepEntry> steps,
    List<ProblemEntry> problems) {
  static final String SCHEMA = "quartermaster.ebs.handover/1";

  /** Copies the lists. */
  public HandoverReport {
    steps = List.copyOf(steps);
    problems = List.copyOf(problems);
  }

  /** The report of a result. */
  public static HandoverReport of(HandoverResult result, boolean dryRun, Timing timing) {
    Map<HandoverStep, HandoverOutcome> outcomes = new HashMap<>();
    result.outcomes().forEach(outcome -> outcomes.put(outcome.step(), outcome));
    return new HandoverReport(
        SCHEMA,
        dryRun,
        result.plan().isRefused(),
        result.changed(),
        result.plan().region().name(),
        timing.startedAt(),
        timing.elapsedSeconds(),
        result.plan().steps().stream().map(step -> StepEntry.of(step, outcomes.get(step))).toList(),
        ProblemEntry.listOf(result.problems()));
  }

  /**
   * A policy, or the tags of a volume.
   *
   * @param kind {@code policy} or {@code volume}
   * @param subject the regions that the policy copies to, or the volume's id
   * @param policyId of a policy that is there, else null
   * @param action {@code keep}, {@code create}, {@code change}, {@code tag} or {@code release}, as
   *     planned; then {@code created}, {@code changed}, {@code tagged}, {@code released} or {@code
   *     failed}
   */
  public record StepEntry(
      String kind,
      String subject,
      @Nullable String policyId,
      String action,
      List<DifferenceEntry> differences) {
    /** Copies the list. */
    public StepEntry {
      differences = List.copyOf(differences);
    }

    static StepEntry of(HandoverStep step, @Nullable HandoverOutcome outcome) {
      Optional<PolicyId> there =
          step instanceof HandoverStep.Policy policy
              ? policy.found().map(found -> found.id())
              : Optional.empty();
      Optional<PolicyId> made =
          Optional.ofNullable(outcome).flatMap(HandoverOutcome::policy).or(() -> there);
      return new StepEntry(
          step instanceof HandoverStep.Policy ? "policy" : "volume",
          step.subject(),
          made.map(PolicyId::value).orElse(null),
          HandoverText.action(step, outcome),
          step.differences().stream()
              .map(each -> new DifferenceEntry(each.name(), each.before(), each.after()))
              .toList());
    }
  }

  /**
   * A setting that is not as it is to be.
   *
   * @param before null where it is not there
   * @param after null where it is to go
   */
  public record DifferenceEntry(String name, @Nullable String before, @Nullable String after) {}
}
