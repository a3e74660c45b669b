package io.github.quartermaster.sentinel.internal.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Asks web servers that answer in JSON: other monitors. Follows no redirection, uses no proxy, and
 * trusts the certificates of a file or else the JDK's own. Makes its client when first asked; for
 * one thread at a time.
 */
public final class BoundedHttp {
  private static final int DEEPEST = 20;

  private final @Nullable Path trusted;
  private final int mostBytes;
  private @Nullable HttpClient client;

  /**
   * Asks nobody yet.
   *
   * @param trusted certificates in PEM to trust instead of the JDK's own, or null
   * @param mostBytes how much may be answered
   */
  public BoundedHttp(@Nullable Path trusted, int mostBytes) {
    this.trusted = trusted;
    this.mostBytes = mostBytes;
  }

  /**
   * Asks, from the first packet to the last byte of the answer within a time.
   *
   * @throws IOException if there is no whole answer; its message names the server and the reason
   */
  public HttpReply ask(HttpQuestion question, Duration limit)
      throws IOException, InterruptedException {
    if (limit.isZero() || limit.isNegative()) {
      throw new IOException(question.server() + " is not asked, as the time is over");
    }
    BoundedBody body = new BoundedBody(mostBytes);
    CompletableFuture<HttpResponse<byte[]>> answer =
        client().sendAsync(question.request(limit), body);
    try {
      HttpResponse<byte[]> response = answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      if (body.isCut()) {
        throw new IOException(
            question.server() + " answers with more than " + mostBytes + " bytes");
      }
      return new HttpReply(response.statusCode(), response.body());
    } catch (TimeoutException e) {
      throw new IOException(late(question, limit), e);
    } catch (ExecutionException e) {
      throw new IOException(reason(e, question, limit), e);
    } finally {
      // ends the exchange where it is still going on
      answer.cancel(true);
    }
  }

  /** By the types of exceptions: their texts differ between systems, and some have none. */
  private static String reason(Throwable failure, HttpQuestion question, Duration limit) {
    String server = question.server();
    if (has(failure, UnresolvedAddressException.class)
        || has(failure, UnknownHostException.class)) {
      return server + " cannot be resolved: no such name, or no name server that answers";
    }
    if (has(failure, HttpTimeoutException.class)) {
      return late(question, limit);
    }
    if (has(failure, SSLException.class)) {
      return "the TLS connection to " + server + " fails: " + lastText(failure);
    }
    if (has(failure, ConnectException.class)) {
      return server + " refuses connections: the host is up, nothing listens there";
    }
    return server + " gives no answer: " + lastText(failure);
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> type) {
    return causes(failure).anyMatch(type::isInstance);
  }

  private static String lastText(Throwable failure) {
    return causes(failure)
        .map(each -> Objects.requireNonNullElse(each.getMessage(), each.getClass().getSimpleName()))
        .reduce("", (one, other) -> other);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
  }

  private static String late(HttpQuestion question, Duration limit) {
    return question.server() + " gives no whole answer within " + limit.toMillis() + " ms";
  }

  private HttpClient client() throws IOException {
    HttpClient made = client;
    if (made == null) {
      HttpClient.Builder builder =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .proxy(HttpClient.Builder.NO_PROXY);
      if (trusted != null) {
        builder.sslContext(context(trusted));
      }
      made = builder.build();
      client = made;
    }
    return made;
  }

  private static SSLContext context(Path trusted) throws IOException {
    try {
      return Certificates.trusting(trusted);
    } catch (GeneralSecurityException e) {
      throw new IOException("the certificates of " + trusted + " cannot be used: " + e, e);
    }
  }
}
