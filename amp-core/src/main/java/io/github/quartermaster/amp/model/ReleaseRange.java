package io.github.quartermaster.amp.model;

/**
 * The releases of Alfresco or Share that a module can be installed on, both ends included.
 *
 * <p>Of {@code module.repo.version.min} and {@code .max} only the first three parts count; pass
 * {@link ReleaseVersion#firstThreeParts()}.
 *
 * @param min the oldest release
 * @param max the newest release
 */
public record ReleaseRange(ReleaseVersion min, ReleaseVersion max) {

  /**
   * From 0 to 999: what Alfresco assumes for a module that sets no bounds, and what it writes for
   * such a module into the WAR.
   */
  public static final ReleaseRange DEFAULT =
      new ReleaseRange(new ReleaseVersion("0"), new ReleaseVersion("999"));

  /**
   * @throws IllegalArgumentException where the maximum is older than the minimum
   */
  public ReleaseRange {
    if (min.isNewerThan(max)) {
      throw new IllegalArgumentException(
          "tried to read a range of releases; its maximum "
              + QuotedText.of(max.text())
              + " is older than its minimum "
              + QuotedText.of(min.text())
              + ". Swap them, or correct the one that is wrong");
    }
  }

  /** Whether the release is in this range. */
  public boolean contains(ReleaseVersion release) {
    return !min.isNewerThan(release) && !release.isNewerThan(max);
  }

  /** Both ends as written, for messages. */
  @Override
  public String toString() {
    return min + " to " + max;
  }
}
