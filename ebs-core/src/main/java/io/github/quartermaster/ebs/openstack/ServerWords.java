package io.github.quartermaster.ebs.openstack;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words of a server or a library as they may be printed: one line, short, without secrets. */
final class ServerWords {
  private static final int LONGEST = 500;
  private static final int MOST_READ = 8000;
  private static final Pattern NOT_PRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");

  /** Tokens of Keystone begin so: Fernet's version and time, or the head of a signed one. */
  private static final Pattern TOKEN = Pattern.compile("\\b(?:gAAAA|eyJ)[\\w.=-]{16,}");

  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)((?:password|secret|token)['\"]?\\s*(?:=|%3d|:)\\s*['\"]?)[^\\s&,;'\"]+");

  private ServerWords() {}

  static String of(@Nullable String text) {
    if (text == null) {
      return "";
    }
    // before anything else, so that no pattern works on megabytes
    String head = text.length() > MOST_READ ? text.substring(0, MOST_READ) : text;
    String line = NOT_PRINTABLE.matcher(head).replaceAll(" ").strip();
    String masked = SECRET.matcher(TOKEN.matcher(line).replaceAll("***")).replaceAll("$1***");
    return masked.length() > LONGEST ? masked.substring(0, LONGEST) + "..." : masked;
  }
}
