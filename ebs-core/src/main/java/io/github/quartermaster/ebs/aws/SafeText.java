package io.github.quartermaster.ebs.aws;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words of a server or a library as they may be printed: one line, not too long, without signatures
 * and tokens, whoever put them there.
 */
final class SafeText {
  private static final int LONGEST = 500;
  private static final int MOST_READ = 8000;
  private static final Pattern NOT_PRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)((?:signature|security-token|sessiontoken|secretaccesskey|secretkey)"
              + "\\s*(?:=|%3d|:)\\s*)[^\\s&,;<>'\"]+");

  /** What only {@code sts:DecodeAuthorizationMessage} can read, and only whole; about 1 kB. */
  private static final Pattern ENCODED =
      Pattern.compile("(?i) ?encoded authorization failure message: ([\\w-]{1,4000}+)(?![\\w-]).*");

  private SafeText() {}

  static String of(@Nullable String text) {
    if (text == null) {
      return "";
    }
    // before anything else, so that no pattern works on megabytes
    String head = text.length() > MOST_READ ? text.substring(0, MOST_READ) : text;
    String line = NOT_PRINTABLE.matcher(head).replaceAll(" ").strip();
    Matcher encoded = ENCODED.matcher(line);
    if (encoded.find()) {
      return masked(line.substring(0, encoded.start()))
          + " Encoded authorization failure message: "
          + encoded.group(1);
    }
    return masked(line);
  }

  private static String masked(String line) {
    String masked = SECRET.matcher(line).replaceAll("$1***");
    return masked.length() > LONGEST ? masked.substring(0, LONGEST) + "..." : masked;
  }
}
