package io.github.quartermaster.sentinel.internal.run.action;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.quartermaster.sentinel.internal.http.BoundedHttp;
import io.github.quartermaster.sentinel.internal.http.HttpQuestion;
import io.github.quartermaster.sentinel.internal.http.HttpReply;
import io.github.quartermaster.sentinel.model.Deadline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends one request to a web server, and says whether it was taken. Follows no redirection. */
final class WebCall {
  private static final int MOST_BYTES = 16 * 1024;
  private static final int LONGEST = 200;
  private static final int SHORTEST_SECRET = 3;

  private final @Nullable Path trusted;
  private final List<Long> expected;

  /**
   * To a server.
   *
   * @param trusted certificates to trust instead of the JDK's own, or null
   * @param expected the status codes that mean that it was taken; those of success where empty
   */
  WebCall(@Nullable Path trusted, List<Long> expected) {
    this.trusted = trusted;
    this.expected = List.copyOf(expected);
  }

  /**
   * What came of it.
   *
   * @param taken whether the status is one of those that were expected
   * @param text what was answered, in one line
   */
  record Answer(boolean taken, String text) {}

  Answer send(HttpQuestion question, Deadline deadline) throws IOException, InterruptedException {
    // a client of its own: it is needed hardly ever, and its threads must not stay
    HttpReply reply = new BoundedHttp(trusted, MOST_BYTES).ask(question, RunTime.of(deadline));
    boolean taken =
        expected.isEmpty() ? reply.isSuccess() : expected.contains((long) reply.status());
    String text = question.server() + " answers HTTP " + reply.status();
    return new Answer(taken, taken ? text : text + said(reply, question));
  }

  /** The beginning of an answer, which may repeat what it was sent. */
  private static String said(HttpReply reply, HttpQuestion question) {
    String text = new String(reply.body(), UTF_8).strip().lines().findFirst().orElse("");
    for (String secret : question.headers().values()) {
      if (secret.length() >= SHORTEST_SECRET) {
        text = text.replace(secret, "***");
      }
    }
    return text.isEmpty() ? "" : ": " + text.substring(0, Math.min(LONGEST, text.length()));
  }
}
