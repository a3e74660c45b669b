package io.github.quartermaster.ebs.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A volume's snapshot of one run with its copies, and what the cloud's own words about them show.
 *
 * @param title what to call the volume in messages
 * @param original the snapshot in the volume's own region, or null where it is not there any more;
 *     read it by {@link #source()}
 * @param copies by region
 * @param readable those whose blocks can be read, the one that the others are compared with first
 * @param problems what is not as it should be
 */
public record BackupCheck(
    VolumeId volume,
    String title,
    String run,
    @Nullable Snapshot original,
    List<Snapshot> copies,
    List<Snapshot> readable,
    List<Problem> problems) {
  /** Copies the lists. */
  public BackupCheck {
    copies = List.copyOf(copies);
    readable = List.copyOf(readable);
    problems = List.copyOf(problems);
  }

  /** The snapshot in the volume's own region. */
  public Optional<Snapshot> source() {
    return Optional.ofNullable(original);
  }

  /** Snapshot and copies. */
  public List<Snapshot> snapshots() {
    List<Snapshot> all = new ArrayList<>(copies);
    source().ifPresent(snapshot -> all.add(0, snapshot));
    return all;
  }
}
