package io.github.quartermaster.sentinel.internal.read.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificates of any sort, made by the JDK's own keytool. */
public final class TestCertificates {
  private static final String PASSWORD = "changeit";
  private static final String STORE = "all.p12";

  private final Path folder;

  /** Makes an authority. */
  public TestCertificates(Path folder) throws Exception {
    this.folder = folder;
    keytool(
        "-genkeypair",
        "-alias",
        "ca",
        "-keystore",
        STORE,
        "-dname",
        "CN=Test CA",
        "-ext",
        "bc:c",
        "-validity",
        "3650",
        "-startdate",
        "-30d",
        "-keyalg",
        "EC");
    keytool("-exportcert", "-rfc", "-alias", "ca", "-keystore", STORE, "-file", "ca.pem");
  }

  /** The authority, to be trusted. */
  public Path authority() {
    return folder.resolve("ca.pem");
  }

  /** The authority in a key store. */
  Path authorityStore() throws Exception {
    keytool(
        "-importcert", "-noprompt", "-alias", "ca", "-keystore", "trust.p12", "-file", "ca.pem");
    return folder.resolve("trust.p12");
  }

  /** A server's certificate by the authority. */
  public SSLContext signed(String name, String hosts, String start, int days) throws Exception {
    keytool(
        "-genkeypair",
        "-alias",
        name,
        "-keystore",
        STORE,
        "-dname",
        "CN=" + name,
        "-keyalg",
        "EC",
        "-ext",
        "san=" + hosts,
        "-startdate",
        start,
        "-validity",
        Integer.toString(days),
        "-signer",
        "ca");
    return context(name);
  }

  /** A server's certificate by itself. */
  SSLContext selfSigned(String hosts) throws Exception {
    keytool(
        "-genkeypair",
        "-alias",
        "self",
        "-keystore",
        STORE,
        "-dname",
        "CN=self",
        "-ext",
        "san=" + hosts,
        "-keyalg",
        "EC");
    return context("self");
  }

  static String password() {
    return PASSWORD;
  }

  private SSLContext context(String alias) throws Exception {
    char[] password = PASSWORD.toCharArray();
    KeyStore all = KeyStore.getInstance(folder.resolve(STORE).toFile(), password);
    KeyStore one = KeyStore.getInstance(KeyStore.getDefaultType());
    one.load(null, null);
    one.setKeyEntry(alias, all.getKey(alias, password), password, all.getCertificateChain(alias));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(one, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(Arrays.asList(arguments));
    // starts in half the time
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-storepass", PASSWORD));
    Path log = folder.resolve("keytool.log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
  }
}
