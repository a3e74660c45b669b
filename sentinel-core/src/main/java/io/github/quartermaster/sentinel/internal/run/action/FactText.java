package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.model.SafeText;

/**
 * What is known of a component, made fit for a variable of the environment and for people: without
 * control characters, which no variable may hold, and short, since the system refuses long ones.
 */
final class FactText {
  private static final int LONGEST = 1000;

  private FactText() {}

  static String of(String text) {
    String safe = SafeText.of(text);
    if (safe.length() <= LONGEST) {
      return safe;
    }
    int end = Character.isHighSurrogate(safe.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return safe.substring(0, end) + "...";
  }
}
