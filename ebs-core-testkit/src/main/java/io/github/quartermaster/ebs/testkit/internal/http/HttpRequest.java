package io.github.quartermaster.ebs.testkit.internal.http;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as read from a connection.
 *
 * @param path without the query
 * @param query without the question mark, still encoded; may be empty
 * @param headers by name in lower case
 * @param body read as UTF-8
 */
public record HttpRequest(
    String method, String path, String query, Map<String, String> headers, String body) {

  /** Copies the headers. */
  public HttpRequest {
    headers = Map.copyOf(headers);
  }

  /** The value of a header; its name in lower case. */
  public Optional<String> header(String name) {
    @Nullable String value = headers.get(name);
    return Optional.ofNullable(value);
  }

  boolean asksToClose() {
    return header("connection").map(value -> value.equalsIgnoreCase("close")).orElse(false);
  }
}
