package io.github.quartermaster.ebs.internal.plan;

import static io.github.quartermaster.ebs.model.ProblemCode.PRUNE_TOO_MUCH;

import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.PruneEntry;
import io.github.quartermaster.ebs.model.PruneFindings;
import io.github.quartermaster.ebs.model.PrunePlan;
import io.github.quartermaster.ebs.model.PruneReason;
import io.github.quartermaster.ebs.model.PruneReason.Kind;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RetentionPolicy;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.SnapshotState;
import io.github.quartermaster.ebs.model.VolumeId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Decides what may go: what no rule keeps, and nothing needs. Whatever speaks for staying outweighs
 * what speaks for going.
 */
public final class PrunePlanner {
  /** How long a failed snapshot stays to be looked at; likewise how long a run may take. */
  static final Duration YOUNG = Duration.ofHours(24);

  private static final Comparator<Place> BY_VOLUME =
      Comparator.comparing(Place::volume).thenComparing(Place::region);

  private final PruneFindings findings;
  private final RetentionPolicy policy;
  private final Instant now;
  private final KeptForOthers others;

  private PrunePlanner(
      PruneFindings findings, RetentionPolicy policy, Set<RunId> unfinished, Instant now) {
    this.findings = findings;
    this.policy = policy;
    this.now = now;
    others = new KeptForOthers(findings, unfinished, now);
  }

  /**
   * Plans.
   *
   * @param mostPercent the greatest part of a volume's whole snapshots in a region that may go at
   *     once, from 0 to 100
   * @param unfinished the runs whose journals say so
   */
  public static PrunePlan plan(
      PruneFindings findings,
      RetentionPolicy policy,
      int mostPercent,
      Set<RunId> unfinished,
      Instant now) {
    return new PrunePlanner(findings, policy, unfinished, now).plan(mostPercent);
  }

  private PrunePlan plan(int mostPercent) {
    Map<Place, List<Snapshot>> places =
        findings.snapshots().stream()
            .filter(snapshot -> findings.chosen().contains(snapshot.region()))
            .collect(
                Collectors.groupingBy(
                    Place::of, () -> new TreeMap<>(BY_VOLUME), Collectors.toList()));
    List<PruneEntry> entries = new ArrayList<>();
    List<Problem> tooMuch = new ArrayList<>();
    places.forEach(
        (place, snapshots) -> {
          List<PruneEntry> ofPlace = entries(snapshots);
          entries.addAll(ofPlace);
          tooMuch(place, ofPlace, mostPercent, tooMuch);
        });
    List<Problem> problems = new ArrayList<>(tooMuch);
    new TreeMap<>(findings.unsure()).values().forEach(problems::add);
    return new PrunePlan(entries, problems, !tooMuch.isEmpty());
  }

  private List<PruneEntry> entries(List<Snapshot> snapshots) {
    List<Snapshot> ours = snapshots.stream().filter(OurSnapshots::isAsTagged).toList();
    Map<SnapshotId, List<PruneReason>> kept = RetentionSelector.kept(ours, policy);
    newestOfEachKey(ours)
        .forEach(
            newest ->
                kept.putIfAbsent(
                    newest.id(),
                    List.of(
                        new PruneReason(
                            Kind.NEWEST_OF_KEY, "the next one with its key builds on it"))));
    List<PruneEntry> entries = new ArrayList<>();
    Set<String> going = new HashSet<>();
    for (Snapshot snapshot : snapshots.stream().sorted(RetentionSelector.NEWEST_FIRST).toList()) {
      // what builds on a snapshot is newer, so that its fate is known
      PruneEntry entry = entry(snapshot, kept.getOrDefault(snapshot.id(), List.of()), going);
      entries.add(entry);
      if (entry.goes()) {
        going.add(snapshot.id().value());
      }
    }
    return entries;
  }

  private PruneEntry entry(Snapshot snapshot, List<PruneReason> kept, Set<String> going) {
    List<PruneReason> reasons = new ArrayList<>(kept);
    if (!OurSnapshots.isAsTagged(snapshot)) {
      reasons.add(new PruneReason(Kind.NOT_OURS, "not what its tags say, perhaps made by hand"));
    }
    if (snapshot.state() != SnapshotState.COMPLETED && !isBrokenForLong(snapshot)) {
      reasons.add(
          new PruneReason(
              Kind.NOT_WHOLE,
              snapshot.state() == SnapshotState.ERROR
                  ? "failed less than a day ago"
                  : "its state is " + snapshot.stateWord()));
    }
    reasons.addAll(others.reasons(snapshot, going));
    if (reasons.isEmpty()) {
      reasons.add(
          snapshot.state() == SnapshotState.ERROR
              ? new PruneReason(Kind.BROKEN, "failed, holds nothing")
              : new PruneReason(Kind.EXPIRED, "no rule keeps it"));
    }
    return new PruneEntry(snapshot, reasons);
  }

  private boolean isBrokenForLong(Snapshot snapshot) {
    return snapshot.state() == SnapshotState.ERROR
        && snapshot.startedAt().plus(YOUNG).isBefore(now);
  }

  /** Without it the next one would be full, and cost accordingly. */
  private static List<Snapshot> newestOfEachKey(List<Snapshot> snapshots) {
    Map<String, Snapshot> newest = new TreeMap<>();
    snapshots.stream()
        .filter(snapshot -> snapshot.state() == SnapshotState.COMPLETED)
        .sorted(RetentionSelector.NEWEST_FIRST)
        .forEach(snapshot -> newest.putIfAbsent(String.valueOf(snapshot.kmsKeyId()), snapshot));
    return List.copyOf(newest.values());
  }

  /** Of what is whole: failed ones are no loss. */
  private void tooMuch(
      Place place, List<PruneEntry> entries, int mostPercent, List<Problem> problems) {
    long whole =
        entries.stream()
            .filter(entry -> entry.snapshot().state() == SnapshotState.COMPLETED)
            .count();
    long going =
        entries.stream()
            .filter(PruneEntry::goes)
            .filter(entry -> entry.snapshot().state() == SnapshotState.COMPLETED)
            .count();
    if (going * 100 > whole * mostPercent) {
      problems.add(
          Problem.error(
              PRUNE_TOO_MUCH,
              place.volume(),
              "tried to plan what may go of "
                  + place.volume()
                  + " in "
                  + place.region()
                  + "; it is "
                  + going
                  + " of "
                  + whole
                  + " snapshots, more than "
                  + mostPercent
                  + " % at once",
              "Look whether the rules keep what you mean; if so, allow more this once"));
    }
  }

  private record Place(VolumeId volume, Region region) {
    static Place of(Snapshot snapshot) {
      return new Place(snapshot.sourceVolume(), snapshot.region());
    }
  }
}
