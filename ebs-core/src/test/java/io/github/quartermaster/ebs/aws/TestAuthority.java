package io.github.quartermaster.ebs.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority that nobody knows, and the certificate of a server that it has signed. */
final class TestAuthority {
  /** Of all its stores. */
  static final String PASSWORD = "changeit";

  private final Path keys;
  private final Path trust;

  private TestAuthority(Path keys, Path trust) {
    this.keys = keys;
    this.trust = trust;
  }

  /** Makes keys for a server of these names, with the keytool of this JDK. */
  static TestAuthority in(Path folder, String... hosts)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path keys = folder.resolve("keys.p12");
    keytool(keys, "-alias", "authority", "-dname", "CN=Nobody", "-ext", "bc:c");
    String names = "san=dns:" + String.join(",dns:", hosts);
    keytool(keys, "-alias", "server", "-dname", "CN=s", "-signer", "authority", "-ext", names);
    KeyStore store = load(keys);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("authority", store.getCertificate("authority"));
    Path trust = folder.resolve("trust.p12");
    try (OutputStream out = Files.newOutputStream(trust)) {
      trusted.store(out, PASSWORD.toCharArray());
    }
    return new TestAuthority(keys, trust);
  }

  /** A trust store that knows the authority. */
  Path trustStore() {
    return trust;
  }

  /** What a server with the certificate listens with. */
  SSLContext server() throws IOException, GeneralSecurityException {
    KeyStore store = load(keys);
    store.deleteEntry("authority");
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private static void keytool(Path keys, String... options)
      throws IOException, InterruptedException {
    Path program = Path.of(System.getProperty("java.home"), "bin", "keytool");
    List<String> command =
        new ArrayList<>(List.of(program.toString(), "-genkeypair", "-keyalg", "EC"));
    command.addAll(List.of("-keystore", keys.toString(), "-storepass", PASSWORD));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException("keytool: " + said);
    }
  }
}
