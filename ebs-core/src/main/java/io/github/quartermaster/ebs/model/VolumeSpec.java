package io.github.quartermaster.ebs.model;

import java.util.LinkedHashSet;
import java.util.List;

/**
 * What the user wants of one volume: a line of the volumes file.
 *
 * @param id the volume
 * @param description the user's words for it; may be empty
 * @param destinations regions to copy the snapshot to, each once, in the user's order
 * @param line the line of the file, from 1; 0 where there is no file
 */
public record VolumeSpec(VolumeId id, String description, List<Region> destinations, int line) {

  /** Copies the list, and drops what it names twice. */
  public VolumeSpec {
    destinations = List.copyOf(new LinkedHashSet<>(destinations));
  }

  /** What to call it in messages: {@code vol-127facd (My vol)}. */
  public String title() {
    return description.isEmpty() ? id.value() : id + " (" + description + ")";
  }
}
