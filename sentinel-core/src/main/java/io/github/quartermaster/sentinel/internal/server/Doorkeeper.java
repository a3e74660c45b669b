package io.github.quartermaster.sentinel.internal.server;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Lets in who may ask, and says to others why not. */
record Doorkeeper(
    AccessToken token,
    Set<String> open,
    Function<Question, Answer> answers,
    Consumer<RuntimeException> onFailure) {
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

  /** Any port: it may have been forwarded through a tunnel. */
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "(?:localhost|127(?:\\.\\d{1,3}){3}|\\[::1\\])(?::\\d{1,5})?", Pattern.CASE_INSENSITIVE);

  /** Copies the set. */
  Doorkeeper {
    open = Set.copyOf(open);
  }

  Answer answer(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getRequestHeaders();
    String host = headers.getFirst("Host");
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath();
    if (host == null || !LOOPBACK.matcher(host).matches()) {
      return Answer.line(421, "Ask by the name localhost, or by an address of loopback.");
    }
    if (!METHODS.contains(method) || path == null) {
      return Answer.line(405, "There is nothing but GET and POST.")
          .with("Allow", "GET, HEAD, POST");
    }
    if (!open.contains(path) && !token.isShownBy(headers.getFirst("Authorization"))) {
      return Answer.line(401, "Show the token: as Authorization: Bearer, or as a password.")
          .with("WWW-Authenticate", "Basic realm=\"Sentinel, any user, the token as password\"");
    }
    if (method.equals("POST") && headers.containsKey("Origin")) {
      // browsers name the page there, and no page has anything to post
      return Answer.line(403, "Nothing is taken from web pages.");
    }
    byte[] body = exchange.getRequestBody().readNBytes(LoopbackServer.MOST_BYTES + 1);
    if (body.length > LoopbackServer.MOST_BYTES) {
      return Answer.line(413, "At most 1 MiB.").with("Connection", "close");
    }
    String accept = headers.getFirst("Accept");
    return answered(
        new Question(
            method.equals("HEAD") ? "GET" : method,
            path,
            accept == null ? "" : accept,
            new String(body, StandardCharsets.UTF_8)));
  }

  private Answer answered(Question question) {
    try {
      return answers.apply(question);
    } catch (RuntimeException e) {
      onFailure.accept(e);
      return Answer.line(500, "It could not be answered; the log says why.");
    }
  }
}
