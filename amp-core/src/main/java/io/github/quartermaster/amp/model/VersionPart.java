package io.github.quartermaster.amp.model;

import java.util.List;
import java.util.Map;

/**
 * One part of a version: a number, a word, or the step down into a sub-part.
 *
 * <p>Parts are ordered, and the order of versions is the order of their first parts that differ.
 *
 * @param side whether this part, with all that comes after it, makes a version older (-1) or newer
 *     (1) than the same version cut off before it; 0 until {@link VersionParts} has found out
 * @param weight of a number the count of its digits, of a word its place among {@link #WORDS}
 * @param text the digits of a number without leading zeros, or a word that is not in {@link #WORDS}
 */
record VersionPart(int side, Kind kind, int weight, String text)
    implements Comparable<VersionPart> {

  /** In ascending order. */
  enum Kind {
    WORD,
    SUB_PART,
    NUMBER
  }

  /** The words that Maven knows, in ascending order; any other word comes after them. */
  private static final List<String> WORDS =
      List.of("alpha", "beta", "milestone", "rc", "snapshot", "", "sp");

  private static final int RELEASE = WORDS.indexOf("");

  private static final Map<String, String> SYNONYMS =
      Map.of("cr", "rc", "ga", "", "final", "", "release", "");

  private static final Map<String, String> ABBREVIATIONS =
      Map.of("a", "alpha", "b", "beta", "m", "milestone");

  static final VersionPart SUB_PART = new VersionPart(0, Kind.SUB_PART, 0, "");

  static final VersionPart ZERO = new VersionPart(0, Kind.NUMBER, 0, "");

  /**
   * @param digits one or more characters that are {@linkplain Character#isDigit(char) digits} of
   *     any script
   */
  static VersionPart number(String digits) {
    StringBuilder significant = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      int value = Character.digit(digits.charAt(i), 10);
      if (value > 0 || !significant.isEmpty()) {
        significant.append((char) ('0' + value));
      }
    }
    return significant.isEmpty()
        ? ZERO
        : new VersionPart(1, Kind.NUMBER, significant.length(), significant.toString());
  }

  /**
   * A word in lower case; {@code a}, {@code b} and {@code m} are short forms before a digit only.
   */
  static VersionPart word(String letters, boolean beforeDigit) {
    String full = beforeDigit ? ABBREVIATIONS.getOrDefault(letters, letters) : letters;
    String word = SYNONYMS.getOrDefault(full, full);
    int place = WORDS.indexOf(word);
    return place < 0
        ? new VersionPart(1, Kind.WORD, WORDS.size(), word)
        : new VersionPart(Integer.compare(place, RELEASE), Kind.WORD, place, "");
  }

  /** Whether this says nothing at the end of a version: a zero, or a word such as {@code Final}. */
  boolean saysNothing() {
    return side == 0 && kind != Kind.SUB_PART;
  }

  VersionPart withSide(int newSide) {
    return side == newSide ? this : new VersionPart(newSide, kind, weight, text);
  }

  @Override
  public int compareTo(VersionPart other) {
    if (side != other.side) {
      return Integer.compare(side, other.side);
    }
    if (kind != other.kind) {
      return kind.compareTo(other.kind);
    }
    return weight != other.weight
        ? Integer.compare(weight, other.weight)
        : text.compareTo(other.text);
  }
}
