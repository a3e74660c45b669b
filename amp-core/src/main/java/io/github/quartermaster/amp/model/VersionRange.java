package io.github.quartermaster.amp.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The versions of another module that a module can work with: the value of one {@code
 * module.depends.<id>}, read as Alfresco and its Module Management Tool (MMT) read it.
 *
 * <p>The text is a list of alternatives between commas, one of which has to contain the version:
 *
 * <table>
 *   <caption>Alternatives</caption>
 *   <tr><th>written</th><th>contains</th></tr>
 *   <tr><td>{@code LOW-HIGH}</td><td>from LOW to HIGH, both included</td></tr>
 *   <tr><td>{@code LOW-} or {@code LOW-*}</td><td>LOW or newer</td></tr>
 *   <tr><td>{@code -HIGH} or {@code *-HIGH}</td><td>HIGH or older</td></tr>
 *   <tr><td>{@code *}</td><td>any version</td></tr>
 *   <tr><td>{@code VERSION}</td><td>this version, however it is written</td></tr>
 * </table>
 *
 * <p>Blanks around commas, hyphens and versions do not count. As every hyphen separates, a bound
 * cannot have one: {@code 1.5-SNAPSHOT} means from 1.5 to SNAPSHOT, which contains nothing, and the
 * third part of {@code 1.0-2.0-RC1} is ignored. {@code *} is special only as a whole bound; {@code
 * 1.*} is an exact version of that odd name. {@code ,} has no alternative and contains nothing.
 *
 * <p>Bounds are compared in the order of {@link ModuleVersion}. MMT takes an open upper end for
 * 999.999.999.99 and an open lower one for 0, so that for MMT version 20240101 is not in {@code
 * 1.0-*}, nor even in {@code *}, and version 0.0-SNAPSHOT is not in {@code *}. Here an open end is
 * open.
 *
 * <p>Equality is that of the text.
 *
 * @param text the expression as written, never blank
 */
public record VersionRange(String text) {

  /**
   * @throws IllegalArgumentException where the text is blank, or has only blanks between two
   *     commas: Alfresco cannot read such a module, and does not start with it
   */
  public VersionRange {
    if (text.isBlank()) {
      throw new IllegalArgumentException(
          "tried to read a range of versions; it is blank. Write * for any version");
    }
    alternatives(text);
  }

  /** Whether the version is in this range. */
  public boolean contains(ModuleVersion version) {
    // Taken apart once: a long version against a long list would take quadratic time otherwise.
    VersionParts parts = VersionParts.of(version.text());
    return alternatives(text).stream().anyMatch(alternative -> alternative.contains(parts));
  }

  /** The expression as written. */
  @Override
  public String toString() {
    return text;
  }

  private static List<VersionInterval> alternatives(String text) {
    List<VersionInterval> alternatives = new ArrayList<>();
    for (String alternative : text.trim().split(",", -1)) {
      if (alternative.isEmpty()) {
        continue;
      }
      if (alternative.isBlank()) {
        throw new IllegalArgumentException(
            "tried to read the range of versions "
                + QuotedText.of(text)
                + "; only blanks stand between two of its commas. Remove one of these commas");
      }
      alternatives.add(VersionInterval.parse(alternative.trim()));
    }
    return alternatives;
  }
}
