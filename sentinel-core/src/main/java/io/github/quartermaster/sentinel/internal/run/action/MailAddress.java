package io.github.quartermaster.sentinel.internal.run.action;

import java.util.regex.Pattern;

/**
 * An address that can stand in a header and on a command line as it is: the unquoted form of RFC
 * 5321, or the name of a user of this machine.
 *
 * @param text such as {@code ops@example.org} or {@code root}
 */
record MailAddress(String text) {
  private static final String ATOMS = "[A-Za-z0-9_][A-Za-z0-9_.+=#%&'*/?^{|}~!$-]*";
  private static final Pattern ADDRESS =
      Pattern.compile(ATOMS + "(?:@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)?");
  private static final int LONGEST = 254;

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is none
   */
  static MailAddress of(String text) {
    if (text.length() > LONGEST || !ADDRESS.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "expected mail addresses such as ops@example.org, without names and angle brackets");
    }
    return new MailAddress(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
