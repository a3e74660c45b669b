package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.BackupResult;
import io.github.quartermaster.ebs.HandoverResult;
import io.github.quartermaster.ebs.VerifyResult;
import io.github.quartermaster.ebs.model.BackupCheck;
import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.BlockReading;
import io.github.quartermaster.ebs.model.CostEstimate;
import io.github.quartermaster.ebs.model.FoundPolicy;
import io.github.quartermaster.ebs.model.HandoverOutcome;
import io.github.quartermaster.ebs.model.HandoverPlan;
import io.github.quartermaster.ebs.model.HandoverStep;
import io.github.quartermaster.ebs.model.LifecyclePolicy;
import io.github.quartermaster.ebs.model.LifecycleSchedule;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.PlannedCopy;
import io.github.quartermaster.ebs.model.PlannedVolume;
import io.github.quartermaster.ebs.model.PolicyId;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.ReadingCost;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.SnapshotOutcome;
import io.github.quartermaster.ebs.model.SnapshotOutcome.Completed;
import io.github.quartermaster.ebs.model.SnapshotOutcome.Failed;
import io.github.quartermaster.ebs.model.SnapshotOutcome.Unfinished;
import io.github.quartermaster.ebs.model.Token;
import io.github.quartermaster.ebs.model.VerificationLevel;
import io.github.quartermaster.ebs.model.VerificationPlan;
import io.github.quartermaster.ebs.model.VerificationRules;
import io.github.quartermaster.ebs.model.VerificationScope;
import io.github.quartermaster.ebs.model.VerifiedBackup;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.model.VolumeOutcome;
import io.github.quartermaster.ebs.model.VolumeOutcome.CopyOutcome;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run of two volumes, the first with a copy, in several states. */
public final class Samples {
  public static final RunId RUN = new RunId("build-7");
  public static final Region WEST = new Region("us-west-1");
  public static final Region EAST = new Region("us-east-1");
  public static final Instant START = Instant.parse("2026-11-25T10:00:00Z");
  public static final VolumeSpec DATA =
      new VolumeSpec(new VolumeId("vol-data"), "Content store", List.of(EAST), 1);
  public static final VolumeSpec INDEX =
      new VolumeSpec(new VolumeId("vol-index"), "", List.of(), 2);
  public static final Problem MISSING =
      Problem.error(
          ProblemCode.VOLUME_NOT_FOUND,
          "vol-index",
          "tried to find vol-index in us-west-1; there is no such volume",
          "Correct the id, or name the region that it is in.");
  public static final Problem LATE =
      Problem.error(
          ProblemCode.NOT_FINISHED,
          "vol-data",
          "tried to complete snap-1; 4 h were over before",
          "Wait on");
  public static final Problem CUT =
      Problem.warning(
          ProblemCode.TEXT_CUT,
          "vol-data",
          "tried to keep the description; it is cut",
          "Shorten it");
  public static final CostEstimate COST =
      new CostEstimate(
          new BigDecimal("1.25"),
          new BigDecimal("0.5"),
          BigDecimal.ZERO,
          new BigDecimal("17.5"),
          new BigDecimal("25"),
          "USD");
  public static final CostEstimate FREE =
      new CostEstimate(
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          "USD");

  public static final String ROLE = "arn:aws:iam::111122223333:role/scheduler";

  private Samples() {}

  public static Snapshot snapshot(String id, String state, int percent) {
    return snapshot(id, WEST, DATA.id(), state, percent, Map.of(OurTags.RUN, RUN.value()));
  }

  public static Snapshot copy(String id, String state, int percent) {
    Map<String, String> tags =
        Map.of(
            OurTags.RUN, RUN.value(),
            OurTags.SOURCE_VOLUME, DATA.id().value(),
            OurTags.SOURCE_REGION, WEST.name(),
            OurTags.SOURCE_SNAPSHOT, "snap-1");
    return snapshot(id, EAST, new VolumeId("vol-ffffffff"), state, percent, tags);
  }

  private static Snapshot snapshot(
      String id,
      Region region,
      VolumeId volume,
      String state,
      int percent,
      Map<String, String> tags) {
    return new Snapshot(
        new SnapshotId(id),
        region,
        volume,
        state,
        state.equals("error") ? "Given key ID is not accessible" : "",
        percent,
        START,
        state.equals("completed") ? START.plusSeconds(90) : null,
        100,
        false,
        null,
        "Content store vol-data, run build-7",
        tags);
  }

  /** A plan that creates, or where something is found, adopts. */
  public static BackupPlan plan(@Nullable Snapshot found, @Nullable Snapshot copied) {
    return new BackupPlan(
        RUN,
        List.of(volume(DATA, found, copied), volume(INDEX, found, null)),
        List.of(),
        found == null ? COST : FREE,
        List.of());
  }

  public static BackupPlan plan() {
    return plan(null, null);
  }

  /** A plan that leaves the second volume out. */
  public static BackupPlan planWithoutIndex() {
    PlannedVolume refused = volume(INDEX, null, null, MISSING);
    return new BackupPlan(
        RUN, List.of(volume(DATA, null, null, CUT), refused), List.of(), COST, List.of());
  }

  public static BackupPlan refusedPlan() {
    Problem problem =
        Problem.error(
            ProblemCode.COST_TOO_HIGH,
            "build-7",
            "tried to plan run build-7; it is expected to cost 1.75 USD, more than 1",
            "Allow more, or back up less.");
    return new BackupPlan(RUN, plan().volumes(), List.of(), COST, List.of(problem));
  }

