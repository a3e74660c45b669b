package io.github.quartermaster.sentinel.internal.run.output;

import java.util.ArrayList;
import java.util.List;

/** Performance data, item by item. */
final class PerformanceItems {
  private PerformanceItems() {}

  /** The items of a line: blanks part them, but not within quotes. */
  static List<String> of(String line) {
    List<String> items = new ArrayList<>();
    StringBuilder item = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '\'';
      if (c == ' ' && !quoted) {
        add(items, item);
      } else {
        item.append(c);
      }
    }
    add(items, item);
    return items;
  }

  private static void add(List<String> items, StringBuilder item) {
    if (!item.isEmpty()) {
      items.add(item.toString());
      item.setLength(0);
    }
  }
}
