package io.github.quartermaster.sentinel.model;

/**
 * What strangers say, made safe to print: no control characters, no line breaks, no blanks around.
 */
public final class SafeText {
  private SafeText() {}

  /** The text in one line, fit for a terminal. */
  public static String of(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().map(SafeText::printable).forEach(safe::appendCodePoint);
    return safe.toString().strip();
  }

  private static int printable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          ' ';
      default -> codePoint;
    };
  }
}
