package io.github.quartermaster.ebs.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A volume that is to be made from a snapshot of another.
 *
 * @param source the volume that the data is from, which may be gone
 * @param from the snapshot or copy, or null where none will do; read it by {@link #snapshot()}
 * @param call what makes it, or null where something forbids that; read it by {@link #creation()}
 * @param made the volume that an earlier call made, or null; read it by {@link #existing()}
 * @param old the volume that the data is from as it is now, or null where it is gone or elsewhere;
 *     read it by {@link #current()}
 * @param place where the volume was attached, or null; read it by {@link #attachment()}
 * @param problems what was found wrong with it
 */
public record PlannedRestore(
    VolumeId source,
    @Nullable Snapshot from,
    @Nullable VolumeCreation call,
    @Nullable Volume made,
    @Nullable Volume old,
    Volume.@Nullable Attachment place,
    List<Problem> problems) {
  /** Copies the list. */
  public PlannedRestore {
    problems = List.copyOf(problems);
  }

  /** The snapshot or copy. */
  public Optional<Snapshot> snapshot() {
    return Optional.ofNullable(from);
  }

  /** The call that makes it, where nothing forbids that. */
  public Optional<VolumeCreation> creation() {
    return Optional.ofNullable(call);
  }

  /** The volume that an earlier call of the same restore made. */
  public Optional<Volume> existing() {
    return Optional.ofNullable(made);
  }

  /** The volume that the data is from, as it is now. */
  public Optional<Volume> current() {
    return Optional.ofNullable(old);
  }

  /** Where the volume is attached, or was when it was backed up. */
  public Optional<Volume.Attachment> attachment() {
    return Optional.ofNullable(place);
  }

  /** Whether nothing forbids to make it. */
  public boolean isPossible() {
    return call != null && problems.stream().noneMatch(Problem::isError);
  }
}
