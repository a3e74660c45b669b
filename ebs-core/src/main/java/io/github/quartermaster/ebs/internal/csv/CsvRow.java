package io.github.quartermaster.ebs.internal.csv;

import java.util.List;

/** What was found at one place of a file of comma-separated values. */
public sealed interface CsvRow {

  /** The line that it begins on, from 1. */
  int line();

  /**
   * A record.
   *
   * @param lastLine the line that it ends on; another one than the first where a quoted field holds
   *     line ends
   * @param fields unquoted ones without surrounding blanks, quoted ones as they are; line ends in
   *     them are LF
   */
  record Fields(int line, int lastLine, List<String> fields) implements CsvRow {
    /** Copies the list. */
    public Fields {
      fields = List.copyOf(fields);
    }
  }

  /** Something that is no record, or has bytes in it that are no text. */
  record Malformed(int line, Reason reason) implements CsvRow {}

  /** Why a line is no record. */
  enum Reason {
    /** Some of its bytes are not UTF-8. */
    NOT_UTF_8,
    /** A quote is not closed, or more follows on it than a comma or the line's end. */
    QUOTES
  }
}
