package io.github.quartermaster.ebs.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The identity of a backup run: the same id again adopts what is there, from any machine. A build
 * server passes its build number.
 *
 * @param value letters, digits, dots, underscores and hyphens, the first no dot or hyphen; 1 to 64
 */
public record RunId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,63}");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * Checks the characters: the id becomes part of tags and of a file's name.
   *
   * @throws IllegalArgumentException if others than those above are among them
   */
  public RunId {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException(
          QuotedText.of(value)
              + " is no id of a run: 1 to 64 letters, digits, dots, underscores and hyphens,"
              + " beginning with a letter, a digit or an underscore");
    }
  }

  /** Whether the text could be an id. */
  public static boolean isWellFormed(String value) {
    return FORM.matcher(value).matches();
  }

  /**
   * An id that nobody has had yet: the time, and some chance.
   *
   * @param chance any number; its last 24 bits are used
   */
  public static RunId fresh(Instant now, int chance) {
    return new RunId(
        SECOND.format(now) + "-" + String.format(Locale.ROOT, "%06x", chance & 0xFFFFFF));
  }

  @Override
  public String toString() {
    return value;
  }
}
