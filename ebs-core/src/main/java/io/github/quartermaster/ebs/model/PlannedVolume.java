package io.github.quartermaster.ebs.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of one volume.
 *
 * @param spec what the user wants
 * @param region where it is
 * @param inCloud the volume, or null where there is none or nobody asked; read it by {@link
 *     #volume()}
 * @param token of its snapshot; where it is one of a set, the set's
 * @param description of the snapshot
 * @param tags of the snapshot; of a member of a set those that are set afterwards
 * @param found the snapshot that an earlier call of this run made, or null; read it by {@link
 *     #existing()}
 * @param first whether nothing of ours is there to build on, so that all of it is stored
 * @param copies in the user's order
 * @param problems what was found wrong with it; an error leaves it out and fails it
 */
public record PlannedVolume(
    VolumeSpec spec,
    Region region,
    @Nullable Volume inCloud,
    Token token,
    String description,
    Map<String, String> tags,
    @Nullable Snapshot found,
    boolean first,
    List<PlannedCopy> copies,
    List<Problem> problems) {
  /** Copies the collections. */
  public PlannedVolume {
    tags = Map.copyOf(tags);
    copies = List.copyOf(copies);
    problems = List.copyOf(problems);
  }

  /** The volume as its cloud describes it. */
  public Optional<Volume> volume() {
    return Optional.ofNullable(inCloud);
  }

  /** The snapshot that an earlier call of this run made. */
  public Optional<Snapshot> existing() {
    return Optional.ofNullable(found);
  }

  /** Whether nothing forbids to back it up. */
  public boolean isPossible() {
    return problems.stream().noneMatch(Problem::isError);
  }

  /** The call that makes its snapshot, where it is none of a set. */
  public Creation.OfVolume creation() {
    return new Creation.OfVolume(region, spec.id(), description, tags);
  }
}
