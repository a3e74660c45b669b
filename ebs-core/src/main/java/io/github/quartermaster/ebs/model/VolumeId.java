package io.github.quartermaster.ebs.model;

/**
 * Names a volume within its region, such as {@code vol-127facd}. Whether there is such a volume is
 * asked of the cloud, not of a pattern.
 *
 * @param value letters, digits and hyphens; 1 to 64 of them
 */
public record VolumeId(String value) implements Comparable<VolumeId> {
  /**
   * Checks the characters.
   *
   * @throws IllegalArgumentException if others than those above are among them
   */
  public VolumeId {
    ResourceName.check(value, "volume");
  }

  /** Whether the text could be an id. */
  public static boolean isWellFormed(String value) {
    return ResourceName.isWellFormed(value);
  }

  @Override
  public int compareTo(VolumeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
