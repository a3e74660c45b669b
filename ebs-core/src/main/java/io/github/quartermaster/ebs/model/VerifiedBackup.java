package io.github.quartermaster.ebs.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * What verifying a volume's snapshot and its copies has shown.
 *
 * @param readings of those whose blocks were read
 * @param differences what their blocks show
 */
public record VerifiedBackup(
    BackupCheck check, List<BlockReading> readings, List<Problem> differences) {
  /** Copies the lists. */
  public VerifiedBackup {
    readings = List.copyOf(readings);
    differences = List.copyOf(differences);
  }

  /** Everything that is not as it should be. */
  public List<Problem> problems() {
    return Stream.concat(check.problems().stream(), differences.stream()).toList();
  }
}
