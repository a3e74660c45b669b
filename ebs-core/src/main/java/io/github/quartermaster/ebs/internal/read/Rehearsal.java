package io.github.quartermaster.ebs.internal.read;

import static io.github.quartermaster.ebs.model.ProblemCode.INVALID_REQUEST;
import static io.github.quartermaster.ebs.model.ProblemCode.PERMISSION_DENIED;
import static io.github.quartermaster.ebs.model.ProblemCode.QUOTA_REACHED;
import static io.github.quartermaster.ebs.model.ProblemCode.UNSUPPORTED;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.Creation;
import io.github.quartermaster.ebs.model.PlannedCopy;
import io.github.quartermaster.ebs.model.PlannedSet;
import io.github.quartermaster.ebs.model.PlannedVolume;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.SnapshotState;
import io.github.quartermaster.ebs.model.VolumeId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks the cloud whether it would allow what a plan needs, once for each region and kind of call;
 * nothing is created.
 */
public final class Rehearsal {
  /** Asked about where there is no snapshot yet that a copy could be of. */
  private static final SnapshotId NO_SNAPSHOT = new SnapshotId("snap-00000000000000000");

  private final BlockStorage storage;
  private final Patience patience;

  /** Asks a cloud, with this much patience. */
  public Rehearsal(BlockStorage storage, Patience patience) {
    this.storage = storage;
    this.patience = patience;
  }

  /**
   * What stands in the plan's way; to be {@linkplain BackupPlan#withProblems added} to it.
   *
   * @param ours snapshots of ours, one of which may serve as the source of a copy
   */
  public List<Problem> problems(BackupPlan plan, List<Snapshot> ours) {
    return representatives(plan, ours).stream()
        .flatMap(creation -> rehearse(creation).stream())
        .toList();
  }

  private static Collection<Creation> representatives(BackupPlan plan, List<Snapshot> ours) {
    Map<List<Object>, Creation> first = new LinkedHashMap<>();
    Set<VolumeId> members = new HashSet<>();
    Set<VolumeId> missing = new HashSet<>();
    plan.sets().forEach(set -> members.addAll(set.volumes()));
    plan.volumes().stream()
        .filter(volume -> volume.isPossible() && volume.existing().isEmpty())
        .forEach(volume -> missing.add(volume.spec().id()));
    Stream<Creation> single =
        plan.volumes().stream()
            .filter(volume -> missing.contains(volume.spec().id()))
            .filter(volume -> !members.contains(volume.spec().id()))
            .map(PlannedVolume::creation);
    Stream<Creation> together =
        plan.sets().stream()
            .filter(set -> set.volumes().stream().anyMatch(missing::contains))
            .map(PlannedSet::creation);
    Stream<Creation> copies =
        plan.volumes().stream()
            .filter(PlannedVolume::isPossible)
            .flatMap(volume -> volume.copies().stream())
            .filter(copy -> copy.existing().isEmpty())
            .map(copy -> copy.creation(sourceOf(copy, ours)));
    Stream.of(single, together, copies)
        .flatMap(creations -> creations)
        .forEach(
            creation -> first.putIfAbsent(List.of(creation.region(), creation.call()), creation));
    return first.values();
  }

  private static SnapshotId sourceOf(PlannedCopy copy, List<Snapshot> ours) {
    return ours.stream()
        .filter(snapshot -> snapshot.region().equals(copy.from()))
        .filter(snapshot -> snapshot.state() == SnapshotState.COMPLETED)
        .map(Snapshot::id)
        .findFirst()
        .orElse(NO_SNAPSHOT);
  }

  private Optional<Problem> rehearse(Creation creation) {
    String what = words(creation);
    Answer<Creation> answer =
        patience.ask("ask whether to " + what + " is allowed", () -> storage.rehearse(creation));
    return answer instanceof Refused<Creation> refused
        ? problem(creation.region(), what, refused)
        : Optional.empty();
  }

  private static Optional<Problem> problem(Region region, String what, Refused<?> no) {
    String message = "tried to ask whether to " + what + " is allowed; " + no.why();
    return switch (no.reason()) {
      case PERMISSION, CREDENTIALS ->
          Optional.of(
              Problem.error(
                  PERMISSION_DENIED,
                  region,
                  message,
                  "Allow these credentials to " + what + ", and to tag what they make"));
      case UNSUPPORTED ->
          Optional.of(
              Problem.error(
                  UNSUPPORTED, region, message, "Ask for what the cloud offers in that region"));
      case QUOTA ->
          Optional.of(
              Problem.warning(
                  QUOTA_REACHED, region, message, "Remove what is not needed, or raise the limit"));
      case INVALID ->
          Optional.of(
              Problem.warning(
                  INVALID_REQUEST,
                  region,
                  message,
                  "The request may be refused when it is made; check the cloud's words"));
      // a cloud looks at permissions first: who is told that it is not there may ask for it
      case NOT_FOUND, IN_USE -> Optional.empty();
    };
  }

  private static String words(Creation creation) {
    if (creation instanceof Creation.Copy copy) {
      return "copy snapshots from " + copy.from() + " to " + copy.region();
    }
    return creation instanceof Creation.OfInstance
        ? "snapshot the volumes of an instance together in " + creation.region()
        : "snapshot volumes of " + creation.region();
  }
}
