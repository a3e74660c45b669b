package io.github.quartermaster.ebs.testkit.internal.ec2;

import io.github.quartermaster.ebs.testkit.model.EmulatedContents;
import io.github.quartermaster.ebs.testkit.model.EmulatedSnapshot;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A snapshot or a copy of one; its state follows from the time. Guarded by its account. */
final class Snapshot {
  /** What EC2 tells as the volume of every copy. */
  static final String NO_VOLUME = "vol-ffffffff";

  final String id;
  final String volumeId;
  final String owner;
  final String description;
  final Instant start;
  final int sizeGiB;
  final @Nullable String key;
  final @Nullable String copyOf;
  final Tags tags;
  final Novelty byId;
  final Novelty byFilter;

  private final Duration duration;
  private @Nullable String failure;
  private @Nullable String scriptedState;

  @Nullable Integer completionMinutes;
  @Nullable SnapshotLock lock;

  /** How it is kept. */
  String tier = "standard";

  /** What it holds. */
  BlockMap blocks;

  Snapshot(
      String id,
      String volumeId,
      String owner,
      String description,
      Instant start,
      Duration duration,
      int sizeGiB,
      @Nullable String key,
      @Nullable String copyOf,
      Tags tags) {
    this.id = id;
    this.volumeId = volumeId;
    this.owner = owner;
    this.description = description;
    this.start = start;
    this.duration = duration;
    this.sizeGiB = sizeGiB;
    this.key = key;
    this.copyOf = copyOf;
    this.tags = tags;
    this.byId = new Novelty(start);
    this.byFilter = new Novelty(start);
    this.blocks = new BlockMap(EmulatedContents.of(volumeId));
  }

  /** One that was there before, in a state that does not change by itself. */
  static Snapshot existing(EmulatedSnapshot seed) {
    Snapshot snapshot =
        new Snapshot(
            seed.id(),
            seed.volumeId(),
            seed.owner(),
            seed.description(),
            seed.start(),
            Duration.ZERO,
            seed.sizeGiB(),
            seed.key(),
            seed.copyOf(),
            Tags.of(seed.tags()));
    snapshot.become(seed.state(), seed.message());
    return snapshot;
  }

  /** It will fail when it is due to complete. */
  void failInTheEnd(String message) {
    failure = message;
  }

  /** It is in this state from now on. */
  void become(String state, String message) {
    scriptedState = state;
    failure = message.isEmpty() ? null : message;
  }

  Instant end() {
    return start.plus(duration);
  }

  String state(Instant now) {
    if (scriptedState != null) {
      return scriptedState;
    }
    if (now.isBefore(end())) {
      return "pending";
    }
    return failure == null ? "completed" : "error";
  }

  boolean isCompleted(Instant now) {
    return state(now).equals("completed");
  }

  boolean isPending(Instant now) {
    return state(now).equals("pending");
  }

  /** Why it is in its state; empty unless something went wrong. */
  String message(Instant now) {
    return failure == null || isPending(now) || isCompleted(now) ? "" : failure;
  }

  /** From 0 to 100. */
  int progress(Instant now) {
    if (isCompleted(now)) {
      return 100;
    }
    if (duration.isZero()) {
      return 0;
    }
    long done = Duration.between(start, now).toMillis() * 100 / Math.max(1, duration.toMillis());
    return (int) Math.max(0, Math.min(99, done));
  }

  EmulatedSnapshot seen(String region, Instant now) {
    return new EmulatedSnapshot(
        region,
        id,
        volumeId,
        owner,
        state(now),
        message(now),
        progress(now),
        start,
        sizeGiB,
        key,
        description,
        copyOf,
        tags.all());
  }
}
