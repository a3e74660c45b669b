package io.github.quartermaster.ebs.model;

import java.util.regex.Pattern;

/**
 * A place of a cloud that holds volumes and snapshots of its own, such as {@code us-west-1} or
 * {@code RegionOne}.
 *
 * @param name letters, digits, hyphens and underscores; 1 to 64 of them
 */
public record Region(String name) implements Comparable<Region> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /**
   * Checks the name's form; whether there is such a region only its cloud knows.
   *
   * @throws IllegalArgumentException if it has another form
   */
  public Region {
    if (!isWellFormed(name)) {
      throw new IllegalArgumentException(QuotedText.of(name) + " is no name of a region");
    }
  }

  /** Whether the text could be the name of a region. */
  public static boolean isWellFormed(String name) {
    return FORM.matcher(name).matches();
  }

  @Override
  public int compareTo(Region other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
