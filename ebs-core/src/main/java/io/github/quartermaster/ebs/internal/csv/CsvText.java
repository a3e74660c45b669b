package io.github.quartermaster.ebs.internal.csv;

import io.github.quartermaster.ebs.internal.csv.CsvRow.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Comma-separated values with the quotes of RFC 4180, in UTF-8, with comments ({@code #}) and blank
 * lines between records. What cannot be understood costs its own line only, so that everything that
 * is wrong with a file can be said at once.
 */
public final class CsvText {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreSurroundingSpaces(true).get();

  private CsvText() {}

  /** All records, and what is none, in the order of the lines. */
  public static List<CsvRow> read(byte[] bytes) {
    List<TextLine> lines = TextLine.split(bytes);
    List<CsvRow> rows = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      TextLine line = lines.get(at);
      if (!line.readable()) {
        rows.add(new CsvRow.Malformed(at + 1, Reason.NOT_UTF_8));
        at++;
      } else if (line.isSilent()) {
        at++;
      } else {
        at = readRecord(lines, at, rows);
      }
    }
    return rows;
  }

  private static int readRecord(List<TextLine> lines, int first, List<CsvRow> rows) {
    LineReader reader = new LineReader(lines, first);
    try (CSVParser parser = FORMAT.parse(reader)) {
      CSVRecord found = parser.iterator().next();
      for (int line = first + 1; line < reader.next(); line++) {
        if (!lines.get(line).readable()) {
          rows.add(new CsvRow.Malformed(line + 1, Reason.NOT_UTF_8));
        }
      }
      rows.add(new CsvRow.Fields(first + 1, reader.next(), found.toList()));
      return reader.next();
    } catch (IOException | UncheckedIOException e) {
      rows.add(new CsvRow.Malformed(first + 1, Reason.QUOTES));
      return first + 1;
    }
  }
}
