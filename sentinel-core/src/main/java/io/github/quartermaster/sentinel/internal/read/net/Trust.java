package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Secret;
import io.github.quartermaster.sentinel.model.Settings;
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
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates are good.
 *
 * @param file certificates in PEM, or a key store, instead of the JDK's own; null for those
 * @param password of the key store, or null
 * @param verifies whether it matters at all
 */
record Trust(@Nullable Path file, @Nullable Secret password, boolean verifies) {
  private static final String FILE = "trust";
  private static final String PASSWORD = "trust-password";
  private static final String VERIFY = "verify";
  private static final byte[] PEM = "-----BEGIN CERTIFICATE".getBytes(StandardCharsets.US_ASCII);
  private static final long LARGEST = 16L * 1024 * 1024;

  static List<Parameter> parameters() {
    return List.of(
        Parameter.optional(
            FILE,
            Parameter.Type.PATH,
            "Certificates to trust instead of the JDK's own: a PEM file or a key store"),
        Parameter.optional(
            PASSWORD, Parameter.Type.SECRET, "The password of the key store, where it has one"),
        Parameter.optional(
                VERIFY,
                Parameter.Type.FLAG,
                "Whether the certificate has to be trusted and to name the host; its expiry is"
                    + " watched in any case")
            .defaultsTo("true"));
  }

  static Trust of(Settings settings) {
    return new Trust(
        settings.path(FILE).orElse(null),
        settings.secret(PASSWORD).orElse(null),
        !settings.has(VERIFY) || settings.flag(VERIFY));
  }

  /** What the JDK thinks of certificates, on this ground. */
  X509ExtendedTrustManager judge() throws IOException, GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(file == null ? null : keyStore(file));
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager judge) {
        return judge;
      }
    }
    throw new GeneralSecurityException("this JDK verifies no X.509 certificates");
  }

  /** A context for connections over which something is sent. */
  SSLContext context() throws IOException, GeneralSecurityException {
    X509ExtendedTrustManager judge = judge();
    return context(verifies ? judge : new CapturingTrust(judge));
  }

  static SSLContext context(TrustManager trust) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {trust}, null);
    return context;
  }

  private KeyStore keyStore(Path path) throws IOException, GeneralSecurityException {
    if (Files.size(path) > LARGEST) {
      throw new IOException(path + " is too large for a list of certificates");
    }
    byte[] bytes = Files.readAllBytes(path);
    // PEM may have any text in front
    if (!new String(bytes, StandardCharsets.ISO_8859_1)
        .contains(new String(PEM, StandardCharsets.US_ASCII))) {
      try {
        return KeyStore.getInstance(
            path.toFile(), password == null ? null : password.reveal().toCharArray());
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
