package io.github.quartermaster.ebs.internal.run;

import io.github.quartermaster.ebs.model.PlannedRestore;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.Token;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeCreation;
import io.github.quartermaster.ebs.model.VolumeId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A volume that is to be made, and what is known of it. For the deciding thread. */
final class VolumeOrder {
  private final PlannedRestore planned;
  private final VolumeCreation creation;
  private final Token token;
  private @Nullable VolumeId id;
  private @Nullable Volume latest;
  private Instant knownSince = Instant.MAX;
  private int tries;
  private int looksWithout;
  private int unseen;
  private boolean inDoubt;
  private boolean calling;
  private boolean ready;
  private @Nullable Problem failure;

  /**
   * Of one that can be made.
   *
   * @param token for the journal
   */
  VolumeOrder(PlannedRestore planned, Token token) {
    this.planned = planned;
    this.creation = planned.creation().orElseThrow();
    this.token = token;
  }

  PlannedRestore planned() {
    return planned;
  }

  VolumeCreation creation() {
    return creation;
  }

  Token token() {
    return token;
  }

  void known(Volume volume, Instant now) {
    id = volume.id();
    latest = volume;
    knownSince = now;
    inDoubt = false;
  }

  Optional<VolumeId> id() {
    return Optional.ofNullable(id);
  }

  Instant knownSince() {
    return knownSince;
  }

  void seen(Volume volume) {
    latest = volume;
    looksWithout = 0;
  }

  Optional<Volume> latest() {
    return Optional.ofNullable(latest);
  }

  /** A look did not show it; how often in a row. */
  int missed() {
    return ++looksWithout;
  }

  /** How often its call was made without a clear answer, this time included. */
  int tried() {
    return ++tries;
  }

  /** How often the cloud said that it has no such snapshot, this time included. */
  int unseen() {
    return ++unseen;
  }

  void doubt() {
    inDoubt = true;
  }

  /** Whether there may be a volume that nobody knows the id of. */
  boolean isInDoubt() {
    return inDoubt;
  }

  void calling(boolean value) {
    calling = value;
  }

  /** Whether a call is under way, or waits for its turn. */
  boolean isCalling() {
    return calling;
  }

  void ready() {
    ready = true;
  }

  boolean isReady() {
    return ready;
  }

  void fail(Problem problem) {
    failure = problem;
  }

  Optional<Problem> failure() {
    return Optional.ofNullable(failure);
  }

  boolean isSettled() {
    return ready || failure != null;
  }

  /** What to call it in messages. */
  String title() {
    return "a new volume for " + planned.source() + " from " + creation.snapshot();
  }
}
