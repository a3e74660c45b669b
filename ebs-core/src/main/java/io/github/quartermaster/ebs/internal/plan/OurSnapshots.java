package io.github.quartermaster.ebs.internal.plan;

import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotState;
import io.github.quartermaster.ebs.model.Token;
import io.github.quartermaster.ebs.model.VolumeId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The snapshots that carry our tags, for whoever asks what there is of a volume in a region. */
final class OurSnapshots {
  private final Map<Place, List<Snapshot>> byPlace;

  OurSnapshots(List<Snapshot> all) {
    byPlace =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    snapshot -> new Place(snapshot.region(), snapshot.sourceVolume())));
  }

  /**
   * The snapshot of a volume that this run made before, by itself or in a set; broken ones last.
   * Whether it is one of a set may have changed since, and is no reason for a second one.
   */
  Stream<Snapshot> ofRun(RunId run, Region region, VolumeId volume) {
    Token own = Token.ofVolume(run, volume);
    return at(region, volume)
        .filter(snapshot -> snapshot.tag(OurTags.SOURCE_SNAPSHOT).isEmpty())
        .filter(snapshot -> token(run, snapshot).filter(OurSnapshots::isOfNoCopy).isPresent())
        .sorted(
            Comparator.<Snapshot, Boolean>comparing(OurSnapshots::isBroken)
                .thenComparing(snapshot -> !token(run, snapshot).equals(Optional.of(own)))
                .thenComparing(Snapshot.KEPT_FIRST));
  }

  /** The copies with this token in its region, the one to keep first. */
  Stream<Snapshot> copies(Token token, Region region, VolumeId volume) {
    return at(region, volume)
        .filter(snapshot -> token(token.run(), snapshot).equals(Optional.of(token)))
        .sorted(Snapshot.KEPT_FIRST);
  }

  /** What is whole there, of any run: what the next one builds on. */
  Stream<Snapshot> completed(Region region, VolumeId volume) {
    return at(region, volume).filter(snapshot -> snapshot.state() == SnapshotState.COMPLETED);
  }

  static boolean isBroken(Snapshot snapshot) {
    return snapshot.state() == SnapshotState.ERROR;
  }

  static Optional<Token> token(RunId run, Snapshot snapshot) {
    return snapshot.tag(OurTags.TOKEN).flatMap(value -> Token.parse(run, value));
  }

  /**
   * Whether a snapshot is what our tags say that it is. One that somebody copied by hand, tags and
   * all, is not: a copy's volume is arbitrary, and its token is that of another region.
   */
  static boolean isAsTagged(Snapshot snapshot) {
    return snapshot
        .tag(OurTags.RUN)
        .filter(RunId::isWellFormed)
        .flatMap(run -> token(new RunId(run), snapshot))
        .filter(
            token ->
                token
                    .destination()
                    .map(
                        region ->
                            region.equals(snapshot.region())
                                && snapshot.tag(OurTags.SOURCE_SNAPSHOT).isPresent()
                                && token.subject().equals(snapshot.sourceVolume().value()))
                    .orElseGet(() -> snapshot.volume().equals(snapshot.sourceVolume())))
        .isPresent();
  }

  private static boolean isOfNoCopy(Token token) {
    return token.destination().isEmpty();
  }

  private Stream<Snapshot> at(Region region, VolumeId volume) {
    return byPlace.getOrDefault(new Place(region, volume), List.of()).stream();
  }

  private record Place(Region region, VolumeId volume) {}
}
