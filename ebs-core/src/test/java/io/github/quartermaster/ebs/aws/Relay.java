package io.github.quartermaster.ebs.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** Passes connections on to a server of this machine: as an end of TLS, or as a proxy. */
final class Relay implements AutoCloseable {
  /** Looks at the beginning of a connection; says whether to pass the rest on. */
  private interface Greeting {
    boolean passes(InputStream in, OutputStream out) throws IOException;
  }

  private final ServerSocket socket;
  private final int target;
  private final Greeting greeting;
  private final List<String> heads = new CopyOnWriteArrayList<>();

  private Relay(ServerSocketFactory sockets, int target, Greeting greeting) throws IOException {
    socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.target = target;
    this.greeting = greeting;
    start(this::accept);
  }

  /** Takes the TLS off that a server at that endpoint does not speak. */
  static Relay ofTls(TestAuthority authority, URI server) throws Exception {
    return new Relay(
        authority.server().getServerSocketFactory(), server.getPort(), (in, out) -> true);
  }

  /**
   * A proxy that leads every tunnel to the same port, whatever it is asked for.
   *
   * @param login what it wants as {@code Proxy-Authorization}, or an empty text
   */
  static Relay ofProxy(int port, String login) throws IOException {
    Relay[] self = new Relay[1];
    self[0] =
        new Relay(
            ServerSocketFactory.getDefault(),
            port,
            (in, out) -> {
              String head = head(in);
              self[0].heads.add(head);
              boolean welcome = login.isEmpty() || head.contains(login);
              String answer =
                  welcome
                      ? "HTTP/1.1 200 Connection established\r\n\r\n"
                      : "HTTP/1.1 407 Proxy Authentication Required\r\n"
                          + "Proxy-Authenticate: Basic realm=\"office\"\r\n"
                          + "Content-Length: 0\r\nConnection: close\r\n\r\n";
              out.write(answer.getBytes(StandardCharsets.US_ASCII));
              out.flush();
              return welcome;
            });
    return self[0];
  }

  int port() {
    return socket.getLocalPort();
  }

  /** What was asked of a proxy, each with its headers. */
  List<String> heads() {
    return List.copyOf(heads);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void accept() throws IOException {
    while (!socket.isClosed()) {
      Socket client = socket.accept();
      start(() -> serve(client));
    }
  }

  private void serve(Socket client) throws IOException {
    try (client) {
      if (greeting.passes(client.getInputStream(), client.getOutputStream())) {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
          start(() -> pass(client, server));
          pass(server, client);
        }
      }
    }
  }

  private static void pass(Socket from, Socket to) throws IOException {
    byte[] buffer = new byte[8192];
    InputStream in = from.getInputStream();
    OutputStream out = to.getOutputStream();
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      out.write(buffer, 0, count);
      out.flush();
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

  private interface Task {
    void run() throws IOException;
  }

  private static void start(Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException gone) {
                // one of both has ended the connection
              }
            },
            "relay");
    thread.setDaemon(true);
    thread.start();
  }
}
