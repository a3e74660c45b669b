package io.github.quartermaster.ebs.internal.plan;

import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.PruneFindings;
import io.github.quartermaster.ebs.model.PruneReason;
import io.github.quartermaster.ebs.model.PruneReason.Kind;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotState;
import io.github.quartermaster.ebs.model.SnapshotUse;
import io.github.quartermaster.ebs.model.VolumeId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What keeps a snapshot whatever the rules say: somebody uses it, or may. */
final class KeptForOthers {
  /**
   * How long a copy may be under way where nobody can tell. AWS promises 48 hours for those with a
   * deadline, and nothing for others.
   */
  static final Duration LONGEST_COPY = Duration.ofDays(14);

  private final PruneFindings findings;
  private final Instant now;
  private final Set<RunId> unfinished;
  private final Map<String, List<SnapshotUse>> uses;
  private final Map<SourceId, Snapshot> underWay = new HashMap<>();
  private final Set<String> youngAndIncomplete;

  KeptForOthers(PruneFindings findings, Set<RunId> unfinished, Instant now) {
    this.findings = findings;
    this.now = now;
    this.unfinished = Set.copyOf(unfinished);
    uses = findings.uses().stream().collect(Collectors.groupingBy(use -> use.snapshot().value()));
    for (Snapshot copy : findings.snapshots()) {
      if (copy.state() != SnapshotState.COMPLETED && copy.state() != SnapshotState.ERROR) {
        copy.tag(OurTags.SOURCE_SNAPSHOT)
            .ifPresent(
                source ->
                    underWay.put(
                        new SourceId(copy.tag(OurTags.SOURCE_REGION).orElse(""), source), copy));
      }
    }
    youngAndIncomplete = youngAndIncomplete();
  }

  /**
   * What speaks for staying.
   *
   * @param going the ids of what goes already, which needs nothing any more
   */
  List<PruneReason> reasons(Snapshot snapshot, Set<String> going) {
    List<PruneReason> reasons = new ArrayList<>();
    Problem unsure = findings.unsure().get(snapshot.region());
    if (unsure != null) {
      reasons.add(
          new PruneReason(Kind.REGION_UNSURE, "what is in its region is not known for sure"));
    }
    for (SnapshotUse use : uses.getOrDefault(snapshot.id().value(), List.of())) {
      if (!going.contains(use.user())) {
        reasons.add(reason(use));
      }
    }
    Snapshot copy = underWay.get(new SourceId(snapshot.region().name(), snapshot.id().value()));
    if (copy != null) {
      reasons.add(
          new PruneReason(Kind.COPYING, "being copied to " + copy.region() + " as " + copy.id()));
    }
    destinations(snapshot)
        .filter(findings.unsure()::containsKey)
        .filter(region -> snapshot.startedAt().plus(LONGEST_COPY).isAfter(now))
        .forEach(
            region ->
                reasons.add(
                    new PruneReason(
                        Kind.COPYING, "perhaps being copied to " + region + ", which is unsure")));
    snapshot.tag(OurTags.RUN).ifPresent(run -> ofRun(run, reasons));
    return reasons;
  }

  private static PruneReason reason(SnapshotUse use) {
    return switch (use.kind()) {
      case IMAGE -> new PruneReason(Kind.IMAGE, "the image " + use.user() + " uses it");
      case LOCK -> new PruneReason(Kind.LOCK, "locked, " + use.user());
      case INCREMENT -> new PruneReason(Kind.INCREMENT, use.user() + " builds on it");
    };
  }

  private void ofRun(String run, List<PruneReason> reasons) {
    if (RunId.isWellFormed(run) && unfinished.contains(new RunId(run))) {
      reasons.add(
          new PruneReason(Kind.UNFINISHED_RUN, "the journal of run " + run + " is not finished"));
    } else if (youngAndIncomplete.contains(run)) {
      reasons.add(
          new PruneReason(
              Kind.UNFINISHED_RUN,
              "run " + run + " made something within a day and is not complete"));
    }
  }

  /** The runs of the last day of which something is missing or not whole yet. */
  private Set<String> youngAndIncomplete() {
    Map<String, List<Snapshot>> runs =
        findings.snapshots().stream()
            .filter(snapshot -> snapshot.tag(OurTags.RUN).isPresent())
            .collect(Collectors.groupingBy(snapshot -> snapshot.tag(OurTags.RUN).orElse("")));
    Set<String> found = new HashSet<>();
    runs.forEach(
        (run, snapshots) -> {
          Instant latestBegin = now.minus(PrunePlanner.YOUNG);
          boolean young = snapshots.stream().anyMatch(one -> one.startedAt().isAfter(latestBegin));
          if (young && !isComplete(snapshots)) {
            found.add(run);
          }
        });
    return found;
  }

  private static boolean isComplete(List<Snapshot> ofRun) {
    Set<CopyOf> whole =
        ofRun.stream()
            .filter(one -> one.state() == SnapshotState.COMPLETED)
            .map(one -> new CopyOf(one.sourceVolume(), one.region()))
            .collect(Collectors.toSet());
    return ofRun.stream()
        .allMatch(
            one ->
                whole.contains(new CopyOf(one.sourceVolume(), one.region()))
                    && destinations(one)
                        .allMatch(
                            region -> whole.contains(new CopyOf(one.sourceVolume(), region))));
  }

  private static Stream<Region> destinations(Snapshot snapshot) {
    return snapshot.tag(OurTags.COPY_TO).stream()
        .flatMap(value -> Stream.of(value.split(" ")))
        .filter(Region::isWellFormed)
        .map(Region::new);
  }

  private record SourceId(String region, String snapshot) {}

  private record CopyOf(VolumeId volume, Region region) {}
}
