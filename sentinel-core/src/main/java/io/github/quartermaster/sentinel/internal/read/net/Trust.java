package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.internal.http.Certificates;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Secret;
import io.github.quartermaster.sentinel.model.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
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
    factory.init(
        file == null
            ? null
            : Certificates.keyStore(file, password == null ? null : password.reveal()));
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
}
