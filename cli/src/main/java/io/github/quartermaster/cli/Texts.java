package io.github.quartermaster.cli;

import java.util.Locale;

/** Texts of goals as help shows them. */
final class Texts {
  private Texts() {}

  /** A text in which nothing stands for something else; picocli replaces variables and styles. */
  static String escaped(String text) {
    return text.replace("%", "%%").replace("${", "$${").replace("@|", "@ |");
  }

  /** What stands for a parameter's value, such as {@code BACKUP-DIRECTORY}. */
  static String label(GoalParameter parameter) {
    return parameter.name().replaceAll("([A-Z])", "-$1").toUpperCase(Locale.ROOT);
  }
}
