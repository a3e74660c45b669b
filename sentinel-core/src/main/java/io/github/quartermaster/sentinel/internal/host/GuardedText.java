package io.github.quartermaster.sentinel.internal.host;

import java.util.function.BooleanSupplier;

/**
 * A text that stops a search in it. Java's regular expressions can take longer than anybody lives
 * for a pattern such as {@code ^(.*a){12}$} and a line made for it; they ask for every character,
 * so that is where they can be stopped.
 */
public final class GuardedText implements CharSequence {
  /** How many characters are given between two looks at the clock. */
  private static final int BETWEEN = 4096;

  private final CharSequence text;
  private final BooleanSupplier stop;
  private int left = BETWEEN;

  /** Guards a text; the supplier says when the search has to end. */
  public GuardedText(CharSequence text, BooleanSupplier stop) {
    this.text = text;
    this.stop = stop;
  }

  /** The search took too long. */
  public static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoppedException() {
      super("the pattern takes too long on this text");
    }
  }

  /**
   * The character at an index.
   *
   * @throws StoppedException if it is time to stop
   */
  @Override
  public char charAt(int index) {
    left--;
    if (left <= 0) {
      left = BETWEEN;
      if (stop.getAsBoolean()) {
        throw new StoppedException();
      }
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
