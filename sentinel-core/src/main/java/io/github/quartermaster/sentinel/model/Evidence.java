package io.github.quartermaster.sentinel.model;

/**
 * A fact that a person would look at next, such as the process with the most memory or the last
 * line of a log.
 *
 * @param label what it is, such as {@code top memory}
 * @param text one line, made safe for a terminal: control characters are replaced, and it is cut
 *     after 500 characters
 */
public record Evidence(String label, String text) {
  private static final int LONGEST = 500;

  /** Makes both safe to print. */
  public Evidence {
    label = safe(label);
    text = safe(text);
  }

  private static String safe(String text) {
    String line = SafeText.of(text);
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 3) + "...";
  }
}
