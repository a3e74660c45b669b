package io.github.quartermaster.ebs.testkit.internal.ec2;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of what was found.
 *
 * @param nextToken for the next page; null on the last
 */
record Page<T>(List<T> items, @Nullable String nextToken) {
  private static final int SMALLEST = 5;
  private static final int LARGEST = 1000;
  private static final String PREFIX = "from ";

  /**
   * The page that a request asks for.
   *
   * @param idsGiven whether it names what it wants, which cannot be had in pages
   */
  static <T> Page<T> of(List<T> all, Call call, boolean idsGiven) {
    Optional<Integer> size = call.parameters().number("MaxResults");
    if (size.isPresent() && idsGiven) {
      throw new RefusedException(
          "InvalidParameterCombination",
          "The parameter maxResults cannot be used with ids in the same request");
    }
    if (size.isPresent() && size.get() < SMALLEST) {
      throw RefusedException.invalidValue(
          "Value ( "
              + size.get()
              + " ) for parameter maxResults is invalid. Expecting a value greater than "
              + SMALLEST
              + ".");
    }
    int from = call.parameters().text("NextToken").map(Page::position).orElse(0);
    if (call.paging() == Paging.EMPTY_PAGE) {
      return new Page<>(List.of(), token(from));
    }
    int start = Math.min(from, all.size());
    int room = size.map(wanted -> Math.min(wanted, LARGEST)).orElse(Integer.MAX_VALUE);
    int end = start + Math.min(room, all.size() - start);
    List<T> items = List.copyOf(all.subList(start, end));
    if (call.paging() == Paging.STUCK_TOKEN) {
      return new Page<>(items, token(0));
    }
    return new Page<>(items, end < all.size() ? token(end) : null);
  }

  private static String token(int position) {
    byte[] text = (PREFIX + position).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().encodeToString(text);
  }

  private static int position(String token) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      if (text.startsWith(PREFIX)) {
        return Integer.parseUnsignedInt(text.substring(PREFIX.length()));
      }
    } catch (IllegalArgumentException notOurs) {
      // refused below
    }
    throw RefusedException.invalidValue("Invalid value '" + token + "' for nextToken");
  }
}
