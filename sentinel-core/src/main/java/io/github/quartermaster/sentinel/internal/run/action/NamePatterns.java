package io.github.quartermaster.sentinel.internal.run.action;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * Patterns of names of files, as {@link java.nio.file.FileSystem#getPathMatcher glob} has them.
 *
 * @param patterns as they were written
 * @param matchers the same, ready
 */
record NamePatterns(List<String> patterns, List<PathMatcher> matchers) {
  /** Copies the lists. */
  NamePatterns {
    patterns = List.copyOf(patterns);
    matchers = List.copyOf(matchers);
  }

  /**
   * Reads patterns.
   *
   * @throws IllegalArgumentException if one of them is none, or is one of a path
   */
  static NamePatterns of(List<String> patterns) {
    List<PathMatcher> matchers = new ArrayList<>();
    for (String pattern : patterns) {
      if (pattern.isBlank() || pattern.contains("/")) {
        throw new IllegalArgumentException(
            "a pattern is one of names, without a slash, such as *.log.gz");
      }
      try {
        matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + pattern));
      } catch (PatternSyntaxException e) {
        throw new IllegalArgumentException("a pattern is none: " + e.getDescription(), e);
      }
    }
    return new NamePatterns(patterns, matchers);
  }

  /** Whether a name matches one of them. */
  boolean matches(Path name) {
    return matchers.stream().anyMatch(matcher -> matcher.matches(name));
  }

  @Override
  public String toString() {
    return String.join(" or ", patterns);
  }
}
