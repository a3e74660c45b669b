package io.github.quartermaster.ebs.internal.csv;

import java.io.Reader;
import java.util.List;

/**
 * Gives a parser one line at a time, so that the lines which a record takes can be counted, and
 * reading can begin again at any of them.
 */
final class LineReader extends Reader {
  /** A record that runs over more lines than this is a quote that somebody forgot to close. */
  private static final int MOST_LINES = 100;

  private final List<TextLine> lines;
  private final int end;
  private int next;
  private String given = "";
  private int used;

  LineReader(List<TextLine> lines, int first) {
    this.lines = lines;
    this.next = first;
    this.end = Math.min(lines.size(), first + MOST_LINES);
  }

  /** The index of the line that has not been given yet. */
  int next() {
    return next;
  }

  @Override
  public int read(char[] buffer, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (used == given.length()) {
      if (next == end) {
        return -1;
      }
      given = lines.get(next++).text() + "\n";
      used = 0;
    }
    int count = Math.min(length, given.length() - used);
    given.getChars(used, used + count, buffer, offset);
    used += count;
    return count;
  }

  @Override
  public void close() {
    // there is nothing to close
  }
}
