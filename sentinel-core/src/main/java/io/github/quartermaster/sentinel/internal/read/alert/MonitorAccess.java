package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.internal.http.Authorization;
import io.github.quartermaster.sentinel.internal.http.BoundedHttp;
import io.github.quartermaster.sentinel.internal.http.HttpQuestion;
import io.github.quartermaster.sentinel.internal.http.HttpReply;
import io.github.quartermaster.sentinel.internal.http.ServerAddress;
import io.github.quartermaster.sentinel.internal.json.JsonReader;
import io.github.quartermaster.sentinel.internal.json.JsonValue;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Secret;
import io.github.quartermaster.sentinel.model.Settings;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The way to a monitor that answers in JSON over HTTP. For one thread at a time. */
final class MonitorAccess {
  private static final String URL = "url";
  private static final String USER = "user";
  private static final String PASSWORD = "password";
  private static final String TOKEN = "bearer-token";
  private static final String TRUST = "trust";
  private static final int MOST_BYTES = 4 << 20;

  private final String monitor;
  private final String base;
  private final Map<String, Secret> headers;
  private final BoundedHttp http;

  private MonitorAccess(
      String monitor, String base, Map<String, Secret> headers, BoundedHttp http) {
    this.monitor = monitor;
    this.base = base;
    this.headers = Map.copyOf(headers);
    this.http = http;
  }

  /** What can be set. */
  static List<Parameter> parameters(String defaultUrl) {
    return List.of(
        Parameter.optional(URL, Parameter.Type.TEXT, "Where it is").defaultsTo(defaultUrl),
        Parameter.optional(USER, Parameter.Type.TEXT, "The user of basic authentication"),
        Parameter.optional(PASSWORD, Parameter.Type.SECRET, "The password of that user"),
        Parameter.optional(TOKEN, Parameter.Type.SECRET, "A token to send as bearer"),
        SourceTimeout.parameter(),
        Parameter.optional(
            TRUST,
            Parameter.Type.PATH,
            "Certificates in PEM to trust instead of the JDK's own, such as that of a CA of yours"));
  }

  /**
   * What is set.
   *
   * @param monitor what messages call it
   * @throws IllegalArgumentException if the address is none, or user and password do not go
   *     together
   */
  static MonitorAccess of(String monitor, Settings settings) {
    String base = ServerAddress.parse(Settings.required(URL, settings.text(URL)));
    if (settings.has(USER) != settings.has(PASSWORD)) {
      throw new IllegalArgumentException("user and password go together");
    }
    Map<String, Secret> headers = new HashMap<>();
    settings
        .secret(TOKEN)
        .map(token -> new Secret(Authorization.bearer(token.reveal())))
        .ifPresent(value -> headers.put(Authorization.HEADER, value));
    settings
        .secret(PASSWORD)
        .map(Secret::reveal)
        .map(password -> Authorization.basic(settings.text(USER).orElse(""), password))
        .ifPresent(value -> headers.put(Authorization.HEADER, new Secret(value)));
    return new MonitorAccess(
        monitor, base, headers, new BoundedHttp(settings.path(TRUST).orElse(null), MOST_BYTES));
  }

  /**
   * Asks for what is under a path.
   *
   * @param path from the address on, with its query
   * @throws IOException if there is no answer of success in JSON; its message says why
   */
  JsonValue get(String path, Deadline deadline) throws IOException, InterruptedException {
    Map<String, String> revealed = new HashMap<>();
    headers.forEach((name, value) -> revealed.put(name, value.reveal()));
    HttpReply reply = ask(HttpQuestion.get(URI.create(base + path), revealed), deadline);
    if (!reply.isSuccess()) {
      throw new IOException(monitor + " refuses to tell: " + reply.shown());
    }
    try {
      return new JsonReader().read(reply.body());
    } catch (IOException e) {
      throw new IOException("this is no answer of " + monitor + ": " + reply.shown(), e);
    }
  }

  private HttpReply ask(HttpQuestion question, Deadline deadline)
      throws IOException, InterruptedException {
    try {
      return http.ask(question, deadline.remaining());
    } catch (IOException e) {
      throw new IOException(monitor + " cannot be asked: " + e.getMessage(), e);
    }
  }
}
