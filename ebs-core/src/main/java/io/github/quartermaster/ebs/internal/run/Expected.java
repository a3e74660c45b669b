package io.github.quartermaster.ebs.internal.run;

import io.github.quartermaster.ebs.model.PlannedCopy;
import io.github.quartermaster.ebs.model.PlannedVolume;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.SnapshotOutcome;
import io.github.quartermaster.ebs.model.Volume;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One snapshot or copy that is to be there at the end, and what is known of it. For the deciding
 * thread.
 */
final class Expected {
  private final PlannedVolume volume;
  private final @Nullable PlannedCopy copy;
  private final @Nullable Expected source;
  private @Nullable SnapshotId id;
  private @Nullable Snapshot latest;
  private Instant knownSince = Instant.MAX;
  private boolean adopted;
  private int looksWithout;
  private boolean tagging;
  private @Nullable SnapshotOutcome outcome;

  private Expected(PlannedVolume volume, @Nullable PlannedCopy copy, @Nullable Expected source) {
    this.volume = volume;
    this.copy = copy;
    this.source = source;
  }

  static Expected snapshotOf(PlannedVolume volume) {
    return new Expected(volume, null, null);
  }

  static Expected copyOf(Expected source, PlannedCopy copy) {
    return new Expected(source.volume, copy, source);
  }

  PlannedVolume volume() {
    return volume;
  }

  boolean isCopy() {
    return copy != null;
  }

  /** Of a copy: what is copied. */
  Expected source() {
    if (source == null) {
      throw new IllegalStateException(title() + " has no source");
    }
    return source;
  }

  /** The cloud named it, in its answer or in a list. */
  void known(SnapshotId known, Instant now) {
    if (!known.equals(id)) {
      id = known;
      knownSince = now;
    }
  }

  Optional<SnapshotId> id() {
    return Optional.ofNullable(id);
  }

  Instant knownSince() {
    return knownSince;
  }

  /** It is there because an earlier call of this run made it. */
  void adopt() {
    adopted = true;
  }

  /** A look showed it. */
  void seen(Snapshot snapshot, Instant now) {
    known(snapshot.id(), now);
    latest = snapshot;
    looksWithout = 0;
  }

  /** A look did not show it. */
  int missed() {
    return ++looksWithout;
  }

  Optional<Snapshot> latest() {
    return Optional.ofNullable(latest);
  }

  void complete(Snapshot snapshot) {
    outcome = new SnapshotOutcome.Completed(snapshot, adopted);
  }

  void fail(Problem problem) {
    outcome = new SnapshotOutcome.Failed(latest, problem);
  }

  boolean isSettled() {
    return outcome != null;
  }

  /** What became of it; where that is open, it is unfinished for this reason. */
  SnapshotOutcome outcome(@Nullable Problem otherwise) {
    return outcome != null ? outcome : new SnapshotOutcome.Unfinished(begun(), otherwise);
  }

  /** As last seen; before the first look, as its call was answered. */
  private @Nullable Snapshot begun() {
    if (latest != null || id == null) {
      return latest;
    }
    return new Snapshot(
        id,
        copy == null ? volume.region() : copy.region(),
        volume.spec().id(),
        "pending",
        "",
        0,
        knownSince,
        null,
        volume.volume().map(Volume::sizeGib).orElse(0L),
        false,
        null,
        volume.description(),
        copy == null ? volume.tags() : copy.tags());
  }

  /** From 0 to 100; what failed counts as done. */
  int percent() {
    if (outcome != null) {
      return 100;
    }
    return latest == null ? 0 : latest.percent();
  }

  /** Whether tags are to be set that the creating call could not set. */
  boolean lacksTags() {
    return latest != null
        && copy == null
        && !tagging
        && !latest.tags().entrySet().containsAll(volume.tags().entrySet());
  }

  Map<String, String> wantedTags() {
    return volume.tags();
  }

  void tagging(boolean value) {
    tagging = value;
  }

  /** What to call it in messages. */
  String title() {
    return (copy == null ? "the snapshot" : "the copy to " + copy.region())
        + " of "
        + volume.spec().title();
  }
}
