package io.github.quartermaster.sentinel.internal.read.net;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;

/** Addresses of the web: what is allowed of them, and what is shown. */
final class WebAddress {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;
  private static final String HTTPS = "https";

  private WebAddress() {}

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException if it is no address of a web server
   */
  static URI parse(String text) {
    URI uri;
    try {
      uri = new URI(text.strip());
    } catch (URISyntaxException e) {
      // the text may hold what nobody is to see
      throw new IllegalArgumentException(
          "this is no URL: " + e.getReason() + " at character " + (e.getIndex() + 1));
    }
    check(uri);
    return uri;
  }

  /**
   * Checks that a web server may be there.
   *
   * @throws IllegalArgumentException if not
   */
  static void check(URI uri) {
    String scheme = Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals(HTTPS)) {
      throw new IllegalArgumentException("a URL begins with http:// or https://");
    }
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException("a URL holds no user; there are settings for that");
    }
    if (uri.getHost() == null) {
      throw new IllegalArgumentException(
          "a URL names a host, in letters, digits, hyphens and dots only");
    }
    endpoint(uri);
  }

  static boolean isTls(URI uri) {
    return HTTPS.equalsIgnoreCase(uri.getScheme());
  }

  static Endpoint endpoint(URI uri) {
    int usual = isTls(uri) ? HTTPS_PORT : HTTP_PORT;
    return new Endpoint(uri.getHost(), uri.getPort() < 0 ? usual : uri.getPort());
  }

  static boolean sameServer(URI one, URI other) {
    return isTls(one) == isTls(other) && endpoint(one).equals(endpoint(other));
  }

  /** Without the query, which may hold what nobody is to see. */
  static String shown(URI uri) {
    String path = Objects.requireNonNullElse(uri.getRawPath(), "");
    return uri.getScheme() + "://" + uri.getRawAuthority() + path;
  }
}
