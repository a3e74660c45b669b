package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.Secret;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question to a web server.
 *
 * @param method such as {@code GET}
 * @param uri where to; with a host, and without a user
 * @param headers what is sent along; never shown
 * @param body what is sent, or null
 */
record HttpCall(String method, URI uri, Map<String, Secret> headers, @Nullable String body) {
  private static final String GET = "GET";
  private static final String AGENT = "Quartermaster-Sentinel";

  /** Copies the headers. */
  HttpCall {
    headers = Map.copyOf(headers);
  }

  /** A plain question. */
  static HttpCall get(URI uri, Map<String, Secret> headers) {
    return new HttpCall(GET, uri, headers, null);
  }

  /** Whether it may be asked elsewhere too: a body is nobody's business but the server's. */
  boolean mayGoTo(URI to) {
    return body == null || WebAddress.sameServer(uri, to);
  }

  /** The same to another place; headers are sent only to the same server. */
  HttpCall redirected(URI to) {
    return new HttpCall(method, to, WebAddress.sameServer(uri, to) ? headers : Map.of(), body);
  }

  /**
   * As the JDK wants it.
   *
   * @throws IllegalArgumentException if it does not let a header be set; names the header only
   */
  HttpRequest request(Duration limit) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(limit);
    if (body != null) {
      request.method(method, BodyPublishers.ofString(body));
    } else if (method.equals(GET)) {
      // without the Content-Length: 0 that the other way sends along
      request.GET();
    } else {
      request.method(method, BodyPublishers.noBody());
    }
    request.setHeader("User-Agent", AGENT);
    headers.forEach((name, value) -> set(request, name, value));
    return request.build();
  }

  private static void set(HttpRequest.Builder request, String name, Secret value) {
    try {
      request.setHeader(name, value.reveal());
    } catch (IllegalArgumentException e) {
      // the JDK's message would show the value
      throw new IllegalArgumentException(
          "the header " + name + " cannot be set: it is malformed, or the JDK sets it itself");
    }
  }

  /** Method and address without what may be secret. */
  @Override
  public String toString() {
    return method + " " + WebAddress.shown(uri);
  }
}
