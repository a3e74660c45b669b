package io.github.quartermaster.sentinel.internal.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An HTTP server for this machine only. A few threads, bounded requests, bounded time. A web page
 * from elsewhere cannot use the browser of somebody on this machine to get at it: the {@code Host}
 * header has to name loopback, and nothing is posted from a page.
 */
public final class LoopbackServer implements AutoCloseable {
  /** The largest body. Alertmanager's default group is far smaller. */
  public static final int MOST_BYTES = 1 << 20;

  private static final int THREADS = 4;
  private static final int WAITING = 32;

  /**
   * What the JDK's server takes from system properties, once, when its first one is made: seconds
   * for a request and for an answer, and what a client may send. They are set unless somebody did.
   */
  private static final Map<String, String> LIMITS =
      Map.of(
          "sun.net.httpserver.maxReqTime", "10",
          "sun.net.httpserver.maxRspTime", "30",
          "sun.net.httpserver.idleInterval", "30",
          "sun.net.httpserver.maxIdleConnections", "16",
          "sun.net.httpserver.maxReqHeaders", "100",
          "sun.net.httpserver.maxReqHeaderSize", "32768",
          "jdk.httpserver.maxConnections", "64");

  private static final Map<String, String> HEADERS =
      Map.of(
          "Cache-Control", "no-store",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Content-Security-Policy", "default-src 'none'");

  private final HttpServer server;
  private final ThreadPoolExecutor threads;

  private LoopbackServer(HttpServer server, ThreadPoolExecutor threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Listens from now on.
   *
   * @param address on loopback; port 0 for any that is free
   * @param token what has to be shown
   * @param open the paths for which it need not be
   * @param answers what is asked; called by several threads
   * @param onFailure is told what {@code answers} threw, which the client is not
   * @throws IOException if nobody can listen there
   * @throws IllegalArgumentException if the address is not one of loopback
   */
  public static LoopbackServer open(
      InetSocketAddress address,
      AccessToken token,
      Set<String> open,
      Function<Question, Answer> answers,
      Consumer<RuntimeException> onFailure)
      throws IOException {
    InetAddress host = address.getAddress();
    if (host == null || !host.isLoopbackAddress()) {
      throw new IllegalArgumentException(address + " is not on loopback");
    }
    LIMITS.forEach(
        (name, value) -> {
          if (System.getProperty(name) == null) {
            System.setProperty(name, value);
          }
        });
    HttpServer server = HttpServer.create(address, WAITING);
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            work -> {
              Thread thread = new Thread(work, "sentinel-http");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    server.setExecutor(threads);
    Doorkeeper doorkeeper = new Doorkeeper(token, open, answers, onFailure);
    server.createContext("/", exchange -> send(exchange, doorkeeper.answer(exchange)));
    server.start();
    return new LoopbackServer(server, threads);
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    try (exchange) {
      HEADERS.forEach(exchange.getResponseHeaders()::set);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(answer.status(), empty ? -1 : body.length);
      if (!empty) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  /** Answers nobody any more. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
