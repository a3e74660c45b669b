package io.github.quartermaster.sentinel.internal.server;

import java.util.HashMap;
import java.util.Map;

/**
 * What is answered.
 *
 * @param status the code of HTTP
 * @param type the media type of the body
 * @param body sent as UTF-8
 * @param headers besides those that every answer has
 */
public record Answer(int status, String type, String body, Map<String, String> headers) {
  private static final String PLAIN = "text/plain; charset=utf-8";

  /** Copies the headers. */
  public Answer {
    headers = Map.copyOf(headers);
  }

  /** A text of some type. */
  public static Answer of(String type, String text) {
    return new Answer(200, type, text, Map.of());
  }

  /** A line for people. */
  public static Answer line(int status, String text) {
    return new Answer(status, PLAIN, text + "\n", Map.of());
  }

  /** The same with a header more. */
  public Answer with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, type, body, more);
  }
}
