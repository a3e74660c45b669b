package io.github.quartermaster.ebs.model;

import java.util.List;

/**
 * Snapshots of several volumes by one call, all of one point in time.
 *
 * @param token in the tags of all of them
 * @param creation the call
 * @param volumes those that it makes snapshots of
 */
public record PlannedSet(Token token, Creation.OfInstance creation, List<VolumeId> volumes) {
  /** Copies the list. */
  public PlannedSet {
    volumes = List.copyOf(volumes);
  }
}
