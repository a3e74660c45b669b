package io.github.quartermaster.sentinel.internal.run.action;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a request goes to.
 *
 * @param uri begins with http:// or https:// and names a host; may hold secrets
 * @param headers sent along; never shown
 */
record WebTarget(URI uri, Map<String, String> headers) {
  /** Copies the headers. */
  WebTarget {
    headers = Map.copyOf(headers);
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if the address or a header is none; its message shows neither
   */
  static WebTarget of(String url, Map<String, String> headers) {
    URI uri;
    try {
      uri = new URI(url.strip());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "this is no URL: " + e.getReason() + " at character " + (e.getIndex() + 1));
    }
    boolean web =
        "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    if (!web || uri.getHost() == null) {
      throw new IllegalArgumentException("a URL begins with http:// or https:// and names a host");
    }
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException("a URL holds no user; write a header Authorization");
    }
    Map<String, String> all = new LinkedHashMap<>();
    headers.forEach(
        (name, value) -> {
          refuseUnfit(uri, name, value);
          all.put(name, value);
        });
    return new WebTarget(uri, all);
  }

  private static void refuseUnfit(URI uri, String name, String value) {
    try {
      HttpRequest.newBuilder(uri).setHeader(name, value);
    } catch (IllegalArgumentException e) {
      // the JDK's message would show the value
      throw new IllegalArgumentException(
          "the header " + name + " cannot be set: it is malformed, or the JDK sets it itself");
    }
  }

  /** The server, without what may be secret. */
  String server() {
    return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
  }

  @Override
  public String toString() {
    return server();
  }
}
