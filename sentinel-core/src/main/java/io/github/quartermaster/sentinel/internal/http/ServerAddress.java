package io.github.quartermaster.sentinel.internal.http;

import java.net.URI;
import java.net.URISyntaxException;

/** The address under which a server's interface begins. */
public final class ServerAddress {
  private ServerAddress() {}

  /**
   * Reads one, without a slash at its end.
   *
   * @throws IllegalArgumentException if it is none, or holds a user, which settings are for
   */
  public static String parse(String text) {
    String stripped = text.strip().replaceAll("/+$", "");
    URI uri;
    try {
      uri = new URI(stripped);
    } catch (URISyntaxException e) {
      // the text may hold what nobody is to see
      throw new IllegalArgumentException(
          "this is no URL: " + e.getReason() + " at character " + (e.getIndex() + 1));
    }
    boolean web = "http".equalsIgnoreCase(uri.getScheme()) || isTls(stripped);
    if (!web || uri.getHost() == null) {
      throw new IllegalArgumentException("a URL begins with http:// or https:// and names a host");
    }
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException("a URL holds no user; there are settings for that");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("the URL is that of the server, without ? and #");
    }
    return stripped;
  }

  /** Whether what is sent there is encrypted on its way. */
  public static boolean isTls(String address) {
    return address.regionMatches(true, 0, "https:", 0, 6);
  }
}
