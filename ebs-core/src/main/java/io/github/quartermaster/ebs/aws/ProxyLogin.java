package io.github.quartermaster.ebs.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionFactory;

/**
 * Connections through a proxy that wants a login. The SDK adds the login to the request itself,
 * which goes through the tunnel to AWS, and not to the proxy; Java's own way is an authenticator,
 * here one of each connection, so that nobody else's is touched.
 */
final class ProxyLogin implements UrlConnectionFactory {
  private final ProxyConfiguration proxy;
  private final Duration connect;
  private final Duration read;
  private final Authenticator login;

  private ProxyLogin(ProxyConfiguration proxy, Duration connect, Duration read) {
    this.proxy = proxy;
    this.connect = connect;
    this.read = read;
    login = new Login(proxy);
  }

  /** Whether the proxy that is configured has a login. */
  static boolean isWanted(ProxyConfiguration proxy) {
    return proxy.host() != null && proxy.username() != null && proxy.password() != null;
  }

  /** Connections through that proxy, which {@linkplain #isWanted has a login}. */
  static ProxyLogin of(ProxyConfiguration proxy, Duration connect, Duration read) {
    return new ProxyLogin(proxy, connect, read);
  }

  /** The login as a header has it. */
  static String basic(ProxyConfiguration proxy) {
    Login login = new Login(proxy);
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((login.user + ":" + login.password).getBytes(StandardCharsets.UTF_8));
  }

  /** Whether a host is reached without the proxy. */
  static boolean isDirect(ProxyConfiguration proxy, URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return proxy.nonProxyHosts().stream().anyMatch(host::matches);
  }

  @Override
  public HttpURLConnection createConnection(URI uri) {
    try {
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(way(uri));
      connection.setAuthenticator(login);
      connection.setConnectTimeout(Math.toIntExact(connect.toMillis()));
      connection.setReadTimeout(Math.toIntExact(read.toMillis()));
      return connection;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Proxy way(URI uri) {
    return isDirect(proxy, uri)
        ? Proxy.NO_PROXY
        : new Proxy(
            Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port()));
  }

  /** Tells the login to proxies only: a server that asks for one is not AWS. */
  private static final class Login extends Authenticator {
    private final String user;
    private final String password;

    Login(ProxyConfiguration proxy) {
      user = plain(proxy.username(), "https.proxyUser");
      password = plain(proxy.password(), "https.proxyPassword");
    }

    /** As part of a URL in the environment it is encoded like one, and the SDK leaves it so. */
    private static String plain(String value, String property) {
      if (value.equals(System.getProperty(property))) {
        return value;
      }
      try {
        return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException notEncoded) {
        return value;
      }
    }

    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
      return getRequestorType() == RequestorType.PROXY
          ? new PasswordAuthentication(user, password.toCharArray())
          : super.getPasswordAuthentication();
    }
  }
}
