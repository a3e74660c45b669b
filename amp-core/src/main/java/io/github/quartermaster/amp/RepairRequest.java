package io.github.quartermaster.amp;

import java.nio.file.Path;
import java.util.List;

/**
 * Which WARs are to be mended.
 *
 * @param wars packed WARs or exploded folders
 */
public record RepairRequest(List<Path> wars, WriteSettings settings) {

  /** Copies the list. */
  public RepairRequest {
    wars = List.copyOf(wars);
  }
}