  private static PlannedVolume volume(
      VolumeSpec spec, @Nullable Snapshot found, @Nullable Snapshot copied, Problem... problems) {
    List<PlannedCopy> copies =
        spec.destinations().stream()
            .map(
                region ->
                    new PlannedCopy(
                        Token.ofCopy(RUN, spec.id(), region),
                        region,
                        WEST,
                        false,
                        null,
                        null,
                        spec.description(),
                        Map.of(),
                        copied,
                        true))
            .toList();
    boolean there = List.of(problems).stream().noneMatch(Problem::isError);
    Volume volume =
        new Volume(
            spec.id(), WEST, "in-use", 100, "gp3", "us-west-1a", false, null, List.of(), Map.of());
    return new PlannedVolume(
        spec,
        WEST,
        there ? volume : null,
        Token.ofVolume(RUN, spec.id()),
        spec.description(),
        Map.of(),
        found,
        spec.equals(DATA),
        copies,
        List.of(problems));
  }

  /** Everything whole. */
  public static BackupResult complete(boolean changed) {
    return result(
        plan(),
        changed,
        outcome(
            DATA,
            new Completed(snapshot("snap-1", "completed", 100), false),
            new Completed(copy("snap-c", "completed", 100), false)),
        outcome(INDEX, new Completed(snapshot("snap-2", "completed", 100), false)));
  }

  /** The second volume is not there. */
  public static BackupResult withoutIndex() {
    return result(
        planWithoutIndex(),
        true,
        outcome(
            DATA,
            new Completed(snapshot("snap-1", "completed", 100), false),
            new Completed(copy("snap-c", "completed", 100), false)),
        outcome(INDEX, new Failed(null, MISSING)));
  }

  /** Begun, and nobody waits. */
  public static BackupResult underWay() {
    return result(
        plan(),
        true,
        outcome(
            DATA,
            new Unfinished(snapshot("snap-1", "pending", 40), null),
            new Unfinished(null, null)),
        outcome(INDEX, new Unfinished(snapshot("snap-2", "pending", 0), null)));
  }

  /** Time ran out. */
  public static BackupResult late() {
    return result(
        plan(),
        true,
        outcome(
            DATA,
            new Unfinished(snapshot("snap-1", "pending", 40), LATE),
            new Unfinished(null, LATE)),
        outcome(INDEX, new Completed(snapshot("snap-2", "completed", 100), false)));
  }

  public static BackupResult refused() {
    return result(refusedPlan(), false);
  }

  /** A policy to be made, one to be changed, a volume to be tagged, another as it should be. */
  public static HandoverResult handover(HandoverOutcome... outcomes) {
    LifecyclePolicy none = policy(LifecyclePolicy.NO_COPIES);
    LifecyclePolicy east =
        new LifecyclePolicy(
            EAST.name(),
            ROLE,
            new LifecycleSchedule.Every(24, LocalTime.of(3, 0)),
            7,
            List.of(new LifecyclePolicy.Copy(EAST, false, null, 7)));
    Map<String, String> before = new HashMap<>(none.settings());
    before.put("keep", "3 of each volume");
    FoundPolicy found = new FoundPolicy(new PolicyId("policy-0a"), none.group(), false, "", before);
    Map<String, String> tags = Map.of(OurTags.HANDOVER, LifecyclePolicy.NO_COPIES);
    List<HandoverStep> steps =
        List.of(
            new HandoverStep.Policy(none, found),
            new HandoverStep.Policy(east, null),
            new HandoverStep.VolumeTags(DATA.id(), Map.of(), Map.of(OurTags.HANDOVER, EAST.name())),
            new HandoverStep.VolumeTags(INDEX.id(), tags, tags));
    return new HandoverResult(
        new HandoverPlan(WEST, steps, List.of()), List.of(outcomes), START, Duration.ofSeconds(2));
  }

  private static LifecyclePolicy policy(String group) {
    return new LifecyclePolicy(
        group, ROLE, new LifecycleSchedule.Every(24, LocalTime.of(3, 0)), 7, List.of());
  }

  /** A snapshot and its copy, read as the readings say. */
  public static VerifyResult verified(List<BlockReading> readings, Problem... differences) {
    Snapshot source = snapshot("snap-1", "completed", 100);
    Snapshot copy = copy("snap-c", "completed", 100);
    BackupCheck check =
        new BackupCheck(
            DATA.id(),
            DATA.title(),
            RUN.value(),
            source,
            List.of(copy),
            List.of(source, copy),
            List.of());
    VerificationLevel level =
        readings.isEmpty() ? VerificationLevel.STATE : VerificationLevel.SAMPLE;
    VerificationRules rules = VerificationRules.of(new VerificationScope.Newest(), level, 4711);
    ReadingCost cost = new ReadingCost(42, 66, new BigDecimal("0.000224"), "USD");
    return new VerifyResult(
        new VerificationPlan(rules, List.of(check), cost, List.of(), false),
        List.of(new VerifiedBackup(check, readings, List.of(differences))),
        START,
        Duration.ofSeconds(3));
  }

  private static BackupResult result(BackupPlan plan, boolean changed, VolumeOutcome... volumes) {
    return new BackupResult(
        plan, List.of(volumes), List.of(), changed, START, Duration.ofSeconds(245));
  }

  public static VolumeOutcome outcome(
      VolumeSpec spec, SnapshotOutcome snapshot, SnapshotOutcome... copies) {
    return new VolumeOutcome(
        spec,
        WEST,
        "",
        snapshot,
        List.of(copies).stream().map(copy -> new CopyOutcome(EAST, copy)).toList());
  }
}
