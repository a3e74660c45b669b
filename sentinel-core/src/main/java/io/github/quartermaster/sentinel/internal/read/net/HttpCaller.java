package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.internal.http.BoundedBody;
import io.github.quartermaster.sentinel.model.Deadline;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks web servers, bounded in time and size from the first packet to the last byte of the body.
 * Makes its client when first asked, which reads files; for one thread at a time.
 */
final class HttpCaller {
  private static final int REDIRECT_FROM = 300;
  private static final int REDIRECT_TO = 399;
  private static final int NOT_MODIFIED = 304;

  private final Trust trust;
  private final int mostBytes;
  private final long mostRedirects;
  private @Nullable HttpClient client;

  HttpCaller(Trust trust, int mostBytes, long mostRedirects) {
    this.trust = trust;
    this.mostBytes = mostBytes;
    this.mostRedirects = mostRedirects;
  }

  /**
   * Asks, and follows where it is sent on, but neither from TLS to plain text nor with what is
   * nobody else's business.
   *
   * @param wanted the status codes that are taken as they are, redirections among them
   * @throws IOException if the certificates to trust cannot be read
   */
  HttpOutcome call(HttpCall first, IntPredicate wanted, Deadline deadline)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    List<String> redirects = new ArrayList<>();
    HttpCall call = first;
    while (true) {
      HttpOutcome outcome = once(call, start, redirects, deadline);
      Optional<URI> next = next(outcome, wanted).filter(call::mayGoTo);
      if (next.isEmpty() || redirects.size() >= mostRedirects) {
        return outcome;
      }
      redirects.add(WebAddress.shown(next.get()));
      call = call.redirected(next.get());
    }
  }

  private HttpOutcome once(HttpCall call, long start, List<String> redirects, Deadline deadline)
      throws IOException, InterruptedException {
    BoundedBody body = new BoundedBody(mostBytes);
    String address = WebAddress.endpoint(call.uri()).toString();
    Duration left = deadline.remaining();
    if (left.isZero()) {
      return new HttpOutcome.Failed(Fault.noAnswer(address, since(start)));
    }
    CompletableFuture<HttpResponse<byte[]>> answer = client().sendAsync(call.request(left), body);
    try {
      answer.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
      return new HttpOutcome.Answered(answer(call.uri(), body, start, redirects));
    } catch (TimeoutException e) {
      return late(call.uri(), body, start, redirects);
    } catch (ExecutionException e) {
      return body.head().isPresent() && deadline.isOver()
          ? late(call.uri(), body, start, redirects)
          : new HttpOutcome.Failed(Fault.ofAnswer(e, address, since(start)));
    } finally {
      // ends the exchange where it is still going on
      answer.cancel(true);
    }
  }

  private static HttpOutcome late(URI uri, BoundedBody body, long start, List<String> redirects) {
    return body.head().isPresent()
        ? new HttpOutcome.Unfinished(answer(uri, body, start, redirects))
        : new HttpOutcome.Failed(Fault.noAnswer(WebAddress.endpoint(uri).toString(), since(start)));
  }

  private static HttpAnswer answer(URI uri, BoundedBody body, long start, List<String> redirects) {
    ResponseInfo head = body.head().orElseThrow();
    return new HttpAnswer(
        uri,
        head.statusCode(),
        head.headers(),
        new HttpBody(body.soFar(), body.isCut()),
        Duration.ofNanos(body.headersAt() - start),
        since(start),
        List.copyOf(redirects));
  }

  private static Optional<URI> next(HttpOutcome outcome, IntPredicate wanted) {
    if (!(outcome instanceof HttpOutcome.Answered answered)) {
      return Optional.empty();
    }
    HttpAnswer answer = answered.answer();
    boolean redirects =
        answer.status() >= REDIRECT_FROM
            && answer.status() <= REDIRECT_TO
            && answer.status() != NOT_MODIFIED;
    if (!redirects || wanted.test(answer.status())) {
      return Optional.empty();
    }
    return answer
        .headers()
        .firstValue("Location")
        .flatMap(location -> target(answer.uri(), location));
  }

  private static Optional<URI> target(URI from, String location) {
    try {
      URI to = from.resolve(location.strip());
      WebAddress.check(to);
      return WebAddress.isTls(from) && !WebAddress.isTls(to) ? Optional.empty() : Optional.of(to);
    } catch (IllegalArgumentException e) {
      // leads nowhere; the answer is judged as it is
      return Optional.empty();
    }
  }

  private HttpClient client() throws IOException {
    HttpClient made = client;
    if (made == null) {
      try {
        // HTTP/1.1: what is asked for an upgrade to HTTP/2 is answered oddly here and there; no
        // proxy: it is the server that is checked
        made =
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .sslContext(trust.context())
                .build();
      } catch (GeneralSecurityException e) {
        throw new IOException("no trust can be set up: " + e.getMessage(), e);
      }
      client = made;
    }
    return made;
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
