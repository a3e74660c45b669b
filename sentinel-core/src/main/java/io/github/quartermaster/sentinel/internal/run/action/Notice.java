package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.model.ActionContext;
import io.github.quartermaster.sentinel.model.SafeText;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is told.
 *
 * @param summary in one line
 * @param facts variables that say what it is about, by their names
 */
record Notice(String summary, SortedMap<String, String> facts) {
  private static final String PREFIX = "SENTINEL_";
  private static final String SUMMARY = PREFIX + "SUMMARY";

  static Notice of(ActionContext context) {
    SortedMap<String, String> facts = new TreeMap<>();
    context.facts().forEach((name, value) -> facts.put(name, FactText.of(value)));
    String summary =
        facts.getOrDefault(
            SUMMARY, "Sentinel: " + context.target() + " is the probable cause of trouble");
    return new Notice(SafeText.of(summary), facts);
  }

  /** All that is known, one line each. */
  String text() {
    StringBuilder text = new StringBuilder(summary).append("\n\n");
    facts.forEach(
        (name, value) -> {
          if (!name.equals(SUMMARY)) {
            text.append(word(name)).append(": ").append(value).append('\n');
          }
        });
    return text.toString();
  }

  /** {@code SENTINEL_MIN_SCORE} is {@code min score} to people. */
  private static String word(String name) {
    return name.substring(name.startsWith(PREFIX) ? PREFIX.length() : 0)
        .toLowerCase(Locale.ROOT)
        .replace('_', ' ');
  }
}
