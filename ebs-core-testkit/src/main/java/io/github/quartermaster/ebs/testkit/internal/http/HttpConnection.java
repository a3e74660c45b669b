package io.github.quartermaster.ebs.testkit.internal.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One client's connection. For use by the one thread that serves it, but for {@link #reset()}. */
public final class HttpConnection {
  private static final int IDLE_MILLIS = 60_000;

  private final Socket socket;
  private final HttpRequestReader reader;
  private boolean open = true;

  HttpConnection(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(IDLE_MILLIS);
    socket.setTcpNoDelay(true);
    this.reader = new HttpRequestReader(new BufferedInputStream(socket.getInputStream()));
  }

  /** Reads and serves requests until either side has had enough. */
  void serve(HttpHandler handler) throws IOException {
    try {
      while (open) {
        Optional<HttpRequest> request = reader.read();
        if (request.isEmpty()) {
          break;
        }
        handler.handle(request.get(), this);
        open &= !request.get().asksToClose();
      }
      socket.close();
    } catch (BadRequestException bad) {
      send(HttpResponse.text(400, "Bad request: " + bad.getMessage()));
      socket.close();
    } finally {
      // where something was thrown, the client is to learn that it went wrong
      reset();
    }
  }

  /** Sends an answer. */
  public void send(HttpResponse response) throws IOException {
    OutputStream out = socket.getOutputStream();
    byte[] body = response.bytes();
    byte[] head = head(response, body.length);
    byte[] all = new byte[head.length + body.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    out.write(all);
    out.flush();
  }

  /**
   * Sends an answer in two parts.
   *
   * @param halfway run when the first half of the body is out
   */
  public void send(HttpResponse response, Runnable halfway) throws IOException {
    int sent = sendHalf(response);
    halfway.run();
    byte[] body = response.bytes();
    socket.getOutputStream().write(body, sent, body.length - sent);
    socket.getOutputStream().flush();
  }

  /** Sends the head of an answer and half of its body; returns how many bytes of that. */
  public int sendHalf(HttpResponse response) throws IOException {
    OutputStream out = socket.getOutputStream();
    byte[] body = response.bytes();
    out.write(head(response, body.length));
    out.write(body, 0, body.length / 2);
    out.flush();
    return body.length / 2;
  }

  /** Ends the connection in an orderly way. */
  public void close() throws IOException {
    open = false;
    socket.close();
  }

  /** Ends the connection by a TCP reset: the client learns nothing but that it is gone. */
  public void reset() {
    open = false;
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException goneAlready) {
      // which is what was wanted
    }
  }

  /**
   * Does nothing for some time of the machine.
   *
   * @return whether the client has waited so long
   */
  public boolean pause(Duration time) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    int usual = socket.getSoTimeout();
    try {
      for (long left = time.toMillis(); left > 0; left = (end - System.nanoTime()) / 1_000_000) {
        socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
        if (!reader.waitsForMore()) {
          return false;
        }
      }
      return true;
    } finally {
      if (!socket.isClosed()) {
        socket.setSoTimeout(usual);
      }
    }
  }

  private static byte[] head(HttpResponse response, int length) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(
        "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
    headers.put("Content-Type", response.contentType());
    headers.put("Content-Length", Integer.toString(length));
    headers.putAll(response.headers());
    StringBuilder head = new StringBuilder("HTTP/1.1 " + response.status() + " Emulated\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
