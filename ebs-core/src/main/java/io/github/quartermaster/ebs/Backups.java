package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.internal.time.ThreadTimeline;
import io.github.quartermaster.ebs.internal.time.Timeline;
import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.EbsListener;
import io.github.quartermaster.ebs.model.HandoverPlan;
import io.github.quartermaster.ebs.model.LifecyclePolicies;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.PrunePlan;
import io.github.quartermaster.ebs.model.RestorePlan;
import io.github.quartermaster.ebs.model.Snapshot;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * The front door: backs up volumes, finds what was backed up, and makes volumes from it again.
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
  /** Calls that may be under way, over all regions; the rates of a region keep it lower still. */
  private static final int THREADS = 32;

  private final Surroundings surroundings;

  /** A front door to this cloud. */
  public Backups(BlockStorage storage, EbsListener listener, Clock clock) {
    this(storage, listener, clock, () -> new ThreadTimeline(clock, THREADS));
  }

  /** Likewise, in another time. */
  Backups(BlockStorage storage, EbsListener listener, Clock clock, Supplier<Timeline> timelines) {
    surroundings = new Surroundings(storage, listener, clock, timelines);
  }

  /**
   * Says what a {@link #backup} would do, and checks it against the account. Creates nothing, here
   * or there.
   *
   * @throws EbsException if the cloud cannot be asked
   */
  public BackupPlan plan(BackupRequest request) {
    return new BackupJob(surroundings).plan(request);
  }

  /**
   * Makes a snapshot of every volume and its copies, and waits for them. What an earlier call of
   * the same run made is adopted.
   *
   * @throws EbsException if it could not be begun or finished; the same run can be taken up again
   */
  public BackupResult backup(BackupRequest request) {
    return new BackupJob(surroundings).backup(request);
  }

  /**
   * Waits for the snapshots of an earlier {@link #backup}, and makes and waits for their copies.
   *
   * @throws EbsException if the run is not known, or could not be finished
   */
  public BackupResult await(AwaitRequest request) {
    return new BackupJob(surroundings).await(request);
  }

  /**
   * Lists the snapshots and copies that carry our tags.
   *
   * @throws EbsException if the account's regions cannot be asked for
   */
  public ListResult list(ListRequest request) {
    try (Timeline timeline = surroundings.timelines().get()) {
      List<Problem> problems = new ArrayList<>();
      List<Snapshot> found =
          new ArrayList<>(
              surroundings.reader(timeline).ours(request.regions(), request.run(), problems));
      found.sort(
          Comparator.comparing(Snapshot::sourceVolume)
              .thenComparing(Comparator.comparing(Snapshot::startedAt).reversed())
              .thenComparing(Snapshot::region));
      return new ListResult(found, problems);
    }
  }

  /**
   * Looks whether what is backed up is as it was meant to be, as deep as the rules say. Changes
   * nothing.
   *
   * @throws EbsException if the cloud cannot be asked, or the volumes file not be understood
   */
  public VerifyResult verify(VerifyRequest request) {
    return new VerifyJob(surroundings).verify(request);
  }

  /**
   * Says what a {@link #handover} would change. Changes nothing.
   *
   * @throws EbsException if the cloud cannot be asked, or the volumes file not be understood
   */
  public HandoverPlan planHandover(HandoverRequest request, LifecyclePolicies policies) {
    return new HandoverJob(surroundings, policies).plan(request);
  }

  /**
   * Has the cloud's own scheduler do what the volumes file says. Where it does already, nothing is
   * changed; may be repeated, also after a crash.
   *
   * @throws EbsException if the cloud cannot be asked, or the volumes file not be understood
   */
  public HandoverResult handover(HandoverRequest request, LifecyclePolicies policies) {
    return new HandoverJob(surroundings, policies).handOver(request);
  }

  /**
   * Says which of our snapshots retention would remove, which it would not, and why. Removes
   * nothing.
   *
   * @throws EbsException if the cloud cannot be asked, or a journal not be understood
   */
  public PrunePlan planPrune(PruneRequest request) {
    return new PruneJob(surroundings).plan(request);
  }

  /**
   * Removes what {@link #planPrune} would name: exactly that, each after a last look, and nothing
   * at all where the plan is refused. May be repeated, also after a crash.
   *
   * @throws EbsException if it could not be begun
   */
  public PruneResult prune(PruneRequest request) {
    return new PruneJob(surroundings).prune(request);
  }

  /**
   * Says which volumes a {@link #restore} would make, and what stands in the way. Makes nothing.
   *
   * @throws EbsException if the cloud cannot be asked, or a journal not be understood
   */
  public RestorePlan planRestore(RestoreRequest request) {
    return new RestoreJob(surroundings).plan(request);
  }

  /**
   * Makes new volumes from a run's snapshots, waits until they can be used, and says how they are
   * put in the place of the old ones. Touches no old volume. What an earlier call of the same
   * restore made is taken.
   *
   * @throws EbsException if it could not be begun or finished; the same restore can be taken up
   *     again
   */
  public RestoreResult restore(RestoreRequest request) {
    return new RestoreJob(surroundings).restore(request);
  }

  /**
   * Says which volumes a {@link #drill} would make. Makes nothing.
   *
   * @throws EbsException if the cloud cannot be asked
   */
  public RestorePlan planDrill(DrillRequest request) {
    return new DrillJob(surroundings).plan(request);
  }

  /**
   * Makes a temporary volume from each snapshot, has it looked at, and removes it; before that,
   * what earlier drills have left behind.
   *
   * @throws EbsException if it could not be begun
   */
  public DrillResult drill(DrillRequest request) {
    return new DrillJob(surroundings).drill(request);
  }

  /**
   * Removes what earlier drills have left behind in a region, and is over its time.
   *
   * @param request of which the region, the journals and the timeout count
   * @throws EbsException if it could not be begun
   */
  public DrillResult sweep(DrillRequest request) {
    return new DrillJob(surroundings).sweep(request);
  }
}
