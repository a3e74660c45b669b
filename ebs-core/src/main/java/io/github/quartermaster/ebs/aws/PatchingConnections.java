package io.github.quartermaster.ebs.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;

/**
 * Connections that know the method PATCH, which {@link java.net.HttpURLConnection} refuses and DLM
 * wants. Such a request goes through Java's newer client, every other one as ever.
 */
final class PatchingConnections implements SdkHttpClient {
  /** The client sets these itself. */
  private static final Set<String> RESTRICTED =
      Set.of("connection", "content-length", "expect", "host", "upgrade");

  private final SdkHttpClient others;
  private final ProxyConfiguration proxy;
  private final HttpClient patching;
  private final Duration read;

  private PatchingConnections(
      SdkHttpClient others, ProxyConfiguration proxy, HttpClient patching, Duration read) {
    this.others = others;
    this.proxy = proxy;
    this.patching = patching;
    this.read = read;
  }

  /**
   * Connections of two kinds.
   *
   * @param others for all other methods; closed with this
   * @param proxy the one that the others go through
   * @param read how long an answer may take
   */
  static PatchingConnections of(
      SdkHttpClient others, ProxyConfiguration proxy, Duration connect, Duration read) {
    HttpClient.Builder patching =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(connect);
    if (proxy.host() != null) {
      patching.proxy(new Proxies(proxy));
    }
    return new PatchingConnections(others, proxy, patching.build(), read);
  }

  @Override
  public String clientName() {
    return others.clientName();
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return request.httpRequest().method() == SdkHttpMethod.PATCH
        ? new Patch(request)
        : others.prepareRequest(request);
  }

  @Override
  public void close() {
    others.close();
  }

  /** The one proxy, or none. */
  private static final class Proxies extends ProxySelector {
    private final ProxyConfiguration proxy;

    Proxies(ProxyConfiguration proxy) {
      this.proxy = proxy;
    }

    @Override
    public List<Proxy> select(URI uri) {
      return List.of(
          ProxyLogin.isDirect(proxy, uri)
              ? Proxy.NO_PROXY
              : new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.host(), proxy.port())));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      // there is no other one; the request itself fails
    }
  }

  /** One request; its answer is bounded by whoever reads it. */
  private final class Patch implements ExecutableHttpRequest {
    private final HttpExecuteRequest request;
    private volatile @Nullable CompletableFuture<HttpResponse<InputStream>> underWay;

    Patch(HttpExecuteRequest request) {
      this.request = request;
    }

    @Override
    public HttpExecuteResponse call() throws IOException {
      CompletableFuture<HttpResponse<InputStream>> answer =
          patching.sendAsync(translated(), HttpResponse.BodyHandlers.ofInputStream());
      underWay = answer;
      try {
        return translated(answer.get());
      } catch (InterruptedException e) {
        answer.cancel(true);
        Thread.currentThread().interrupt();
        throw (IOException) new InterruptedIOException("interrupted").initCause(e);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
      }
    }

    @Override
    public void abort() {
      CompletableFuture<HttpResponse<InputStream>> answer = underWay;
      if (answer != null) {
        answer.cancel(true);
      }
    }

    private HttpRequest translated() throws IOException {
      byte[] body = {};
      if (request.contentStreamProvider().isPresent()) {
        try (InputStream content = request.contentStreamProvider().get().newStream()) {
          body = content.readAllBytes();
        }
      }
      HttpRequest.Builder builder =
          HttpRequest.newBuilder(request.httpRequest().getUri())
              .timeout(read)
              .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(body));
      request
          .httpRequest()
          .forEachHeader(
              (name, values) -> {
                if (!RESTRICTED.contains(name.toLowerCase(Locale.ROOT))) {
                  values.forEach(value -> builder.header(name, value));
                }
              });
      if (ProxyLogin.isWanted(proxy)
          && !ProxyLogin.isDirect(proxy, request.httpRequest().getUri())) {
        // an authenticator would have the client drop the signature, which is a login to it;
        // this header goes to the proxy only
        builder.header("Proxy-Authorization", ProxyLogin.basic(proxy));
      }
      return builder.build();
    }

    private HttpExecuteResponse translated(HttpResponse<InputStream> answer) {
      return HttpExecuteResponse.builder()
          .response(
              SdkHttpResponse.builder()
                  .statusCode(answer.statusCode())
                  .headers(answer.headers().map())
                  .build())
          .responseBody(AbortableInputStream.create(answer.body()))
          .build();
    }
  }
}
