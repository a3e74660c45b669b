package io.github.quartermaster.ebs.model;

/**
 * Names a instance within its region, such as {@code i-0a1b2c3d}. Whether there is such a instance
 * is asked of the cloud, not of a pattern.
 *
 * @param value letters, digits and hyphens; 1 to 64 of them
 */
public record InstanceId(String value) implements Comparable<InstanceId> {
  /**
   * Checks the characters.
   *
   * @throws IllegalArgumentException if others than those above are among them
   */
  public InstanceId {
    ResourceName.check(value, "instance");
  }

  /** Whether the text could be an id. */
  public static boolean isWellFormed(String value) {
    return ResourceName.isWellFormed(value);
  }

  @Override
  public int compareTo(InstanceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
