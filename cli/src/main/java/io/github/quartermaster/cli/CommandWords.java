package io.github.quartermaster.cli;

import java.util.regex.Pattern;

/** What goals say of themselves and their parameters, as this command line calls them. */
final class CommandWords {
  private static final Pattern HINT =
      Pattern.compile("\\(parameter <\\w+>, -D(?:amp|ebs|sentinel)\\.(\\w+)\\)");
  private static final Pattern PROPERTY = Pattern.compile("-D(?:amp|ebs|sentinel)\\.(\\w+)");
  private static final Pattern GOAL =
      Pattern.compile("(?<![\\w:.-])(amp|ebs|sentinel):([a-z]+)(?![\\w:])");

  private CommandWords() {}

  /** The text with {@code --wars} for {@code -Damp.wars} and {@code amp list} for its goal. */
  static String of(CharSequence text) {
    String hinted = HINT.matcher(text).replaceAll("(--$1)");
    String named = PROPERTY.matcher(hinted).replaceAll("--$1");
    return GOAL.matcher(named).replaceAll("$1 $2");
  }
}
