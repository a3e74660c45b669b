package io.github.quartermaster.sentinel.model;

/**
 * Names a thing that can be sick, such as {@code disk:/var} or {@code shop}. Unique within one
 * configuration; two checks that measure the same component use the same id.
 *
 * @param value 1 to 200 characters, none of them a control character, not only blanks
 */
public record ComponentId(String value) implements Comparable<ComponentId> {
  private static final int LONGEST = 200;

  /**
   * Checks the characters.
   *
   * @throws IllegalArgumentException if the value is blank, too long or holds control characters
   */
  public ComponentId {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException(
          "a component's name has 1 to " + LONGEST + " characters and no control characters");
    }
  }

  /** Whether the text could be an id. */
  public static boolean isWellFormed(String value) {
    return !value.isBlank()
        && value.length() <= LONGEST
        && value.chars().noneMatch(Character::isISOControl);
  }

  @Override
  public int compareTo(ComponentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
