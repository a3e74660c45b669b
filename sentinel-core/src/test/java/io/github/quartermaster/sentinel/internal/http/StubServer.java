package io.github.quartermaster.sentinel.internal.http;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A web server on the loopback that answers everybody the same, and keeps what it was asked. */
public final class StubServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile int status = 200;
  private volatile byte[] answer = new byte[0];
  private volatile boolean silent;

  /**
   * What it was asked.
   *
   * @param method such as {@code GET}
   * @param path with its query, as it came
   * @param authorization the header of that name, or null
   * @param accept the header of that name, or null
   * @param body what was sent
   */
  public record Heard(
      String method,
      String path,
      @Nullable String authorization,
      @Nullable String accept,
      String body) {}

  private StubServer(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          heard.add(
              new Heard(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI().toString(),
                  exchange.getRequestHeaders().getFirst("Authorization"),
                  exchange.getRequestHeaders().getFirst("Accept"),
                  new String(body, StandardCharsets.UTF_8)));
          if (silent) {
            await(closing);
          }
          exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  /** One that answers with success and this. */
  public static StubServer answering(String text) {
    try {
      InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      return new StubServer(HttpServer.create(loopback, 0)).andNow(200, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same over TLS. */
  public static StubServer answering(SSLContext context, String text) {
    try {
      InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpsServer server = HttpsServer.create(loopback, 0);
      server.setHttpsConfigurator(new HttpsConfigurator(context));
      return new StubServer(server).andNow(200, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers otherwise from now on. */
  public StubServer andNow(int newStatus, String text) {
    status = newStatus;
    answer = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  /** Takes questions and answers nothing. */
  public StubServer silent() {
    silent = true;
    return this;
  }

  /** Where it is, without a slash at the end. */
  public String url() {
    String scheme = server instanceof HttpsServer ? "https" : "http";
    return scheme + "://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What it was asked so far. */
  public List<Heard> heard() {
    return List.copyOf(heard);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
