package io.github.quartermaster.sentinel.internal.run.output;

import io.github.quartermaster.sentinel.internal.http.Authorization;
import io.github.quartermaster.sentinel.internal.http.BoundedHttp;
import io.github.quartermaster.sentinel.internal.http.HttpQuestion;
import io.github.quartermaster.sentinel.internal.http.HttpReply;
import io.github.quartermaster.sentinel.internal.http.ServerAddress;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Secret;
import io.github.quartermaster.sentinel.model.Settings;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way to a monitor that takes JSON over HTTP. For one thread at a time. */
final class MonitorConnection {
  private static final String URL = "url";
  private static final String USER = "user";
  private static final String PASSWORD = "password";
  private static final String TRUST = "trust";
  private static final int MOST_BYTES = 64 << 10;

  private final String monitor;
  private final String base;
  private final @Nullable Secret authorization;
  private final BoundedHttp http;

  private MonitorConnection(
      String monitor, String base, @Nullable Secret authorization, BoundedHttp http) {
    this.monitor = monitor;
    this.base = base;
    this.authorization = authorization;
    this.http = http;
  }

  /** What can be set. */
  static List<Parameter> parameters(String defaultUrl) {
    return List.of(
        Parameter.optional(URL, Parameter.Type.TEXT, "Where it is").defaultsTo(defaultUrl),
        Parameter.optional(USER, Parameter.Type.TEXT, "The user of basic authentication"),
        Parameter.optional(PASSWORD, Parameter.Type.SECRET, "The password of that user"),
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
  static MonitorConnection of(String monitor, Settings settings) {
    String base = ServerAddress.parse(Settings.required(URL, settings.text(URL)));
    if (settings.has(USER) != settings.has(PASSWORD)) {
      throw new IllegalArgumentException("user and password go together");
    }
    Secret authorization =
        settings
            .secret(PASSWORD)
            .map(password -> Authorization.basic(settings.text(USER).orElse(""), password.reveal()))
            .map(Secret::new)
            .orElse(null);
    return new MonitorConnection(
        monitor,
        base,
        authorization,
        new BoundedHttp(settings.path(TRUST).orElse(null), MOST_BYTES));
  }

  /**
   * Sends something.
   *
   * @throws IOException if it is not taken; its message says why
   */
  void post(String path, String json, Deadline deadline) throws IOException, InterruptedException {
    Map<String, String> headers =
        authorization == null ? Map.of() : Map.of(Authorization.HEADER, authorization.reveal());
    HttpReply reply;
    try {
      reply =
          http.ask(HttpQuestion.post(URI.create(base + path), headers, json), deadline.remaining());
    } catch (IOException e) {
      throw new IOException(monitor + " cannot be told: " + e.getMessage(), e);
    }
    if (!reply.isSuccess()) {
      throw new IOException(monitor + " refuses what it is told: " + reply.shown());
    }
  }
}
