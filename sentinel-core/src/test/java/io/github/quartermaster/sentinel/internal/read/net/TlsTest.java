package io.github.quartermaster.sentinel.internal.read.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Layer;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Secret;
import io.github.quartermaster.sentinel.model.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Certificates good and bad, by the check of handshakes and by that of pages. */
@Timeout(120)
class TlsTest {
  private static final String PAGE = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final String LOCAL = "dns:localhost,ip:127.0.0.1";

  @TempDir static Path folder;
  private static TestCertificates certificates;
  private static SSLContext good;

  private final TlsProviderFactory tls = new TlsProviderFactory();
  private final HttpProviderFactory http = new HttpProviderFactory();

  @BeforeAll
  static void make() throws Exception {
    certificates = new TestCertificates(folder);
    good = certificates.signed("good", LOCAL, "-1d", 100);
  }

  @Test
  void good_certificate_is_measured_by_its_days_left() throws Exception {
    try (FaultyServer server = FaultyServer.secure(good, PAGE)) {
      Reading reading = handshake(server, "trust", certificates.authority()).it();

      assertThat(reading.verdict()).isEqualTo(new Verdict.Measured());
      assertThat(reading.message()).isEqualTo("TLSv1.3, certificate valid for 98 days yet");
      Metric left = reading.metrics().get(0);
      assertThat(left.warning()).isEqualTo(Range.atLeast(14 * 86_400));
      assertThat(left.critical()).isEqualTo(Range.atLeast(3 * 86_400));
      assertThat(left.value()).isBetween(98 * 86_400.0, 99 * 86_400.0);
      assertThat(Probing.evidence(reading)).contains("CN=good, by CN=Test CA", "for localhost");
    }
  }

  @Test
  void page_over_tls_is_read_and_its_rungs_are_there() throws Exception {
    try (FaultyServer server = FaultyServer.secure(good, PAGE)) {
      Probing probing = page(server, "trust", certificates.authority());

      assertThat(probing.it().message()).startsWith("HTTP 200, 2 bytes");
      assertThat(probing.of("tls:localhost:" + server.port()).layer()).isNull();
      assertThat(probing.of("tcp:localhost:" + server.port()).layer()).isNull();
    }
  }

  @Test
  void key_store_with_a_password_is_trusted_too() throws Exception {
    try (FaultyServer server = FaultyServer.secure(good, PAGE)) {
      Probing probing =
          page(
              server,
              "trust",
              certificates.authorityStore(),
              "trust-password",
              new Secret(TestCertificates.password()));

      assertThat(probing.it().message()).startsWith("HTTP 200");
    }
  }

  @Test
  void certificate_that_ends_soon_is_said_so() throws Exception {
    SSLContext ending = certificates.signed("ending", LOCAL, "-10d", 15);
    try (FaultyServer server = FaultyServer.secure(ending, PAGE)) {
      Reading reading = handshake(server, "trust", certificates.authority()).it();

      assertThat(reading.verdict()).isEqualTo(new Verdict.Measured());
      assertThat(reading.message()).isEqualTo("the certificate expires in 4 days");
      assertThat(reading.layer()).isEqualTo(Layer.TLS);
    }
  }

  @Test
  void expired_certificate_takes_the_page_down() throws Exception {
    SSLContext expired = certificates.signed("expired", LOCAL, "-20d", 10);
    try (FaultyServer server = FaultyServer.secure(expired, PAGE)) {
      Probing probing = page(server, "trust", certificates.authority());

      Reading rung = probing.of("tls:localhost:" + server.port());
      assertDown(rung, "the certificate CN=expired expired on ");
      assertThat(rung.message()).endsWith(", 10 days ago");
      assertThat(rung.metrics().get(0).value()).isNegative();
      assertDown(probing.it(), "no answer: the certificate CN=expired expired on ");
    }
  }

  @Test
  void certificate_for_another_host_is_named_as_such() throws Exception {
    SSLContext other =
        certificates.signed("other", "dns:shop.example,dns:*.shop.example", "-1d", 90);
    try (FaultyServer server = FaultyServer.secure(other, PAGE)) {
      Probing probing = page(server, "trust", certificates.authority());

      assertDown(
          probing.of("tls:localhost:" + server.port()),
          "the certificate is for shop.example, *.shop.example, not for localhost");
      assertDown(probing.it(), "no answer: the certificate is for shop.example");
    }
  }

  @Test
  void self_signed_certificate_is_named_as_such_and_can_be_put_up_with() throws Exception {
    SSLContext self = certificates.selfSigned(LOCAL);
    try (FaultyServer server = FaultyServer.secure(self, PAGE)) {
      Probing probing = page(server);
      assertDown(
          probing.of("tls:localhost:" + server.port()),
          "the certificate of localhost is self-signed, and nobody here trusts it");
      assertDown(probing.it(), "no answer: the certificate of localhost is self-signed");

      Probing lenient = page(server, "verify", false);
      assertThat(lenient.it().message()).startsWith("HTTP 200");
      assertThat(lenient.of("tls:localhost:" + server.port()).layer()).isNull();
    }
  }

