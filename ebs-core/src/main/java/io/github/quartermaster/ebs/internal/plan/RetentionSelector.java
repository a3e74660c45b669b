package io.github.quartermaster.ebs.internal.plan;

import io.github.quartermaster.ebs.model.PruneReason;
import io.github.quartermaster.ebs.model.PruneReason.Kind;
import io.github.quartermaster.ebs.model.RetentionPolicy;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.SnapshotState;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which snapshots of one volume in one region a policy keeps. Each rule walks from the newest whole
 * snapshot to the oldest and keeps the first that it meets of each of its days, weeks, months or
 * years, until it has as many as it may. Therefore a snapshot that is overlooked never makes
 * another one go that would stay: those that are left only move forward.
 */
final class RetentionSelector {
  /** Newest first; of two that began together the id decides, so that every run decides alike. */
  static final Comparator<Snapshot> NEWEST_FIRST =
      Comparator.comparing(Snapshot::startedAt).thenComparing(Snapshot::id).reversed();

  private RetentionSelector() {}

  /**
   * Chooses.
   *
   * @param snapshots of one volume in one region, in any order; those that are not whole are passed
   *     over
   * @return the reasons of each that stays, by its id
   */
  static Map<SnapshotId, List<PruneReason>> kept(
      Collection<Snapshot> snapshots, RetentionPolicy policy) {
    List<Snapshot> whole =
        snapshots.stream()
            .filter(snapshot -> snapshot.state() == SnapshotState.COMPLETED)
            .sorted(NEWEST_FIRST)
            .toList();
    Map<SnapshotId, List<PruneReason>> kept = new HashMap<>();
    whole.stream()
        .limit(policy.last())
        .forEach(one -> keep(kept, one, Kind.LAST, "one of the last " + policy.last()));
    keep(kept, whole, policy.daily(), Kind.DAILY, one -> "last of " + day(one, policy));
    keep(kept, whole, policy.weekly(), Kind.WEEKLY, one -> "last of week " + week(one, policy));
    keep(
        kept,
        whole,
        policy.monthly(),
        Kind.MONTHLY,
        one -> "last of " + YearMonth.from(day(one, policy)));
    keep(kept, whole, policy.yearly(), Kind.YEARLY, one -> "last of " + day(one, policy).getYear());
    if (!whole.isEmpty()) {
      kept.putIfAbsent(
          whole.get(0).id(), List.of(new PruneReason(Kind.NEWEST_GOOD, "the newest whole one")));
    }
    return kept;
  }

  private static void keep(
      Map<SnapshotId, List<PruneReason>> kept,
      List<Snapshot> newestFirst,
      int most,
      Kind kind,
      Function<Snapshot, String> span) {
    Set<String> spans = new HashSet<>();
    for (Snapshot snapshot : newestFirst) {
      if (spans.size() == most) {
        return;
      }
      String name = span.apply(snapshot);
      if (spans.add(name)) {
        keep(kept, snapshot, kind, name);
      }
    }
  }

  private static void keep(
      Map<SnapshotId, List<PruneReason>> kept, Snapshot snapshot, Kind kind, String why) {
    kept.computeIfAbsent(snapshot.id(), id -> new ArrayList<>()).add(new PruneReason(kind, why));
  }

  private static LocalDate day(Snapshot snapshot, RetentionPolicy policy) {
    return snapshot.startedAt().atZone(policy.zone()).toLocalDate();
  }

  private static String week(Snapshot snapshot, RetentionPolicy policy) {
    LocalDate day = day(snapshot, policy);
    return String.format(
        Locale.ROOT,
        "%d-W%02d",
        day.get(IsoFields.WEEK_BASED_YEAR),
        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }
}
