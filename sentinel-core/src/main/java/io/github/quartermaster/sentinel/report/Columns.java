package io.github.quartermaster.sentinel.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Rows in aligned columns, two blanks apart; the last column goes on in further lines where it does
 * not fit.
 *
 * @param headers one for each column
 * @param rows each with as many cells
 * @param toTheRight the columns of numbers, by their position
 */
record Columns(List<String> headers, List<Row> rows, Set<Integer> toTheRight) {
  private static final String GAP = "  ";
  private static final int NARROWEST = 10;

  /**
   * A row.
   *
   * @param cells the text of each column, plain
   * @param paint puts colour around the first cell, after it was aligned
   */
  record Row(List<String> cells, UnaryOperator<String> paint) {}

  /** The lines, headers first, each at most so wide as long as the other columns leave room. */
  List<String> lines(int width) {
    int last = headers.size() - 1;
    int[] widths = IntStream.range(0, last).map(this::widthOf).toArray();
    int indent = IntStream.of(widths).sum() + last * GAP.length();
    int room = Math.max(NARROWEST, width - indent);
    List<String> lines = new ArrayList<>();
    lines.add(line(headers, headers.get(last), widths, UnaryOperator.identity()));
    for (Row row : rows) {
      List<String> parts = Wrap.at(row.cells().get(last), room);
      lines.add(line(row.cells(), parts.get(0), widths, row.paint()));
      parts.stream().skip(1).map(part -> " ".repeat(indent) + part).forEach(lines::add);
    }
    return lines;
  }

  private String line(
      List<String> cells, String lastCell, int[] widths, UnaryOperator<String> paint) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String aligned = aligned(cells.get(column), column, widths[column]);
      line.append(column == 0 ? paint.apply(aligned) : aligned).append(GAP);
    }
    return line.append(lastCell).toString().stripTrailing();
  }

  private String aligned(String cell, int column, int width) {
    String padding = " ".repeat(width - Printable.length(cell));
    return toTheRight.contains(column) ? padding + cell : cell + padding;
  }

  private int widthOf(int column) {
    return rows.stream()
        .mapToInt(row -> Printable.length(row.cells().get(column)))
        .reduce(Printable.length(headers.get(column)), Math::max);
  }
}
