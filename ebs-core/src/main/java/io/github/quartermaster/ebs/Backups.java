package io.github.quartermaster.ebs;

import static io.github.quartermaster.ebs.model.ProblemCode.RUN_UNKNOWN;

import io.github.quartermaster.ebs.internal.plan.AwaitPlanner;
import io.github.quartermaster.ebs.internal.plan.BackupPlanner;
import io.github.quartermaster.ebs.internal.plan.CopyKey;
import io.github.quartermaster.ebs.internal.plan.PrunePlanner;
import io.github.quartermaster.ebs.internal.read.CloudReader;
import io.github.quartermaster.ebs.internal.read.CopyKeyReader;
import io.github.quartermaster.ebs.internal.read.Patience;
import io.github.quartermaster.ebs.internal.read.PruneReader;
import io.github.quartermaster.ebs.internal.read.Rehearsal;
import io.github.quartermaster.ebs.internal.read.VolumesFile;
import io.github.quartermaster.ebs.internal.read.VolumesFileContent;
import io.github.quartermaster.ebs.internal.run.BackupRunner;
import io.github.quartermaster.ebs.internal.run.Journal;
import io.github.quartermaster.ebs.internal.run.PruneRunner;
import io.github.quartermaster.ebs.internal.run.RunOptions;
import io.github.quartermaster.ebs.internal.run.RunResult;
import io.github.quartermaster.ebs.internal.run.UnfinishedRun;
import io.github.quartermaster.ebs.internal.time.ThreadTimeline;
import io.github.quartermaster.ebs.internal.time.Timeline;
import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.CloudFindings;
import io.github.quartermaster.ebs.model.CostEstimate;
import io.github.quartermaster.ebs.model.EbsEvent;
import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.EbsListener;
import io.github.quartermaster.ebs.model.Prices;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.PrunePlan;
import io.github.quartermaster.ebs.model.Removal;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.VolumeFilter;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The front door: backs up volumes, and finds what was backed up.
 *
 * <pre>{@code
 * try (BlockStorage aws = Ec2BlockStorage.connect(AwsAccess.DEFAULT)) {
 *   BackupRequest request =
 *       BackupRequest.builder(
 *               new VolumeSelection.FromFile(Path.of("volumes.csv")),
 *               new Region("us-east-1"),
 *               new JournalPlace.Directory(Path.of(".quartermaster")))
 *           .build();
 *   BackupResult result = new Backups(aws, event -> {}, Clock.systemUTC()).backup(request);
 *   result.problems().forEach(System.err::println);
 *   System.out.println(result.isComplete() ? "complete" : "incomplete");
 * }
 * }</pre>
 *
 * <p>What is wrong with volumes, and what became of each, is told by the results; an {@link
 * EbsException} means that the job could not be done, or not be finished. Whatever ends a call, the
 * same run can be taken up again: nothing is lost, and nothing is made twice.
 *
 * <p>Safe for use by several threads, as far as the listener and the storage are. Two calls of one
 * run at a time do not harm each other; with the same journal, the second is refused.
 */
public final class Backups {
  /** How long a question is asked again before anything is begun. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Calls that may be under way, over all regions; the rates of a region keep it lower still. */
  private static final int THREADS = 32;

  private final BlockStorage storage;
  private final EbsListener listener;
  private final Clock clock;
  private final Supplier<Timeline> timelines;

  /** A front door to this cloud. */
  public Backups(BlockStorage storage, EbsListener listener, Clock clock) {
    this(storage, listener, clock, () -> new ThreadTimeline(clock, THREADS));
  }

  /** Likewise, in another time. */
  Backups(BlockStorage storage, EbsListener listener, Clock clock, Supplier<Timeline> timelines) {
    this.storage = storage;
    this.listener = listener;
    this.clock = clock;
    this.timelines = timelines;
  }

  /**
   * Says what a {@link #backup} would do, and checks it against the account. Creates nothing, here
   * or there.
   *
   * @throws EbsException if the cloud cannot be asked
   */
  public BackupPlan plan(BackupRequest request) {
    try (Timeline timeline = timelines.get()) {
      return plan(request, timeline);
    }
  }

