package io.github.quartermaster.ebs.model;

/**
 * Names a policy of a cloud's scheduler within its region, such as {@code
 * policy-0a1b2c3d4e5f60718}.
 *
 * @param value letters, digits and hyphens; 1 to 64 of them
 */
public record PolicyId(String value) implements Comparable<PolicyId> {
  /**
   * Checks the characters.
   *
   * @throws IllegalArgumentException if others than those above are among them
   */
  public PolicyId {
    ResourceName.check(value, "policy");
  }

  @Override
  public int compareTo(PolicyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
