package io.github.quartermaster.sentinel.report;

import java.util.ArrayList;
import java.util.List;

/** Long text in lines of a given width. */
final class Wrap {
  private Wrap() {}

  /**
   * Lines of at most so many characters, broken at blanks, or anywhere where there is none.
   *
   * @param room at least 1
   */
  static List<String> at(String text, int room) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (Printable.length(rest) > room) {
      int limit = rest.offsetByCodePoints(0, room);
      int blank = rest.lastIndexOf(' ', limit);
      int end = blank > 0 ? blank : limit;
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    lines.add(rest);
    return lines;
  }
}
