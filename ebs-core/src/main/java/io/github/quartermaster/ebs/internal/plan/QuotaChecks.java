package io.github.quartermaster.ebs.internal.plan;

import static io.github.quartermaster.ebs.model.ProblemCode.QUOTA_REACHED;

import io.github.quartermaster.ebs.model.PlannedCopy;
import io.github.quartermaster.ebs.model.PlannedVolume;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.StorageTraits;
import io.github.quartermaster.ebs.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares what is to be made with the cloud's quotas. All of it are warnings: a quota may have
 * been raised, and what is under way ends while the run waits.
 */
final class QuotaChecks {
  private static final int MOST_NAMED = 5;

  private QuotaChecks() {}

  /** Whether a volume has as many unfinished snapshots as it may have. */
  static Optional<Problem> crowded(
      String place, Volume volume, List<Snapshot> unfinished, StorageTraits traits) {
    List<String> others =
        unfinished.stream()
            .filter(snapshot -> snapshot.volume().equals(volume.id()))
            .map(snapshot -> snapshot.id() + " " + snapshot.stateWord())
            .sorted()
            .toList();
    int most = traits.quotas().pendingOf(volume.type());
    if (others.size() < most) {
      return Optional.empty();
    }
    String named = others.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return Optional.of(
        Problem.warning(
            QUOTA_REACHED,
            volume.id(),
            "tried to plan a snapshot of "
                + place
                + "; "
                + (others.size() == 1 ? "one of it is" : others.size() + " of it are")
                + " not whole ("
                + named
                + (others.size() > MOST_NAMED ? " ..." : "")
                + "), and "
                + traits.cloud()
                + " bears "
                + most
                + " of a volume of type "
                + volume.type(),
            "Nothing, if they complete while the run waits; remove those that failed"));
  }

  /**
   * Whether a region would hold more than it may.
   *
   * @param ours what carries our tags; what others have there comes on top, and nobody counts it
   */
  static List<Problem> full(
      List<PlannedVolume> volumes, List<Snapshot> ours, StorageTraits traits) {
    Map<Region, Long> there =
        ours.stream().collect(Collectors.groupingBy(Snapshot::region, Collectors.counting()));
    Map<Region, Long> coming =
        volumes.stream()
            .filter(PlannedVolume::isPossible)
            .flatMap(QuotaChecks::coming)
            .collect(Collectors.groupingBy(region -> region, TreeMap::new, Collectors.counting()));
    int most = traits.quotas().snapshotsPerRegion();
    List<Problem> problems = new ArrayList<>();
    coming.forEach(
        (region, count) -> {
          long before = there.getOrDefault(region, 0L);
          if (before + count > most) {
            problems.add(
                Problem.warning(
                    QUOTA_REACHED,
                    region,
                    "tried to plan "
                        + (count == 1 ? "one snapshot" : count + " snapshots")
                        + " more in "
                        + region
                        + "; "
                        + before
                        + " of ours are there, and "
                        + traits.cloud()
                        + " keeps "
                        + most
                        + " in a region unless asked for more",
                    "Remove what is not needed, or have the limit raised"));
          }
        });
    return problems;
  }

  private static Stream<Region> coming(PlannedVolume volume) {
    return Stream.concat(
        volume.existing().isEmpty() ? Stream.of(volume.region()) : Stream.empty(),
        volume.copies().stream()
            .filter(copy -> copy.existing().isEmpty())
            .map(PlannedCopy::region));
  }
}
