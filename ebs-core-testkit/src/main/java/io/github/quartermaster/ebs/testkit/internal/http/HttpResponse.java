package io.github.quartermaster.ebs.testkit.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An answer to be sent whole.
 *
 * @param headers beside those of every answer, which they replace
 */
public record HttpResponse(
    int status, String contentType, String body, Map<String, String> headers) {
  /** The media type of what is no text. */
  public static final String BINARY = "application/octet-stream";

  /** Copies the headers. */
  public HttpResponse {
    headers = Map.copyOf(headers);
  }

  /** What is sent: text in UTF-8, but of what is no text a byte for each character. */
  byte[] bytes() {
    return body.getBytes(
        contentType.equals(BINARY) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
  }

  /** An answer without further headers. */
  public static HttpResponse of(int status, String contentType, String body) {
    return new HttpResponse(status, contentType, body, Map.of());
  }

  /** An answer of plain text, for what is said to a person. */
  public static HttpResponse text(int status, String body) {
    return of(status, "text/plain;charset=UTF-8", body + "\n");
  }
}
