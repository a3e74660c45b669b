package io.github.quartermaster.amp.internal.plan;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Patterns of paths in a WAR: {@code **} stands for anything, {@code *} for anything within a
 * folder, {@code ?} for one character; all else is literal.
 */
public final class PathPatterns {
  private final List<Pattern> patterns;

  /** Compiles them; a slash at the start does not count. */
  public PathPatterns(Collection<String> texts) {
    patterns = texts.stream().map(PathPatterns::compile).toList();
  }

  /** Whether any of them matches the whole path. */
  public boolean matches(String path) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
  }

  private static Pattern compile(String text) {
    String glob = text.strip().replaceFirst("^/+", "");
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (glob.startsWith("**/", i)) {
        regex.append("(?:.*/)?");
        i += 2;
      } else if (glob.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else if (c == '*') {
        regex.append("[^/]*");
      } else if (c == '?') {
        regex.append("[^/]");
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
