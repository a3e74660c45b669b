package io.github.quartermaster.ebs.openstack;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * One request over HTTP/1.1 and its answer, bounded in time and size. Follows no redirect: a token
 * goes where the catalog says, and nowhere else. Safe for use by several threads.
 */
final class Transport {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final int MOST_BYTES = 32 << 20;

  private final HttpClient client;
  private final Duration limit;

  /**
   * A transport.
   *
   * @param trust whom to trust, or null for whom Java trusts
   * @param limit the longest time for a request with its answer
   */
  Transport(@Nullable SSLContext trust, Duration limit) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT);
    if (trust != null) {
      builder.sslContext(trust);
    }
    client = builder.build();
    this.limit = limit;
  }

  /**
   * Sends a request.
   *
   * @param body JSON, or null
   * @throws IOException if there is no answer, or none that is whole
   */
  Reply send(String method, URI address, Map<String, String> headers, byte @Nullable [] body)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(limit)
            .header("Accept", "application/json")
            .header("User-Agent", "quartermaster-ebs")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    return reply(request.build());
  }

  private Reply reply(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, head -> new BoundedBody(MOST_BYTES));
    try {
      // the client's own limit ends with the head of the answer
      HttpResponse<byte[]> got = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      Map<String, String> headers = new HashMap<>();
      got.headers()
          .map()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
      return new Reply(got.statusCode(), headers, new String(got.body(), StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("no whole answer within " + limit.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw cause instanceof IOException io ? io : new IOException(cause);
    }
  }
}