  /**
   * Makes a snapshot of every volume and its copies, and waits for them. What an earlier call of
   * the same run made is adopted.
   *
   * @throws EbsException if it could not be begun or finished; the same run can be taken up again
   */
  public BackupResult backup(BackupRequest request) {
    Instant start = clock.instant();
    try (Timeline timeline = timelines.get()) {
      BackupPlan plan = plan(request, timeline);
      if (plan.isRefused()) {
        return refused(plan, start);
      }
      RunOptions options =
          new RunOptions(
              request.awaited(),
              true,
              start.plus(request.timeout()),
              request.freezeHooks().orElse(null));
      return run(plan, options, request.journal(), timeline, start);
    }
  }

  /**
   * Waits for the snapshots of an earlier {@link #backup}, and makes and waits for their copies.
   *
   * @throws EbsException if the run is not known, or could not be finished
   */
  public BackupResult await(AwaitRequest request) {
    Instant start = clock.instant();
    RunId run =
        request
            .run()
            .or(() -> unfinished(request.journal()))
            .orElseThrow(
                () ->
                    new EbsException(
                        Problem.error(
                            RUN_UNKNOWN,
                            "run",
                            "tried to wait for a run; none was named, and none is unfinished here",
                            "Name the run")));
    try (Timeline timeline = timelines.get()) {
      List<Snapshot> snapshots = reader(timeline).ofRun(run, request.region());
      BackupPlan found =
          AwaitPlanner.plan(run, request.region(), request.rules(), snapshots, storage.traits());
      BackupPlan plan = checked(found, request.rules(), timeline);
      listener.on(new EbsEvent.Planned(plan));
      if (plan.isRefused()) {
        return refused(plan, start);
      }
      RunOptions options = new RunOptions(true, false, start.plus(request.timeout()), null);
      return run(plan, options, request.journal(), timeline, start);
    }
  }

  /**
   * Lists the snapshots and copies that carry our tags.
   *
   * @throws EbsException if the account's regions cannot be asked for
   */
  public ListResult list(ListRequest request) {
    try (Timeline timeline = timelines.get()) {
      List<Problem> problems = new ArrayList<>();
      List<Snapshot> found =
          new ArrayList<>(reader(timeline).ours(request.regions(), request.run(), problems));
      found.sort(
          Comparator.comparing(Snapshot::sourceVolume)
              .thenComparing(Comparator.comparing(Snapshot::startedAt).reversed())
              .thenComparing(Snapshot::region));
      return new ListResult(found, problems);
    }
  }

  /**
   * Says which of our snapshots retention would remove, which it would not, and why. Removes
   * nothing.
   *
   * @throws EbsException if the cloud cannot be asked, or a journal not be understood
   */
  public PrunePlan planPrune(PruneRequest request) {
    try (Timeline timeline = timelines.get()) {
      return planPrune(request, timeline);
    }
  }

  /**
   * Removes what {@link #planPrune} would name: exactly that, each after a last look, and nothing
   * at all where the plan is refused. May be repeated, also after a crash.
   *
   * @throws EbsException if it could not be begun
   */
  public PruneResult prune(PruneRequest request) {
    Instant start = clock.instant();
    try (Timeline timeline = timelines.get()) {
      PrunePlan plan = planPrune(request, timeline);
      List<Removal> removals =
          plan.refused() || plan.removals().isEmpty()
              ? List.of()
              : remove(plan, request.journals().resolve("prune.journal"), timeline);
      return new PruneResult(plan, removals, start, Duration.between(start, clock.instant()));
    }
  }

  private List<Removal> remove(PrunePlan plan, Path journal, Timeline timeline) {
    try (Journal opened = Journal.open(journal, PruneRunner.RUN, clock)) {
      return new PruneRunner(plan, storage, timeline, opened, listener).run();
    }
  }

  private PrunePlan planPrune(PruneRequest request, Timeline timeline) {
    return PrunePlanner.plan(
        new PruneReader(storage, patience(timeline)).findings(request.regions()),
        request.policy(),
        request.mostPercent(),
        UnfinishedRun.all(request.journals()),
        clock.instant());
  }

