package io.github.quartermaster.sentinel.internal.read.net;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Status codes of HTTP as people write them: {@code 200}, {@code 2xx}, {@code 200-299}.
 *
 * @param ranges first and last code of each
 */
record StatusCodes(List<Span> ranges) {
  private static final Pattern SYNTAX =
      Pattern.compile("([1-5]\\d\\d)(?:-([1-5]\\d\\d))?|([1-5])[xX]{2}");
  private static final int HUNDRED = 100;

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if one makes no sense
   */
  static StatusCodes parse(List<String> texts) {
    return new StatusCodes(texts.stream().map(StatusCodes::range).toList());
  }

  private static Span range(String text) {
    Matcher matcher = SYNTAX.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no status of HTTP; write 200, 2xx or 200-299");
    }
    if (matcher.group(3) != null) {
      int first = Integer.parseInt(matcher.group(3)) * HUNDRED;
      return new Span(first, first + HUNDRED - 1);
    }
    int first = Integer.parseInt(matcher.group(1));
    int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
    return new Span(first, last);
  }

  boolean contains(int status) {
    return ranges.stream().anyMatch(range -> status >= range.first() && status <= range.last());
  }

  /** From one code to another. */
  record Span(int first, int last) {}
}
