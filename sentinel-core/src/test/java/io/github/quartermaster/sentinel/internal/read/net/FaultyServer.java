package io.github.quartermaster.sentinel.internal.read.net;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** A server on the loopback that misbehaves exactly as asked. */
final class FaultyServer implements Closeable {
  private static final String LOOPBACK = "127.0.0.1";

  private final ServerSocket socket;
  private final Behaviour behaviour;
  private volatile boolean closed;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();

  private FaultyServer(ServerSocket socket, Behaviour behaviour) {
    this.socket = socket;
    this.behaviour = behaviour;
  }

  /** What it does with each connection. */
  interface Behaviour {
    void on(Socket connection, String request) throws IOException, InterruptedException;
  }

  /** Reads the head of each request and then does as it is told. */
  static FaultyServer start(Behaviour behaviour) throws IOException {
    return start(new ServerSocket(0, 50, InetAddress.getByName(LOOPBACK)), behaviour);
  }

  /** Answers at the loopback address of IPv6 only. */
  static FaultyServer atV6(String answer) throws IOException {
    return start(
        new ServerSocket(0, 50, InetAddress.getByName("::1")),
        (connection, request) ->
            connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8)));
  }

  /** Answers over TLS, with the certificate of that context. */
  static FaultyServer secure(SSLContext context, String answer) throws IOException {
    return start(
        context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName(LOOPBACK)),
        (connection, request) ->
            connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8)));
  }

  private static FaultyServer start(ServerSocket socket, Behaviour behaviour) {
    FaultyServer server = new FaultyServer(socket, behaviour);
    daemon(server::accept);
    return server;
  }

  /** Answers each request with the same bytes and closes the connection. */
  static FaultyServer answering(String answer) throws IOException {
    return start(
        (connection, request) ->
            connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8)));
  }

  /** Answers with a status and a body. */
  static FaultyServer answering(int status, String body) throws IOException {
    return answering(page(status, body));
  }

  /** Answers by what the first line of the request holds; what nothing fits gets a 404. */
  static FaultyServer answering(Map<String, String> answers) throws IOException {
    return start(
        (connection, request) -> {
          String line = request.lines().findFirst().orElse("");
          String answer =
              answers.entrySet().stream()
                  .filter(entry -> line.contains(entry.getKey()))
                  .map(Map.Entry::getValue)
                  .findFirst()
                  .orElse(page(404, "nothing here"));
          connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        });
  }

  /** An answer with a status and a body. */
  static String page(int status, String body) {
    return "HTTP/1.1 "
        + status
        + " Text\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\nServer: faulty/1\r\nSet-Cookie: session=hidden\r\n\r\n"
        + body;
  }

  /** Takes connections and says nothing, ever. */
  static FaultyServer hanging() throws IOException {
    return start((connection, request) -> Thread.sleep(600_000));
  }

  /** Says something again and again, without an end. */
  static FaultyServer dripping(String head, String drop, long pauseMillis) throws IOException {
    return start(
        (connection, request) -> {
          OutputStream out = connection.getOutputStream();
          out.write(head.getBytes(StandardCharsets.UTF_8));
          while (true) {
            out.write(drop.getBytes(StandardCharsets.UTF_8));
            out.flush();
            Thread.sleep(pauseMillis);
          }
        });
  }

  /** Breaks connections off with a reset. */
  static FaultyServer resetting() throws IOException {
    return start((connection, request) -> connection.setSoLinger(true, 0));
  }

  /** A port that nobody listens on. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** The heads of the requests so far. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  @Override
  public void close() throws IOException {
    closed = true;
    socket.close();
    for (Socket connection : open) {
      connection.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        open.add(connection);
        if (closed) {
          // the system may still let one in while the socket is being closed
          connection.close();
          return;
        }
        daemon(() -> serve(connection));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      String request = head(connection.getInputStream());
      if (!request.isEmpty()) {
        heard.add(request);
        behaviour.on(connection, request);
      }
    } catch (IOException | InterruptedException closed) {
      // the test is over, or the client has gone
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    int read = in.read();
    while (read >= 0) {
      head.append((char) read);
      boolean handshake = head.charAt(0) == 0x16 && head.length() > 5;
      if (handshake || head.indexOf("\r\n\r\n") >= 0) {
        return head.toString();
      }
      read = in.read();
    }
    return head.toString();
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "faulty-server");
    thread.setDaemon(true);
    thread.start();
  }
}
