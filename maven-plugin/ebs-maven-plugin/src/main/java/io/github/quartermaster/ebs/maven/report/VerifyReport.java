package io.github.quartermaster.ebs.maven.report;

import io.github.quartermaster.ebs.VerifyResult;
import io.github.quartermaster.ebs.maven.report.JunitDocument.Case;
import io.github.quartermaster.ebs.maven.report.JunitDocument.Case.Verdict;
import io.github.quartermaster.ebs.model.BlockReading;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ReadingCost;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.VerificationRules;
import io.github.quartermaster.ebs.model.VerifiedBackup;
import io.github.quartermaster.maven.Timing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What verifying has shown.
 *
 * @param schema {@value #SCHEMA}
 * @param level {@code state}, {@code map} or {@code sample}
 * @param sample how many blocks of each snapshot were to be read
 * @param seed what chose them
 * @param passed whether nothing is wrong that fails the build
 * @param problems of no single volume
 */
public record VerifyReport(
    String schema,
    String level,
    int sample,
    long seed,
    boolean passed,
    CostEntry cost,
    Instant startedAt,
    double elapsedSeconds,
    List<BackupEntry> backups,
    List<ProblemEntry> problems) {
  static final String SCHEMA = "quartermaster.ebs.verify/1";

  /** Copies the lists. */
  public VerifyReport {
    backups = List.copyOf(backups);
    problems = List.copyOf(problems);
  }

  /** The report of a result. */
  public static VerifyReport of(VerifyResult result, boolean passed, Timing timing) {
    VerificationRules rules = result.plan().rules();
    return new VerifyReport(
        SCHEMA,
        rules.level().name().toLowerCase(Locale.ROOT),
        rules.sample(),
        rules.seed(),
        passed,
        CostEntry.of(result.plan().cost()),
        timing.startedAt(),
        timing.elapsedSeconds(),
        result.backups().stream().map(BackupEntry::of).toList(),
        ProblemEntry.listOf(result.plan().problems()));
  }

  /** The same as test results: each snapshot and each copy is a case, and so is what is missing. */
  public String junit() {
    List<Case> cases = new ArrayList<>();
    for (ProblemEntry problem : problems) {
      cases.add(failed("ebs.verify", problem.subject(), problem));
    }
    for (BackupEntry backup : backups) {
      backup.problems.forEach(
          problem -> cases.add(failed("ebs.verify", backup.title + ", " + backup.run, problem)));
      backup.snapshots.forEach(snapshot -> cases.add(of(backup, snapshot)));
    }
    return JunitDocument.of(
        "ebs:verify", startedAt, Duration.ofMillis(Math.round(elapsedSeconds * 1000)), cases);
  }

  private static Case failed(String suite, String name, ProblemEntry problem) {
    Verdict verdict = problem.severity().equals("error") ? Verdict.FAILED : Verdict.SKIPPED;
    return new Case(suite, name, Duration.ZERO, verdict, problem, problem.message());
  }

  private static Case of(BackupEntry backup, VerifiedEntry snapshot) {
    String name = backup.title + ", " + backup.run + ", " + snapshot.snapshotId;
    String suite = "ebs.verify." + snapshot.region;
    return snapshot.problems.stream()
        .filter(problem -> problem.severity().equals("error"))
        .findFirst()
        .map(problem -> failed(suite, name, problem))
        .orElseGet(
            () -> new Case(suite, name, Duration.ZERO, Verdict.PASSED, null, snapshot.state));
  }

  /**
   * What reading blocks was expected to take at most.
   *
   * @param lists requests that list blocks
   */
  public record CostEntry(long lists, long blocks, BigDecimal amount, String currency) {
    static CostEntry of(ReadingCost cost) {
      return new CostEntry(cost.lists(), cost.blocks(), cost.amount(), cost.currency());
    }
  }

  /**
   * A volume's snapshot of one run with its copies.
   *
   * @param run empty where there is none
   * @param problems of no single snapshot, such as one that is missing
   */
  public record BackupEntry(
      String volumeId,
      String title,
      String run,
      List<VerifiedEntry> snapshots,
      List<ProblemEntry> problems) {
    /** Copies the lists. */
    public BackupEntry {
      snapshots = List.copyOf(snapshots);
      problems = List.copyOf(problems);
    }

    static BackupEntry of(VerifiedBackup backup) {
      List<Snapshot> snapshots = backup.check().snapshots();
      List<Problem> others =
          backup.problems().stream()
              .filter(problem -> snapshots.stream().noneMatch(each -> isAbout(problem, each)))
              .toList();
      return new BackupEntry(
          backup.check().volume().value(),
          backup.check().title(),
          backup.check().run(),
          snapshots.stream().map(snapshot -> VerifiedEntry.of(backup, snapshot)).toList(),
          ProblemEntry.listOf(others));
    }
  }

  /**
   * A snapshot or copy.
   *
   * @param kind which of the two
   * @param state the cloud's word
   * @param blocks what its blocks have shown, or null where none was read
   */
  public record VerifiedEntry(
      String region,
      String snapshotId,
      String kind,
      String state,
      Instant startedAt,
      long sizeGiB,
      boolean encrypted,
      @Nullable BlocksEntry blocks,
      List<ProblemEntry> problems) {
    /** Copies the list. */
    public VerifiedEntry {
      problems = List.copyOf(problems);
    }

    static VerifiedEntry of(VerifiedBackup backup, Snapshot snapshot) {
      Optional<BlockReading> reading =
          backup.readings().stream()
              .filter(each -> each.snapshot().equals(snapshot))
              .filter(each -> each.unreadable().isEmpty())
              .findFirst();
      return new VerifiedEntry(
          snapshot.region().name(),
          snapshot.id().value(),
          snapshot.tag(OurTags.SOURCE_SNAPSHOT).isPresent() ? "copy" : "snapshot",
          snapshot.stateWord(),
          snapshot.startedAt(),
          snapshot.sizeGib(),
          snapshot.encrypted(),
          reading.map(BlocksEntry::of).orElse(null),
          ProblemEntry.listOf(
              backup.problems().stream().filter(each -> isAbout(each, snapshot)).toList()));
    }
  }

  /**
   * What a snapshot's blocks have shown.
   *
   * @param count how many hold data
   * @param missing how many the snapshot that it is compared with has, and this one lacks
   * @param extra how many this one has, and the other lacks
   * @param sampled how many were read
   * @param damaged how many of them are not what their own checksum says
   * @param differing how many of them are not what the other has there
   * @param beginning what the first block looks like; empty where it was not read
   */
  public record BlocksEntry(
      long count,
      long missing,
      long extra,
      int sampled,
      long damaged,
      long differing,
      String beginning) {
    static BlocksEntry of(BlockReading reading) {
      return new BlocksEntry(
          reading.blocks(),
          reading.missing().count(),
          reading.extra().count(),
          reading.sampled(),
          reading.damaged().count(),
          reading.differing().count(),
          reading.beginning());
    }
  }

  private static boolean isAbout(Problem problem, Snapshot snapshot) {
    return problem.subject().equals(snapshot.id().value());
  }
}
