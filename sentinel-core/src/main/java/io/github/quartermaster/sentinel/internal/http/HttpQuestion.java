package io.github.quartermaster.sentinel.internal.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question to a web server.
 *
 * @param uri where to; begins with http:// or https:// and names a host
 * @param method such as GET
 * @param headers what is sent along; never shown
 * @param body what is sent, as JSON unless a header says else, or null for nothing
 */
public record HttpQuestion(
    URI uri, String method, Map<String, String> headers, @Nullable String body) {
  /** Copies the headers. */
  public HttpQuestion {
    headers = Map.copyOf(headers);
  }

  /** A plain question. */
  public static HttpQuestion get(URI uri, Map<String, String> headers) {
    return new HttpQuestion(uri, "GET", headers, null);
  }

  /** One that sends something. */
  public static HttpQuestion post(URI uri, Map<String, String> headers, String json) {
    return new HttpQuestion(uri, "POST", headers, json);
  }

  HttpRequest request(Duration limit) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("User-Agent", "Quartermaster-Sentinel");
    // Icinga refuses what does not ask for it
    all.put("Accept", "application/json");
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(limit);
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.method(method, BodyPublishers.ofString(body));
      all.put("Content-Type", "application/json");
    }
    // names of headers are the same in any case, and the JDK takes the last
    all.putAll(headers);
    all.forEach((name, value) -> set(request, name, value));
    return request.build();
  }

  private static void set(HttpRequest.Builder request, String name, String value) {
    try {
      request.setHeader(name, value);
    } catch (IllegalArgumentException e) {
      // the JDK's message would show the value
      throw new IllegalArgumentException(
          "the header " + name + " cannot be set: it is malformed, or the JDK sets it itself");
    }
  }

  /** The server, and nothing that may be secret. */
  public String server() {
    return uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
  }

  /** The address without query and headers. */
  @Override
  public String toString() {
    return uri.getScheme() + "://" + server() + uri.getRawPath();
  }
}
