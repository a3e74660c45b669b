package io.github.quartermaster.ebs.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers requests by method and path; what it does not know is not found. */
final class ScriptedHttp implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final String secretHeader;

  /**
   * A server that knows nothing yet.
   *
   * @param secretHeader whose value is noted with each request
   */
  ScriptedHttp(String secretHeader) throws IOException {
    this.secretHeader = secretHeader;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Answers requests such as {@code GET /latest}. */
  ScriptedHttp answer(String request, String body) {
    answers.put(request, body);
    return this;
  }

  /** What was asked, each with the header's value. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    String secret = exchange.getRequestHeaders().getFirst(secretHeader);
    requests.add(request + " " + secret);
    byte[] body = answers.getOrDefault(request, "").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("x-aws-ec2-metadata-token-ttl-seconds", "21600");
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(answers.containsKey(request) ? 200 : 404, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
