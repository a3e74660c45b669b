package io.github.quartermaster.ebs.internal.run;

import io.github.quartermaster.ebs.model.BlockStorage.CreatedSnapshot;
import io.github.quartermaster.ebs.model.Creation;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.Token;
import io.github.quartermaster.ebs.model.VolumeId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** One creating call, and what it is to make. For the deciding thread. */
final class Task {
  private final Token token;
  private final Region region;
  private final List<Expected> expected;
  private final Supplier<Optional<Creation>> creation;
  private State state = State.UNKNOWN;
  private Instant doubtedSince = Instant.MIN;
  private Instant begunAt = Instant.MAX;
  private final Set<SnapshotId> broken = new HashSet<>();
  private final AtomicReference<List<CreatedSnapshot>> madeByOthers = new AtomicReference<>();
  private boolean offered;
  private int looks;
  private int doubts;
  private int refusals;

  /**
   * A task of which nothing is known yet.
   *
   * @param creation the call; empty while what it builds on is not there
   */
  Task(Token token, Region region, List<Expected> expected, Supplier<Optional<Creation>> creation) {
    this.token = token;
    this.region = region;
    this.expected = List.copyOf(expected);
    this.creation = creation;
  }

  /** How far a creating call is. */
  enum State {
    /** Nobody has looked yet whether it was made before. */
    UNKNOWN,
    /** It is not made yet; what it builds on, or its turn, is to come. */
    WANTED,
    /** It is under way. */
    CALLING,
    /** Nobody knows whether it happened; looks will tell. */
    IN_DOUBT,
    /** What it makes is there, complete or not. */
    BEGUN,
    /** It will not be made. */
    GIVEN_UP
  }

  Token token() {
    return token;
  }

  Region region() {
    return region;
  }

  List<Expected> expected() {
    return expected;
  }

  boolean isCopy() {
    return token.destination().isPresent();
  }

  boolean isSet() {
    return !isCopy() && expected.size() > 1;
  }

  /** The call, once it can be made. */
  Optional<Creation> creation() {
    return creation.get();
  }

  State state() {
    return state;
  }

  void state(State next) {
    state = next;
  }

  /** What it makes is there, or on its way. */
  void begun(Instant now) {
    state = State.BEGUN;
    begunAt = now;
  }

  Instant begunAt() {
    return begunAt;
  }

  /** A snapshot of an earlier call that failed; it is not what this one makes. */
  void ignore(Snapshot failed) {
    broken.add(failed.id());
  }

  boolean ignores(Snapshot snapshot) {
    return broken.contains(snapshot.id());
  }

  /** While it waited for its turn, somebody else made the same. May be called on any thread. */
  void overtaken(List<CreatedSnapshot> made) {
    madeByOthers.set(made);
  }

  /** What somebody else made. May be called on any thread. */
  Optional<List<CreatedSnapshot>> madeByOthers() {
    return Optional.ofNullable(madeByOthers.get());
  }

  /** Says once that it waits for a slot. */
  boolean offer() {
    boolean first = !offered;
    offered = true;
    return first;
  }

  /** Its answer was lost, or may have been, at this time. */
  void doubt(Instant since) {
    state = State.IN_DOUBT;
    doubtedSince = since;
    looks = 0;
    doubts++;
  }

  /** How often its answer was lost. */
  int doubts() {
    return doubts;
  }

  Instant doubtedSince() {
    return doubtedSince;
  }

  /** A look that was begun after the doubt did not show it; how many there were. */
  int lookedInVain() {
    return ++looks;
  }

  /** It must be asked for again later; how often that was so. */
  int putOff() {
    return ++refusals;
  }

  /** Whether a snapshot that carries its token is the one that is expected here. */
  boolean isOf(Expected one, Snapshot snapshot) {
    VolumeId volume = one.volume().spec().id();
    return !isSet() || snapshot.volume().equals(volume);
  }

  boolean isSettled() {
    return state == State.GIVEN_UP || expected.stream().allMatch(Expected::isSettled);
  }
}
