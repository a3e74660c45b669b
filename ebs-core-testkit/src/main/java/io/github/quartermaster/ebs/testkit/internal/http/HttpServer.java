package io.github.quartermaster.ebs.testkit.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Listens on loopback and serves each connection by a thread of its own, up to a number of them;
 * further ones wait. Safe for use by several threads.
 */
public final class HttpServer implements AutoCloseable {
  private static final int MOST_CONNECTIONS = 128;

  private final ServerSocket listener;
  private final HttpHandler handler;
  private final Semaphore room = new Semaphore(MOST_CONNECTIONS);
  private final Map<Thread, HttpConnection> connections = new ConcurrentHashMap<>();
  private final Thread acceptor;

  private HttpServer(ServerSocket listener, HttpHandler handler) {
    this.listener = listener;
    this.handler = handler;
    this.acceptor = new Thread(this::accept, "ec2-emulator-" + listener.getLocalPort());
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for any free one
   * @throws IOException if the port is taken
   */
  public static HttpServer start(int port, HttpHandler handler) throws IOException {
    ServerSocket listener = new ServerSocket();
    try {
      listener.bind(
          new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 200);
    } catch (IOException failure) {
      listener.close();
      throw failure;
    }
    HttpServer server = new HttpServer(listener, handler);
    server.acceptor.setDaemon(true);
    server.acceptor.start();
    return server;
  }

  /** The port it listens on. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Stops listening and resets every connection. */
  @Override
  public void close() throws IOException {
    listener.close();
    acceptor.interrupt();
    connections.forEach(
        (thread, connection) -> {
          connection.reset();
          thread.interrupt();
        });
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        room.acquire();
        start(listener.accept());
      } catch (IOException lostOrClosed) {
        room.release();
      } catch (InterruptedException closed) {
        return;
      }
    }
  }

  private void start(Socket socket) {
    Thread thread = new Thread(() -> serve(socket), acceptor.getName() + "-connection");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(Socket socket) {
    try {
      HttpConnection connection = new HttpConnection(socket);
      connections.put(Thread.currentThread(), connection);
      if (listener.isClosed()) {
        connection.reset();
        return;
      }
      connection.serve(handler);
    } catch (IOException clientIsGone) {
      // there is nobody left to tell
    } finally {
      connections.remove(Thread.currentThread());
      room.release();
    }
  }
}
