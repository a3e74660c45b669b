package io.github.quartermaster.ebs.internal.plan;

import static io.github.quartermaster.ebs.model.ProblemCode.BACKUP_MISSING;
import static io.github.quartermaster.ebs.model.ProblemCode.COST_TOO_HIGH;
import static io.github.quartermaster.ebs.model.ProblemCode.RUN_UNKNOWN;
import static io.github.quartermaster.ebs.model.ProblemCode.UNSUPPORTED;

import io.github.quartermaster.ebs.model.BackupCheck;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ReadingCost;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.StorageTraits;
import io.github.quartermaster.ebs.model.VerificationFindings;
import io.github.quartermaster.ebs.model.VerificationLevel;
import io.github.quartermaster.ebs.model.VerificationPlan;
import io.github.quartermaster.ebs.model.VerificationRules;
import io.github.quartermaster.ebs.model.VerificationScope;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Decides what is looked at, and says what the cloud's own words about it show: no block is read
 * for that.
 */
public final class VerificationPlanner {
  private final VerificationFindings findings;
  private final VerificationRules rules;
  private final Map<VolumeId, VolumeSpec> specs = new LinkedHashMap<>();
  private final StorageTraits traits;

  private VerificationPlanner(
      VerificationFindings findings,
      VerificationRules rules,
      List<VolumeSpec> specs,
      StorageTraits traits) {
    this.findings = findings;
    this.rules = rules;
    this.traits = traits;
    specs.forEach(spec -> this.specs.put(spec.id(), spec));
  }

  /**
   * Plans.
   *
   * @param specs the volumes that must be backed up, and where to; empty where nobody says
   */
  public static VerificationPlan plan(
      VerificationFindings findings,
      VerificationRules rules,
      List<VolumeSpec> specs,
      StorageTraits traits) {
    return new VerificationPlanner(findings, rules, specs, traits).plan();
  }

  private VerificationPlan plan() {
    Map<VolumeId, List<Backup>> byVolume = backups();
    List<BackupCheck> checks = new ArrayList<>();
    byVolume.forEach(
        (volume, backups) -> {
          boolean all = !(rules.scope() instanceof VerificationScope.Newest);
          List<Backup> wanted = all ? backups : backups.subList(0, 1);
          for (Backup backup : wanted) {
            boolean promised =
                backup.equals(backups.get(0)) || rules.scope() instanceof VerificationScope.OfRun;
            checks.add(check(volume, backup, promised));
          }
        });
    specs.values().stream()
        .filter(spec -> !byVolume.containsKey(spec.id()))
        .forEach(spec -> checks.add(missing(spec)));
    List<Problem> problems = new ArrayList<>(findings.problems());
    if (checks.isEmpty() && findings.unsure().isEmpty()) {
      problems.add(nothing());
    }
    ReadingCost cost = ReadingCosts.of(checks, rules);
    List<Problem> refusals = refusals(cost);
    problems.addAll(refusals);
    return new VerificationPlan(rules, checks, cost, problems, !refusals.isEmpty());
  }

  /** What the runs have made of each volume, newest first. */
  private Map<VolumeId, List<Backup>> backups() {
    Map<VolumeId, Map<String, List<Snapshot>>> grouped =
        findings.snapshots().stream()
            .collect(
                Collectors.groupingBy(
                    Snapshot::sourceVolume,
                    TreeMap::new,
                    Collectors.groupingBy(snapshot -> snapshot.tag(OurTags.RUN).orElse(""))));
    if (rules.scope() instanceof VerificationScope.Newest && !specs.isEmpty()) {
      // who names volumes means these, and not all that were ever backed up
      grouped.keySet().retainAll(specs.keySet());
    }
    Map<VolumeId, List<Backup>> backups = new TreeMap<>();
    grouped.forEach(
        (volume, byRun) -> {
          List<Backup> ofVolume = new ArrayList<>();
          byRun.forEach((run, snapshots) -> ofVolume.add(Backup.of(run, snapshots)));
          ofVolume.sort(Comparator.comparing(Backup::startedAt).reversed());
          backups.put(volume, ofVolume);
        });
    return backups;
  }

