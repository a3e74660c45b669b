package io.github.quartermaster.ebs.model;

/** How a message shows text out of a file: in quotes, on one line, and of bounded length. */
public final class QuotedText {

  private static final int LONGEST = 80;

  private QuotedText() {}

  /** The text as a message shows it. */
  public static String of(String text) {
    String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    return "'" + shown.replaceAll("\\p{Cntrl}", "?") + "'";
  }
}