  private BackupPlan plan(BackupRequest request, Timeline timeline) {
    RunId run =
        request
            .run()
            .or(() -> unfinished(request.journal()))
            .orElseGet(() -> RunId.fresh(clock.instant(), new SecureRandom().nextInt()));
    BackupPlan plan = plan(request, run, timeline);
    listener.on(new EbsEvent.Planned(plan));
    return plan;
  }

  private BackupPlan plan(BackupRequest request, RunId run, Timeline timeline) {
    CloudReader reader = reader(timeline);
    List<Problem> ofFile = List.of();
    List<VolumeSpec> specs;
    if (request.volumes() instanceof VolumeSelection.FromFile named) {
      VolumesFileContent content = VolumesFile.read(named.file());
      ofFile = content.problems();
      specs = content.specs();
      if (content.isMalformed()) {
        return unreadable(run, ofFile, request.rules().prices());
      }
    } else if (request.volumes() instanceof VolumeSelection.Listed listed) {
      specs = listed.volumes();
    } else if (request.volumes() instanceof VolumeSelection.Tagged tagged) {
      specs =
          reader.specs(
              request.region(),
              new VolumeFilter.Tagged(tagged.key(), tagged.value()),
              tagged.destinations());
    } else if (request.volumes() instanceof VolumeSelection.OfInstance attached) {
      specs =
          reader.specs(
              request.region(),
              new VolumeFilter.AttachedTo(attached.instance()),
              attached.destinations());
    } else {
      throw new IllegalStateException("no such selection: " + request.volumes());
    }
    CloudFindings findings = reader.findings(specs, request.region(), request.rules());
    BackupPlan plan =
        BackupPlanner.plan(
                run, specs, request.region(), request.rules(), findings, storage.traits())
            .withProblems(ofFile);
    return plan.isRefused()
        ? plan
        : checked(plan, request.rules(), timeline)
            .withProblems(
                new Rehearsal(storage, patience(timeline)).problems(plan, findings.ours()));
  }

  /** What only the regions know that copies are to be made in. */
  private BackupPlan checked(BackupPlan plan, BackupRules rules, Timeline timeline) {
    return rules
        .kmsKeyId()
        .map(
            key ->
                CopyKey.problems(
                    key, new CopyKeyReader(storage, patience(timeline)).ask(plan, key)))
        .map(plan::withProblems)
        .orElse(plan);
  }

  private BackupResult run(
      BackupPlan plan, RunOptions options, JournalPlace place, Timeline timeline, Instant start) {
    try (Journal journal = Journal.open(place.file(plan.run()), plan.run(), clock)) {
      RunResult result =
          new BackupRunner(plan, options, storage, timeline, journal, listener).run();
      return new BackupResult(
          plan,
          result.volumes(),
          result.warnings(),
          result.changed(),
          start,
          Duration.between(start, clock.instant()));
    }
  }

  private BackupResult refused(BackupPlan plan, Instant start) {
    return new BackupResult(
        plan, List.of(), List.of(), false, start, Duration.between(start, clock.instant()));
  }

  private Optional<RunId> unfinished(JournalPlace place) {
    Instant now = clock.instant();
    if (place instanceof JournalPlace.Directory folder) {
      return UnfinishedRun.in(folder.directory(), now);
    }
    return UnfinishedRun.of(((JournalPlace.File) place).path(), now);
  }

  private CloudReader reader(Timeline timeline) {
    return new CloudReader(storage, patience(timeline));
  }

  private static Patience patience(Timeline timeline) {
    return new Patience(timeline, PATIENCE);
  }

  private static BackupPlan unreadable(RunId run, List<Problem> problems, Prices prices) {
    BigDecimal nothing = BigDecimal.ZERO;
    return new BackupPlan(
        run,
        List.of(),
        List.of(),
        new CostEstimate(nothing, nothing, nothing, nothing, nothing, prices.currency()),
        problems);
  }
}
