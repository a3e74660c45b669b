package io.github.quartermaster.amp.maven;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An artifact as a user names it: {@code groupId:artifactId:version[:type[:classifier]]}.
 *
 * @param version also a range, {@code LATEST} or {@code RELEASE}
 * @param classifier empty where there is none
 */
record Coordinates(
    String groupId, String artifactId, String version, String type, String classifier) {
  // a range may hold blanks and commas; a drive letter is one letter before a slash
  private static final Pattern SHAPE =
      Pattern.compile("[\\w.-]+:[\\w.-]+:[^:/\\\\]+(:[\\w.-]+){0,2}");

  /**
   * Reads what may be coordinates.
   *
   * @param defaultType the type where the text names none
   * @return empty where the text has another shape, as a path has
   */
  static Optional<Coordinates> parse(String text, String defaultType) {
    String stripped = text.strip();
    if (!SHAPE.matcher(stripped).matches()) {
      return Optional.empty();
    }
    String[] parts = stripped.split(":", -1);
    return Optional.of(
        new Coordinates(
            parts[0],
            parts[1],
            parts[2].strip(),
            parts.length > 3 ? parts[3] : defaultType,
            parts.length > 4 ? parts[4] : ""));
  }

  /** Whether the version is a range rather than a version. */
  boolean isRange() {
    return version.startsWith("[") || version.startsWith("(");
  }

  @Override
  public String toString() {
    return String.join(":", groupId, artifactId, version, type)
        + (classifier.isEmpty() ? "" : ":" + classifier);
  }
}
