package io.github.quartermaster.cli;

import java.util.List;
import java.util.Locale;

/**
 * A parameter of a goal as its plugin describes it.
 *
 * @param name of its field, such as {@code backupDirectory}
 * @param type of its field
 * @param property by which it is set from Maven's command line, such as {@code
 *     amp.backupDirectory}; empty where it is not
 * @param defaultValue as Maven would write it; empty where there is none
 */
record GoalParameter(
    String name, String type, String property, String defaultValue, String description) {
  private static final String LIST = List.class.getName();

  /** Whether it can be given at all. */
  boolean isOption() {
    return !property.isEmpty();
  }

  boolean isFlag() {
    return type.equals("boolean");
  }

  boolean isList() {
    return type.equals(LIST);
  }

  /**
   * What it is called on the command line, the usual one first: the property without its prefix,
   * and the same as command lines spell it.
   */
  List<String> options() {
    String last = property.substring(property.indexOf('.') + 1);
    String spelled = last.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    return spelled.equals(last) ? List.of("--" + last) : List.of("--" + last, "--" + spelled);
  }
}
