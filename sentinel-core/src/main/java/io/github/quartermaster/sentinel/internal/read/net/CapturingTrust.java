package io.github.quartermaster.sentinel.internal.read.net;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Lets every certificate pass and remembers what the JDK thought of it: a handshake that is broken
 * off tells hardly anything, and a certificate that is not trusted is still to be looked at.
 * Nothing secret may be sent over such a connection. For one handshake at a time.
 */
final class CapturingTrust extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager judge;
  private volatile List<X509Certificate> chain = List.of();
  private volatile @Nullable CertificateException objection;

  CapturingTrust(X509ExtendedTrustManager judge) {
    this.judge = judge;
  }

  /** What the server showed, its own certificate first; empty before it did. */
  List<X509Certificate> chain() {
    return chain;
  }

  /** Why the JDK would not have trusted it. */
  Optional<CertificateException> objection() {
    return Optional.ofNullable(objection);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String authType, Socket socket) {
    remember(shown, () -> judge.checkServerTrusted(shown, authType, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String authType, SSLEngine engine) {
    remember(shown, () -> judge.checkServerTrusted(shown, authType, engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String authType) {
    remember(shown, () -> judge.checkServerTrusted(shown, authType));
  }

  private void remember(X509Certificate[] shown, Check check) {
    chain = List.of(shown);
    try {
      check.run();
      objection = null;
    } catch (CertificateException e) {
      objection = e;
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String authType, Socket socket)
      throws CertificateException {
    judge.checkClientTrusted(shown, authType, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String authType, SSLEngine engine)
      throws CertificateException {
    judge.checkClientTrusted(shown, authType, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String authType)
      throws CertificateException {
    judge.checkClientTrusted(shown, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return judge.getAcceptedIssuers();
  }

  /** A check of the JDK's. */
  private interface Check {
    void run() throws CertificateException;
  }
}
