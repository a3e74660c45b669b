package io.github.quartermaster.ebs.model;

/**
 * Names a snapshot within its region, such as {@code snap-0a1b2c3d4e5f60718}. Whether there is such
 * a snapshot is asked of the cloud, not of a pattern.
 *
 * @param value letters, digits and hyphens; 1 to 64 of them
 */
public record SnapshotId(String value) implements Comparable<SnapshotId> {
  /**
   * Checks the characters.
   *
   * @throws IllegalArgumentException if others than those above are among them
   */
  public SnapshotId {
    ResourceName.check(value, "snapshot");
  }

  @Override
  public int compareTo(SnapshotId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
