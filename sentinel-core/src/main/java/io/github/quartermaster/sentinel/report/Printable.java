package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.model.SafeText;

/**
 * Words of strangers on one line: nothing in them breaks a line, moves a cursor or turns the
 * direction of the text around.
 */
final class Printable {
  private static final String CUT = "...";

  private Printable() {}

  /** The text with a blank for each character that does more than print itself. */
  static String line(String text) {
    return SafeText.of(text);
  }

  /**
   * A name that has to fit: the middle is left out, since both its ends tell names apart.
   *
   * @param longest in characters, 5 or more
   */
  static String shortened(String text, int longest) {
    int length = length(text);
    if (length <= longest) {
      return text;
    }
    int head = (longest - CUT.length() + 1) / 2;
    int tail = longest - CUT.length() - head;
    return text.substring(0, text.offsetByCodePoints(0, head))
        + CUT
        + text.substring(text.offsetByCodePoints(text.length(), -tail));
  }

  /** How many characters there are. */
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
