package io.github.quartermaster.ebs.testkit.internal.ec2;

import io.github.quartermaster.ebs.testkit.model.EmulatedContents;
import io.github.quartermaster.ebs.testkit.model.EmulatedVolume;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A volume; its state follows from the time. Guarded by its account. */
final class Volume {
  final String id;
  final int sizeGiB;
  final String type;
  final @Nullable Integer iops;
  final @Nullable Integer throughput;
  final @Nullable String key;
  final String zone;
  final Instant created;
  final @Nullable String fromSnapshot;
  final Tags tags;
  final Novelty byId;
  final Novelty byFilter;

  /** What it holds. */
  EmulatedContents contents;

  private final Duration creating;
  private boolean broken;
  private @Nullable Instant deleted;

  /**
   * A new volume.
   *
   * @param creating how long it is being made; zero for one that was there before
   */
  Volume(EmulatedVolume made, Instant created, Duration creating) {
    this.id = made.id();
    this.sizeGiB = made.sizeGiB();
    this.type = made.type();
    this.iops = made.iops();
    this.throughput = made.throughput();
    this.key = made.key();
    this.zone = made.zone();
    this.created = created;
    this.creating = creating;
    this.fromSnapshot = made.snapshot();
    this.tags = Tags.of(made.tags());
    this.byId = new Novelty(created);
    this.byFilter = new Novelty(created);
    this.broken = made.state().equals("error");
    this.contents = EmulatedContents.of(id);
  }

  /** Whether it is of a type of which AWS takes one snapshot at a time. */
  boolean isCold() {
    return type.equals("st1") || type.equals("sc1");
  }

  /** Whether it was there before any request. */
  boolean isOld() {
    return creating.isZero();
  }

  /** It will be broken when it is due to be available. */
  void breakInTheEnd() {
    broken = true;
  }

  void delete(Instant now) {
    deleted = now;
  }

  String state(Instant now, boolean attached) {
    if (deleted != null) {
      return "deleting";
    }
    if (now.isBefore(created.plus(creating))) {
      return "creating";
    }
    return broken ? "error" : attached ? "in-use" : "available";
  }

  /** Whether nothing shows it any more. */
  boolean isGone(Instant now, Duration deleting) {
    return deleted != null && !now.isBefore(deleted.plus(deleting));
  }

  boolean isDeleted() {
    return deleted != null;
  }

  EmulatedVolume seen(String region, Instant now, boolean attached) {
    return new EmulatedVolume(
        region,
        id,
        sizeGiB,
        type,
        iops,
        throughput,
        zone,
        state(now, attached),
        key,
        fromSnapshot,
        tags.all());
  }
}
