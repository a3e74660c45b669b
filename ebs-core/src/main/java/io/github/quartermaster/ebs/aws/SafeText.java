package io.github.quartermaster.ebs.aws;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words of a server or a library as they may be printed: one line, not too long, without signatures
 * and tokens, whoever put them there.
 */
final class SafeText {
  private static final int LONGEST = 500;
  private static final Pattern NOT_PRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)((?:signature|security-token|sessiontoken|secretaccesskey|secretkey)"
              + "\\s*(?:=|%3d|:)\\s*)[^\\s&,;<>'\"]+");
  private static final Pattern ENCODED =
      Pattern.compile("(?i)\\s*encoded authorization failure message:\\s*\\S*");

  private SafeText() {}

  static String of(@Nullable String text) {
    if (text == null) {
      return "";
    }
    // before anything else, so that no pattern works on megabytes
    String head = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
    String line = NOT_PRINTABLE.matcher(head).replaceAll(" ").strip();
    String open = ENCODED.matcher(line).replaceAll("");
    String masked = SECRET.matcher(open).replaceAll("$1***");
    return masked.length() > LONGEST ? masked.substring(0, LONGEST) + "..." : masked;
  }
}
