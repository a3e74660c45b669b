package io.github.quartermaster.ebs.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of one snapshot or copy. */
public sealed interface SnapshotOutcome {

  /** The word for it in reports. */
  String status();

  /** The snapshot, as far as there is one. */
  Optional<Snapshot> snapshot();

  /** What went wrong. */
  Optional<Problem> problem();

  /** Whether it is there, whole. */
  default boolean isCompleted() {
    return this instanceof Completed;
  }

  /** Whether something went wrong. */
  default boolean isFailed() {
    return problem().isPresent();
  }

  /**
   * It is there, whole.
   *
   * @param made it
   * @param adopted whether an earlier call of the run had made it
   */
  record Completed(Snapshot made, boolean adopted) implements SnapshotOutcome {
    @Override
    public String status() {
      return "completed";
    }

    @Override
    public Optional<Snapshot> snapshot() {
      return Optional.of(made);
    }

    @Override
    public Optional<Problem> problem() {
      return Optional.empty();
    }
  }

  /**
   * It is on its way, and nobody waits for it any longer; the same run can be awaited.
   *
   * @param begun as last seen, or null where it was not begun, as a copy whose source is not whole
   * @param reason why nobody waits, where that is a failure: time ran out; else null
   */
  record Unfinished(@Nullable Snapshot begun, @Nullable Problem reason) implements SnapshotOutcome {
    @Override
    public String status() {
      return begun == null ? "waiting" : "pending";
    }

    @Override
    public Optional<Snapshot> snapshot() {
      return Optional.ofNullable(begun);
    }

    @Override
    public Optional<Problem> problem() {
      return Optional.ofNullable(reason);
    }
  }

  /**
   * There is none, or a broken one.
   *
   * @param broken as last seen, or null where none was made
   */
  record Failed(@Nullable Snapshot broken, Problem reason) implements SnapshotOutcome {
    @Override
    public String status() {
      return "failed";
    }

    @Override
    public Optional<Snapshot> snapshot() {
      return Optional.ofNullable(broken);
    }

    @Override
    public Optional<Problem> problem() {
      return Optional.of(reason);
    }
  }
}
