package io.github.quartermaster.sentinel.internal.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Files of certificates that are to be trusted. */
public final class Certificates {
  private static final String PEM = "-----BEGIN CERTIFICATE";
  private static final long LARGEST = 16L * 1024 * 1024;

  private Certificates() {}

  /** A context for connections to those whose certificates the file vouches for. */
  public static SSLContext trusting(Path file) throws IOException, GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(keyStore(file, null));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }

  /**
   * Reads certificates in PEM, or a key store.
   *
   * @param password of the key store, or null
   */
  public static KeyStore keyStore(Path path, @Nullable String password)
      throws IOException, GeneralSecurityException {
    if (Files.size(path) > LARGEST) {
      throw new IOException(path + " is too large for a list of certificates");
    }
    byte[] bytes = Files.readAllBytes(path);
    // PEM may have any text in front
    if (!new String(bytes, StandardCharsets.ISO_8859_1).contains(PEM)) {
      try {
        return KeyStore.getInstance(
            path.toFile(), password == null ? null : password.toCharArray());
      } catch (KeyStoreException e) {
        throw new KeyStoreException(
            path + " has no certificate in PEM, and is no key store that this Java reads", e);
      }
    }
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int number = 0;
    for (Certificate certificate :
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(bytes))) {
      store.setCertificateEntry("ca" + number, certificate);
      number++;
    }
    return store;
  }
}