  private BackupCheck check(VolumeId volume, Backup backup, boolean promised) {
    StateChecks checks = new StateChecks(findings, rules);
    VolumeSpec spec = specs.get(volume);
    String title = spec == null ? volume.value() : spec.title();
    List<Problem> problems =
        checks.problems(
            volume,
            backup.run,
            backup.sources,
            backup.copies,
            spec == null || !promised ? List.of() : spec.destinations());
    List<Snapshot> sources = StateChecks.kept(backup.sources);
    List<Snapshot> copies = StateChecks.kept(backup.copies);
    List<Snapshot> readable = new ArrayList<>(sources);
    readable.addAll(copies);
    readable.removeIf(snapshot -> !StateChecks.isReadable(snapshot));
    return new BackupCheck(
        volume,
        title,
        backup.run,
        sources.isEmpty() ? null : sources.get(0),
        copies,
        readable,
        problems);
  }

  private BackupCheck missing(VolumeSpec spec) {
    boolean ofRun = rules.scope() instanceof VerificationScope.OfRun;
    String run = rules.scope() instanceof VerificationScope.OfRun of ? of.run().value() : "";
    Problem problem =
        Problem.error(
            BACKUP_MISSING,
            spec.id(),
            "tried to find the snapshot of "
                + spec.title()
                + (ofRun ? " of run " + run : "")
                + "; there is none",
            "Back the volume up");
    return new BackupCheck(
        spec.id(), spec.title(), run, null, List.of(), List.of(), List.of(problem));
  }

  private Problem nothing() {
    if (rules.scope() instanceof VerificationScope.OfRun of) {
      return Problem.error(
          RUN_UNKNOWN,
          of.run(),
          "tried to verify run " + of.run() + "; nothing of it is to be found",
          "Name a run that has made snapshots, and the account that it made them in");
    }
    return Problem.error(
        BACKUP_MISSING,
        "account",
        "tried to verify what is backed up; there is no snapshot that carries our tag",
        "Back volumes up, or name the account and regions that they are in");
  }

  private List<Problem> refusals(ReadingCost cost) {
    List<Problem> problems = new ArrayList<>();
    if (rules.level() != VerificationLevel.STATE && !traits.blockMaps()) {
      problems.add(
          Problem.error(
              UNSUPPORTED,
              traits.cloud(),
              "tried to read blocks of snapshots; " + traits.cloud() + " does not offer that",
              "Verify what the cloud tells of the snapshots only"));
    }
    rules
        .maxCost()
        .filter(most -> cost.amount().compareTo(most) > 0)
        .ifPresent(
            most ->
                problems.add(
                    Problem.error(
                        COST_TOO_HIGH,
                        "blocks",
                        "tried to plan the reading of blocks; it is expected to cost up to "
                            + cost.amount().toPlainString()
                            + " "
                            + cost.currency()
                            + ", more than "
                            + most.toPlainString(),
                        "Allow more, or read less")));
    return problems;
  }

  /** What a run has made of a volume. */
  private record Backup(String run, List<Snapshot> sources, List<Snapshot> copies) {
    static Backup of(String run, List<Snapshot> snapshots) {
      Map<Boolean, List<Snapshot>> parts =
          snapshots.stream()
              .sorted(Comparator.comparing(Snapshot::region).thenComparing(Snapshot.KEPT_FIRST))
              .collect(
                  Collectors.partitioningBy(
                      snapshot -> snapshot.tag(OurTags.SOURCE_SNAPSHOT).isPresent()));
      return new Backup(
          run, parts.getOrDefault(false, List.of()), parts.getOrDefault(true, List.of()));
    }

    /** Of the snapshot, where it is there: copies are begun later, some much later. */
    Instant startedAt() {
      List<Snapshot> telling = sources.isEmpty() ? copies : sources;
      return telling.stream()
          .map(Snapshot::startedAt)
          .min(Comparator.naturalOrder())
          .orElse(Instant.EPOCH);
    }
  }
}