  @Test
  void unknown_authority_is_named() throws Exception {
    try (FaultyServer server = FaultyServer.secure(good, PAGE)) {
      assertDown(
          handshake(server).it(),
          "the certificate of localhost leads to CN=Test CA, whom nobody here trusts");
    }
  }

  @Test
  void redirect_from_tls_to_plain_text_is_not_followed() throws Exception {
    try (FaultyServer plain = FaultyServer.answering(200, "ok");
        FaultyServer server =
            FaultyServer.secure(
                good,
                "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: "
                    + plain.url("/")
                    + "\r\n\r\n")) {
      Reading reading = page(server, "trust", certificates.authority()).it();

      assertThat(Probing.score(reading)).isEqualTo(3162);
      assertThat(reading.message()).endsWith("a redirection that is not followed");
      assertThat(plain.heard()).isEmpty();
    }
  }

  @Test
  void plain_http_on_a_port_for_tls_is_recognised() throws Exception {
    try (FaultyServer server = FaultyServer.answering(400, "Bad Request")) {
      Probing probing = page(server);

      assertDown(probing.of("tls:localhost:" + server.port()), "speaks plain HTTP, not TLS");
      assertDown(probing.it(), "no answer: localhost:" + server.port() + " speaks plain HTTP");
    }
  }

  @Test
  void server_that_hangs_in_the_handshake_fails_at_the_tls_layer() throws Exception {
    try (FaultyServer server = FaultyServer.hanging()) {
      Probing probing =
          Probing.of(
              http, Probing.BRIEF.plusMillis(1500), "url", "https://localhost:" + server.port());

      assertDown(
          probing.of("tls:localhost:" + server.port()), "does not answer the TLS handshake within");
      assertDown(probing.it(), "does not answer the TLS handshake within");
    }
  }

  @Test
  void handshake_that_comes_in_drips_ends_with_the_time_of_the_check() throws Exception {
    // the head of a record of 16 KiB, and then one byte after the other
    try (FaultyServer server =
        FaultyServer.dripping("\u0016\u0003\u0003\u0040\u0000", "\u0002", 20)) {
      Probing probing =
          Probing.of(tls, Probing.BRIEF, "host", "localhost", "port", (long) server.port());

      assertThat(Probing.score(probing.it())).isEqualTo(10_000);
      assertThat(probing.it().layer()).isEqualTo(Layer.TLS);
    }
  }

  @Test
  void server_that_resets_in_the_handshake_fails_at_the_tls_layer() throws Exception {
    try (FaultyServer server = FaultyServer.resetting()) {
      assertDown(handshake(server).it(), "closes the connection in the TLS handshake");
    }
  }

  @Test
  void refused_port_is_no_fault_of_the_handshake() throws Exception {
    int port = FaultyServer.freePort();
    Probing probing = Probing.of(http, Probing.AMPLE, "url", "https://localhost:" + port + "/");

    assertThat(probing.of("tls:localhost:" + port).layer()).isEqualTo(Layer.TRANSPORT);
    assertThat(probing.of("tls:localhost:" + port).message()).contains("refuses connections");
    assertThat(probing.it().layer()).isEqualTo(Layer.TRANSPORT);
    assertThat(probing.it().message()).contains("refuses connections");
  }

  @Test
  void trust_that_cannot_be_read_is_unknown_and_no_fault_of_the_server() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.pem"), "nothing to trust");
    try (FaultyServer server = FaultyServer.secure(good, PAGE)) {
      assertThat(handshake(server, "trust", broken).it().verdict())
          .isEqualTo(new Verdict.Unknown());
      assertThat(handshake(server, "trust", broken).it().message())
          .contains("broken.pem has no certificate in PEM");
      Probing probing = page(server, "trust", folder.resolve("missing.pem"));
      assertThat(probing.it().verdict()).isEqualTo(new Verdict.Unknown());
      assertThat(probing.it().message()).contains("missing.pem");
    }
  }

  private static void assertDown(Reading reading, String message) {
    assertThat(reading.message()).contains(message);
    assertThat(Probing.score(reading)).isEqualTo(10_000);
    assertThat(reading.layer()).isEqualTo(Layer.TLS);
  }

  private Probing handshake(FaultyServer server, Object... settings) throws Exception {
    return probe(tls, settings, "host", "localhost", "port", (long) server.port());
  }

  private Probing page(FaultyServer server, Object... settings) throws Exception {
    return probe(http, settings, "url", "https://localhost:" + server.port() + "/");
  }

  private static Probing probe(HealthProviderFactory factory, Object[] settings, Object... more)
      throws Exception {
    Object[] all = Arrays.copyOf(settings, settings.length + more.length);
    System.arraycopy(more, 0, all, settings.length, more.length);
    return Probing.of(factory, Probing.AMPLE, all);
  }
}
