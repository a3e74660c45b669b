package io.github.quartermaster.ebs.openstack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A Keystone and the Cinders of two regions that answer as they are told, in the order in which
 * they are told; the last answer is given again and again. What nobody told of is not found.
 */
final class ScriptedCloud implements AutoCloseable {
  /** Whose address in the catalog ends with the version. */
  static final String ONE = "/one/v3";

  /** Whose address names the project, too. */
  static final String TWO = "/two/v3/0123456789abcdef";

  static final String PASSWORD = "correct-horse-battery";

  private static final String IDENTITY = "/identity/v3/auth/tokens";

  private final HttpServer server;
  private final Map<String, Deque<Answered>> answers = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger tokens = new AtomicInteger();

  /** A request as it came. */
  record Asked(String line, String token, String version, String body) {}

  private record Answered(int status, Map<String, String> headers, String body) {}

  ScriptedCloud() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    speaks("3.70");
  }

  /** Both regions speak up to that version. */
  ScriptedCloud speaks(String version) {
    for (String root : List.of("GET /one/", "GET /two/")) {
      answers.remove(root);
      on(root, 300, "{'versions':[{'id':'v3.0','version':'" + version + "','min_version':'3.0'}]}");
    }
    return this;
  }

  /**
   * Answers a request such as {@code GET /one/v3/snapshots/detail}, whatever its query.
   *
   * @param body JSON with single quotes
   */
  ScriptedCloud on(String request, int status, String body) {
    return on(request, new Answered(status, Map.of(), body.replace('\'', '"')));
  }

  /** Answers as a real one did. */
  ScriptedCloud on(String request, String recorded) {
    Reply reply = Recorded.reply(recorded);
    return on(request, new Answered(reply.status(), reply.headers(), reply.body()));
  }

  ScriptedCloud redirects(String request, String to) {
    return on(request, new Answered(302, Map.of("Location", to), ""));
  }

  private ScriptedCloud on(String request, Answered answer) {
    answers.computeIfAbsent(request, key -> new ArrayDeque<>()).add(answer);
    return this;
  }

  /** Asks it as a user would who has its address and password in the environment. */
  CinderBlockStorage connect() {
    return connect(Duration.ofSeconds(20));
  }

  CinderBlockStorage connect(Duration attempt) {
    return CinderBlockStorage.connect(OpenStackAccess.DEFAULT, environment(Map.of()), attempt);
  }

  Surroundings environment(Map<String, String> more) {
    Map<String, String> variables =
        new ConcurrentHashMap<>(
            Map.of(
                "OS_AUTH_URL", url() + "/identity",
                "OS_USERNAME", "demo",
                "OS_PASSWORD", PASSWORD,
                "OS_PROJECT_NAME", "demo",
                "OS_REGION_NAME", "RegionOne"));
    variables.putAll(more);
    return new Surroundings(variables, List.of(Path.of("no-such-folder")));
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** Requests of Cinder that change something. */
  List<Asked> changes() {
    return asked.stream()
        .filter(each -> !each.line().startsWith("GET ") && !each.line().contains(IDENTITY))
        .toList();
  }

  /** How often somebody logged in. */
  int logins() {
    return tokens.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    String query = exchange.getRequestURI().getRawQuery();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(
        new Asked(
            query == null ? path : path + "?" + query,
            header(exchange, "X-Auth-Token"),
            header(exchange, "OpenStack-API-Version"),
            body));
    Answered answer =
        answers.containsKey(path)
            ? next(answers.get(path))
            : path.equals("POST " + IDENTITY)
                ? token()
                : new Answered(
                    404, Map.of(), "{\"itemNotFound\":{\"code\":404,\"message\":\"nothing\"}}");
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static Answered next(Deque<Answered> left) {
    synchronized (left) {
      return left.size() > 1 ? left.removeFirst() : left.getFirst();
    }
  }

  private Answered token() {
    String endpoints =
        endpoint("RegionOne", "public", ONE)
            + ","
            + endpoint("RegionTwo", "public", TWO)
            + ","
            + endpoint("RegionOne", "internal", "/internal/v3");
    return new Answered(
        201,
        Map.of("X-Subject-Token", "token-" + tokens.incrementAndGet()),
        ("{'token':{'expires_at':'2030-01-01T00:00:00.000000Z','catalog':["
                + "{'type':'identity','endpoints':["
                + endpoint("RegionOne", "public", "/identity")
                + "]},{'type':'volumev3','endpoints':["
                + endpoints
                + "]},{'type':'block-storage','endpoints':["
                + endpoints
                + "]}]}}")
            .replace('\'', '"'));
  }

  private String endpoint(String region, String kind, String path) {
    return "{'region_id':'%s','interface':'%s','url':'%s'}".formatted(region, kind, url() + path);
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }
}
