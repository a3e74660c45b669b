package io.github.quartermaster.ebs.testkit.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads requests from a connection, and no more of them than it has room for. */
final class HttpRequestReader {
  private static final int LONGEST_LINE = 16 * 1024;
  private static final int MOST_HEADERS = 100;
  private static final int LARGEST_BODY = 512 * 1024;

  private final InputStream in;

  HttpRequestReader(InputStream in) {
    this.in = in;
  }

  /**
   * The next request, or empty where the client has ended the connection.
   *
   * @throws BadRequestException if it is none
   */
  Optional<HttpRequest> read() throws IOException, BadRequestException {
    Optional<String> first = line();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = first.get().split(" ", -1);
    if (parts.length != 3 || !parts[2].startsWith("HTTP/1.") || !parts[1].startsWith("/")) {
      throw new BadRequestException("the first line is none of HTTP/1.1");
    }
    Map<String, String> headers = headers();
    String body = new String(body(headers), StandardCharsets.UTF_8);
    int question = parts[1].indexOf('?');
    return Optional.of(
        question < 0
            ? new HttpRequest(parts[0], parts[1], "", headers, body)
            : new HttpRequest(
                parts[0],
                parts[1].substring(0, question),
                parts[1].substring(question + 1),
                headers,
                body));
  }

  /**
   * Waits until the socket's time is over.
   *
   * @return false if the client has ended the connection before
   */
  boolean waitsForMore() throws IOException {
    try {
      in.mark(1);
      if (in.read() < 0) {
        return false;
      }
      in.reset();
      return true;
    } catch (SocketTimeoutException waited) {
      return true;
    }
  }

  private Map<String, String> headers() throws IOException, BadRequestException {
    Map<String, String> headers = new HashMap<>();
    for (int count = 0; count <= MOST_HEADERS; count++) {
      String line = line().orElseThrow(() -> new EOFException("the request ends in its headers"));
      if (line.isEmpty()) {
        return headers;
      }
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new BadRequestException("a header has no colon");
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      if (headers.put(name, line.substring(colon + 1).strip()) != null) {
        throw new BadRequestException("the header " + name + " is there twice");
      }
    }
    throw new BadRequestException("more than " + MOST_HEADERS + " headers");
  }

  private byte[] body(Map<String, String> headers) throws IOException, BadRequestException {
    if (headers.containsKey("transfer-encoding")) {
      throw new BadRequestException("this server wants a Content-Length, no Transfer-Encoding");
    }
    String length = headers.getOrDefault("content-length", "0");
    if (!length.matches("[0-9]{1,9}") || Integer.parseInt(length) > LARGEST_BODY) {
      throw new BadRequestException("the body may have up to " + LARGEST_BODY + " bytes");
    }
    byte[] body = in.readNBytes(Integer.parseInt(length));
    if (body.length < Integer.parseInt(length)) {
      throw new EOFException("the request ends in its body");
    }
    return body;
  }

  private Optional<String> line() throws IOException, BadRequestException {
    StringBuilder line = new StringBuilder();
    while (line.length() <= LONGEST_LINE) {
      int next = in.read();
      if (next < 0) {
        return Optional.empty();
      }
      if (next == '\n') {
        int end = line.length();
        if (end > 0 && line.charAt(end - 1) == '\r') {
          line.setLength(end - 1);
        }
        return Optional.of(line.toString());
      }
      line.append((char) next);
    }
    throw new BadRequestException("a line is longer than " + LONGEST_LINE + " bytes");
  }
}
