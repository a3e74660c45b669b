package io.github.quartermaster.ebs.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers every connection with the same head, and then as a test wants. */
final class OddServer implements AutoCloseable {
  /** Writes a body; what it throws ends the connection. */
  interface Body {
    void writeTo(OutputStream out) throws IOException, InterruptedException;
  }

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final AtomicInteger connections = new AtomicInteger();
  private final Body body;
  private volatile String requestLine = "";

  OddServer(Body body) throws IOException {
    this.body = body;
    Thread thread = new Thread(this::serve, "odd-server");
    thread.setDaemon(true);
    thread.start();
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  /** The first line of the newest request. */
  String requestLine() {
    return requestLine;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        connections.incrementAndGet();
        requestLine = head(client.getInputStream()).lines().findFirst().orElse("");
        OutputStream out = client.getOutputStream();
        out.write(
            "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        body.writeTo(out);
      } catch (IOException gone) {
        // the client has had enough
      } catch (InterruptedException stop) {
        return;
      }
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    return head.toString();
  }
}
