package io.github.quartermaster.amp.model;

/**
 * The version of a module, as {@code module.version} of an AMP or of an installed module states it.
 *
 * <p>Any text that is not blank is a version, as it is to Alfresco; it is kept as written. Versions
 * have one total order, that of Maven's {@code ComparableVersion} (3.9.16): numbers by value, a
 * missing part as zero, {@code alpha}, {@code beta}, {@code milestone}, {@code rc}, {@code
 * snapshot}, the release, {@code sp} and any other word in this order and without regard to case.
 * So {@code 1.0-RC1 < 1.0-SNAPSHOT < 1.0 < 1.0-sp1 < 1.0.1}, {@code 1.9 < 1.10}, and {@code 1},
 * {@code 1.0}, {@code 1.0.0} and {@code 1.0.Final} are the same version.
 *
 * <p>It differs from Maven's class in two points:
 *
 * <ul>
 *   <li>Where that class contradicts itself. It holds {@code 5.1-SNAPSHOT < 5.1} and {@code 5.1 <
 *       5.1.f.1}, yet {@code 5.1.f.1 < 5.1-SNAPSHOT}: sorting by it may fail or depend on the order
 *       of the input. Here the first two decide: of two versions, of which one is older and the
 *       other newer than what they have in common, the first is older. There is no other pair whose
 *       order differs for this reason.
 *   <li>Zeros that lead a number never count. That class takes ten or more zeros on their own, and
 *       leading zeros of a script other than Latin, for a long number and thus a large one: {@code
 *       1.0000000000.1 > 1.5}.
 * </ul>
 *
 * <p>The comparison that Alfresco's own tools use has more exceptions; the project's page on
 * versions lists them. <b>Equality is that of the text</b>, so {@code compareTo} returning 0 does
 * not imply {@code equals}: a sorted set keeps one of {@code 1.0} and {@code 1.0.0}, a hash set
 * both.
 *
 * <p>A comparison reads both texts anew, in time that grows with their length and no faster, and
 * without recursion: tens of thousands of parts do no harm.
 *
 * @param text the version as written, never blank. White space at either end is part of it; who
 *     reads a file trims first, as Alfresco does.
 */
public record ModuleVersion(String text) implements Comparable<ModuleVersion> {

  /**
   * @throws IllegalArgumentException where the text is blank
   */
  public ModuleVersion {
    if (text.isBlank()) {
      throw new IllegalArgumentException(
          "tried to read a module version; it is blank. Give it a value, such as 1.0");
    }
  }

  /** Whether this version comes after the other. */
  public boolean isNewerThan(ModuleVersion other) {
    return compareTo(other) > 0;
  }

  /** Older versions come first; see the description of this type for the rules. */
  @Override
  public int compareTo(ModuleVersion other) {
    return text.equals(other.text)
        ? 0
        : VersionParts.of(text).compareTo(VersionParts.of(other.text));
  }

  /** The version as written. */
  @Override
  public String toString() {
    return text;
  }
}
