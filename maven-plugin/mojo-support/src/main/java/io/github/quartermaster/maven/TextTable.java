package io.github.quartermaster.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Rows in aligned columns, two blanks apart, in plain characters that every log and every console
 * shows alike.
 *
 * @param headers one for each column; at least one
 * @param rows the cells, as many in each row as there are headers
 * @param numeric the headers of the columns that stand to the right; not for the last one
 */
public record TextTable(List<String> headers, List<List<String>> rows, Set<String> numeric) {
  /** For {@link #lines}: one line for each row, however long, so that a log can be searched. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  private static final String GAP = "  ";
  private static final int NARROWEST = 20;

  /**
   * Copies the lists and makes each cell printable.
   *
   * @throws IllegalArgumentException if a row has another number of cells
   */
  public TextTable {
    headers = List.copyOf(headers);
    numeric = Set.copyOf(numeric);
    rows = rows.stream().map(row -> row.stream().map(Wording::printable).toList()).toList();
    for (List<String> row : rows) {
      if (row.size() != headers.size()) {
        throw new IllegalArgumentException(row + " does not fit the columns " + headers);
      }
    }
  }

  /** A table in which all columns stand to the left. */
  public TextTable(List<String> headers, List<List<String>> rows) {
    this(headers, rows, Set.of());
  }

  /**
   * The table, headers first.
   *
   * @param width in characters; where a row would be longer, its last cell goes on in further lines
   */
  public List<String> lines(int width) {
    int last = headers.size() - 1;
    int[] widths = IntStream.rangeClosed(0, last).map(this::widthOf).toArray();
    int indent = IntStream.range(0, last).map(column -> widths[column] + GAP.length()).sum();
    int room = Math.max(NARROWEST, width - indent);
    List<String> lines = new ArrayList<>();
    lines.add(line(headers, headers.get(last), widths));
    for (List<String> row : rows) {
      List<String> parts = wrapped(row.get(last), room);
      lines.add(line(row, parts.get(0), widths));
      parts.stream().skip(1).map(part -> " ".repeat(indent) + part).forEach(lines::add);
    }
    return lines;
  }

  private String line(List<String> row, String lastCell, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size() - 1; column++) {
      line.append(aligned(row.get(column), column, widths[column])).append(GAP);
    }
    return line.append(lastCell).toString().stripTrailing();
  }

  private String aligned(String cell, int column, int width) {
    String padding = " ".repeat(width - length(cell));
    return numeric.contains(headers.get(column)) ? padding + cell : cell + padding;
  }

  private int widthOf(int column) {
    return rows.stream()
        .mapToInt(row -> length(row.get(column)))
        .reduce(length(headers.get(column)), Math::max);
  }

  private static List<String> wrapped(String text, int room) {
    List<String> parts = new ArrayList<>();
    String rest = text;
    while (length(rest) > room) {
      int limit = rest.offsetByCodePoints(0, room);
      int cut = rest.lastIndexOf(' ', limit);
      int end = cut > 0 ? cut : limit;
      parts.add(rest.substring(0, end));
      rest = rest.substring(end).stripLeading();
    }
    parts.add(rest);
    return parts;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
