package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.internal.http.HttpQuestion;
import io.github.quartermaster.sentinel.model.Action;
import io.github.quartermaster.sentinel.model.ActionFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Secret;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes actions that send a request to a web server. */
final class HttpCallFactory implements ActionFactory {
  private static final String URL = "url";
  private static final String METHOD = "method";
  private static final String HEADERS = "headers";
  private static final String BODY = "body";
  private static final String STATUS = "status";
  private static final String TRUST = "trust";
  private static final List<String> WITHOUT_BODY = List.of("GET", "HEAD");

  @Override
  public String type() {
    return "http.call";
  }

  @Override
  public String description() {
    return "Sends a request to a web server, and follows no redirection";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.required(URL, Parameter.Type.TEXT, "where to"),
        Parameter.choice(
                METHOD,
                List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"),
                "what to do there")
            .defaultsTo("POST"),
        Parameter.optional(
            HEADERS, Parameter.Type.SECRETS, "headers to send, by name; never shown"),
        Parameter.optional(
            BODY,
            Parameter.Type.SECRET,
            "what to send, as application/json unless headers say else"),
        Parameter.optional(
            STATUS,
            Parameter.Type.INTEGERS,
            "the status codes that mean that it was taken; 200 to 299 where nothing is said"),
        Parameter.optional(
            TRUST,
            Parameter.Type.PATH,
            "certificates to trust instead of the JDK's own, as a PEM file"));
  }

  @Override
  public boolean isReversible() {
    // nobody knows
    return false;
  }

  @Override
  public Action create(Settings settings) {
    WebTarget target = WebTarget.of(settings.text(URL).orElse(""), headers(settings));
    String method = settings.text(METHOD).orElse("POST");
    String body = settings.secret(BODY).map(Secret::reveal).orElse(null);
    if (body != null && WITHOUT_BODY.contains(method)) {
      throw new IllegalArgumentException("a request with " + method + " has no body");
    }
    WebCall call = new WebCall(settings.path(TRUST).orElse(null), settings.integers(STATUS));
    return new HttpCall(
        new HttpQuestion(target.uri(), method, target.headers(), body),
        method + " to " + target.server() + plainPath(target),
        call);
  }

  /** The path without what follows a question mark, which often holds a key. */
  private static String plainPath(WebTarget target) {
    String path = target.uri().getRawPath();
    return path == null ? "" : path;
  }

  static Map<String, String> headers(Settings settings) {
    Map<String, String> headers = new LinkedHashMap<>();
    settings.secrets(HEADERS).forEach((name, value) -> headers.put(name, value.reveal()));
    return headers;
  }
}
