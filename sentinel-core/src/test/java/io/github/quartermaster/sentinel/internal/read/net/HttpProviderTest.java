package io.github.quartermaster.sentinel.internal.read.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.Layer;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Requirement;
import io.github.quartermaster.sentinel.model.Secret;
import io.github.quartermaster.sentinel.model.Verdict;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Web servers that misbehave, and what is said of them. */
@Timeout(60)
class HttpProviderTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final String ENDLESS = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n";

  private final HttpProviderFactory factory = new HttpProviderFactory();

  @Test
  void healthy_page_is_measured() throws Exception {
    try (FaultyServer server = FaultyServer.answering(200, "Grüße: Add to cart")) {
      Probing probing =
          probe(
              server.url("/shop"),
              "contains",
              List.of("Add to cart", "Grüße"),
              "warn",
              Range.atMost(0.5),
              "crit",
              Range.atMost(2));

      Reading page = probing.it();
      assertThat(page.verdict()).isEqualTo(new Verdict.Measured());
      assertThat(page.message()).startsWith("HTTP 200, 20 bytes in ");
      assertThat(page.layer()).isNull();
      Metric time = page.metrics().get(0);
      assertThat(time.label()).isEqualTo("time");
      assertThat(time.warning()).isEqualTo(Range.atMost(0.5));
      assertThat(time.critical()).isEqualTo(Range.atMost(2));
      assertThat(time.value()).isPositive();
      assertThat(probing.of("tcp:127.0.0.1:" + server.port()).message()).startsWith("connected");
    }
  }

  @Test
  void refused_connection_is_told_from_a_sick_application() throws Exception {
    int port = FaultyServer.freePort();
    Probing probing = probe("http://127.0.0.1:" + port + "/");

    Reading tcp = probing.of("tcp:127.0.0.1:" + port);
    assertThat(Probing.score(tcp)).isEqualTo(10_000);
    assertThat(tcp.layer()).isEqualTo(Layer.TRANSPORT);
    assertThat(tcp.message()).contains("refuses connections");
    assertThat(Probing.score(probing.it())).isEqualTo(10_000);
    assertThat(probing.it().layer()).isEqualTo(Layer.TRANSPORT);
    assertThat(probing.it().message())
        .isEqualTo(
            "no answer: 127.0.0.1:"
                + port
                + " refuses connections: the host is up, nothing listens there");
  }

  @Test
  void server_that_takes_connections_and_hangs_fails_as_an_application() throws Exception {
    try (FaultyServer server = FaultyServer.hanging()) {
      Probing probing = Probing.of(factory, Probing.BRIEF, "url", server.url("/"));

      assertDown(
          probing.it(), 10_000, Layer.APPLICATION, "takes the connection and does not answer");
      assertThat(probing.of("tcp:127.0.0.1:" + server.port()).layer()).isNull();
    }
  }

  @Test
  void body_that_floods_without_end_is_cut_and_judged() throws Exception {
    try (FaultyServer server = FaultyServer.dripping(ENDLESS, "x".repeat(10_000), 0)) {
      Reading page = probe(server.url("/"), "max-bytes", 100_000L).it();

      assertThat(page.verdict()).isEqualTo(new Verdict.Measured());
      assertThat(page.message()).startsWith("HTTP 200, 100000 bytes");
      assertThat(server.heard()).hasSize(1);
    }
  }

  @Test
  void body_that_drips_without_end_ends_with_the_time_of_the_check() throws Exception {
    try (FaultyServer server = FaultyServer.dripping(ENDLESS, "x", 20)) {
      Probing probing = Probing.of(factory, Probing.BRIEF, "url", server.url("/"));

      assertDown(probing.it(), 10_000, Layer.APPLICATION, "HTTP 200 after");
      assertThat(probing.it().message()).contains("the body does not end within");
    }
  }

  @Test
  void headers_that_drip_without_end_end_with_the_time_of_the_check() throws Exception {
    try (FaultyServer server = FaultyServer.dripping("HTTP/1.1 200 OK\r\n", "X: y\r\n", 20)) {
      Probing probing = Probing.of(factory, Probing.BRIEF, "url", server.url("/"));

      assertDown(probing.it(), 10_000, Layer.APPLICATION, "does not answer within");
    }
  }

  @Test
  void server_error_is_as_bad_as_no_answer() throws Exception {
    try (FaultyServer server = FaultyServer.answering(500, "stack trace")) {
      assertDown(
          probe(server.url("/a?token=hidden")).it(),
          10_000,
          Layer.APPLICATION,
          "HTTP 500 from http://127.0.0.1:" + server.port() + "/a");
    }
  }

  @Test
  void missing_page_is_critical() throws Exception {
    try (FaultyServer server = FaultyServer.answering(404, "no")) {
      assertDown(probe(server.url("/")).it(), 3162, Layer.APPLICATION, "HTTP 404 from");
    }
  }

  @Test
  void page_that_asks_for_a_login_says_how_to_give_one() throws Exception {
    try (FaultyServer server = FaultyServer.answering(401, "no")) {
      assertDown(
          probe(server.url("/")).it(),
          3162,
          Layer.APPLICATION,
          "which asks for a login: set user and password");
    }
  }

  @Test
  void status_that_is_wanted_is_fine_whatever_it_is() throws Exception {
    try (FaultyServer server = FaultyServer.answering(401, "")) {
      assertThat(probe(server.url("/"), "status", List.of("200-204", "401")).it().layer()).isNull();
      assertThat(probe(server.url("/"), "status", List.of("4xx")).it().layer()).isNull();
      assertDown(
          probe(server.url("/"), "status", List.of("200")).it(),
          3162,
          Layer.APPLICATION,
          "HTTP 401");
    }
  }

  @Test
  void missing_and_unwanted_texts_are_critical() throws Exception {
    try (FaultyServer server = FaultyServer.answering(200, "Sorry, maintenance")) {
      assertDown(
          probe(server.url("/"), "contains", List.of("Add to cart")).it(),
          3162,
          Layer.APPLICATION,
          "HTTP 200, but the answer lacks \"Add to cart\"");
      assertDown(
          probe(server.url("/"), "not-contains", List.of("maintenance")).it(),
          3162,
          Layer.APPLICATION,
          "HTTP 200, but the answer contains \"maintenance\"");
    }
  }

  @Test
  void connection_that_is_reset_fails_as_an_application() throws Exception {
    try (FaultyServer server = FaultyServer.resetting()) {
      assertDown(
          probe(server.url("/")).it(), 10_000, Layer.APPLICATION, "breaks the connection off");
    }
  }

  @Test
  void connection_closed_without_an_answer_is_said_so() throws Exception {
    try (FaultyServer server = FaultyServer.answering("")) {
      assertDown(probe(server.url("/")).it(), 10_000, Layer.APPLICATION, "without a whole answer");
    }
  }

  @Test
  void answer_that_is_no_http_is_said_so() throws Exception {
    try (FaultyServer server = FaultyServer.answering("SSH-2.0-OpenSSH_9.2\r\n\r\n")) {
      assertDown(probe(server.url("/")).it(), 10_000, Layer.APPLICATION, "does not answer in HTTP");
    }
  }

  @Test
  void redirect_is_followed() throws Exception {
    try (FaultyServer target = FaultyServer.answering(200, "there");
        FaultyServer server = redirecting(target.url("/there"))) {
      Probing probing =
          probe(
              server.url("/"),
              "contains",
              List.of("there"),
              "headers",
              Map.of("X-Token", new Secret("hidden")),
              "user",
              "me",
              "password",
              new Secret("pass"));

      assertThat(probing.it().layer()).isNull();
      assertThat(server.heard().get(0))
          .contains("X-Token: hidden", "Authorization: Basic bWU6cGFzcw==");
      assertThat(target.heard().get(0)).doesNotContain("hidden", "Authorization");
    }
  }

  @Test
  void body_is_not_sent_to_another_server() throws Exception {
    try (FaultyServer target = FaultyServer.answering(200, "there");
        FaultyServer server = redirecting(target.url("/there"))) {
      assertDown(
          probe(server.url("/"), "method", "POST", "body", "token=hidden").it(),
          3162,
          Layer.APPLICATION,
          "a redirection that is not followed");
      assertThat(target.heard()).isEmpty();
    }
  }

  @Test
  void unwanted_text_beyond_what_is_read_is_not_taken_for_absent() throws Exception {
    try (FaultyServer server = FaultyServer.answering(200, ".".repeat(100) + "maintenance")) {
      Reading reading =
          probe(server.url("/"), "not-contains", List.of("maintenance"), "max-bytes", 50L).it();

      assertThat(reading.verdict()).isEqualTo(new Verdict.Unknown());
      assertThat(reading.message()).contains("raise max-bytes");
    }
  }

  @Test
  void redirect_loop_ends() throws Exception {
    try (FaultyServer server = redirecting("/again")) {
      assertDown(
          probe(server.url("/"), "redirects", 3L).it(),
          3162,
          Layer.APPLICATION,
          "after 3 redirections");
      assertThat(server.heard()).hasSize(4);
    }
  }

  @Test
  void redirect_that_is_wanted_or_leads_nowhere_is_not_followed() throws Exception {
    try (FaultyServer server = redirecting("/login");
        FaultyServer nowhere = redirecting("mailto:me@localhost")) {
      assertThat(probe(server.url("/"), "status", List.of("302")).it().layer()).isNull();
      assertDown(
          probe(nowhere.url("/")).it(),
          3162,
          Layer.APPLICATION,
          "a redirection that is not followed");
    }
  }

  @Test
  void method_body_and_headers_are_sent() throws Exception {
    try (FaultyServer server = FaultyServer.answering(200, "ok")) {
      probe(
          server.url("/x?y=z"),
          "method",
          "POST",
          "body",
          "{}",
          "headers",
          Map.of("Content-Type", new Secret("application/json")));

      assertThat(server.heard().get(0))
          .startsWith("POST /x?y=z HTTP/1.1\r\n")
          .contains("Content-Type: application/json", "Content-Length: 2");
    }
  }

  @Test
  void name_that_does_not_resolve_is_the_cause_of_all_above() throws Exception {
    Probing probing = probe("http://shop.example/");

    assertDown(
        probing.of("dns:shop.example"), 10_000, Layer.NAME, "shop.example cannot be resolved");
    assertDown(probing.of("tcp:shop.example:80"), 10_000, Layer.NAME, "shop.example cannot");
    assertDown(probing.it(), 10_000, Layer.NAME, "no answer: shop.example cannot be resolved");
  }

  @Test
  void server_at_the_second_address_only_is_not_said_to_be_down() throws Exception {
    try (FaultyServer server = FaultyServer.atV6(FaultyServer.page(200, "ok"))) {
      String localhost = "http://localhost:" + server.port() + "/";
      assumeFirstAddressIsV4();
      Probing probing = probe(localhost);

      assertThat(probing.it().verdict()).isEqualTo(new Verdict.Unknown());
      assertThat(probing.it().message()).startsWith("not asked: the first address of localhost");
      assertThat(probing.of("tcp:localhost:" + server.port()).layer()).isNull();
      assertThat(probe("http://[::1]:" + server.port() + "/").it().message())
          .startsWith("HTTP 200");
    }
  }

  private static void assumeFirstAddressIsV4() throws Exception {
    assumeTrue(
        InetAddress.getByName("localhost") instanceof Inet4Address, "localhost is IPv4 first");
  }

  @Test
  void rungs_stand_on_one_another_and_on_the_network() {
    assertThat(edges("https://shop.example/"))
        .containsExactlyInAnyOrder(
            "it -> tls:shop.example:443",
            "tls:shop.example:443 -> tcp:shop.example:443",
            "tcp:shop.example:443 -> dns:shop.example",
            "tcp:shop.example:443 -> net:gateway",
            "dns:shop.example -> net:gateway");
    assertThat(edges("http://192.0.2.1:8080/"))
        .containsExactlyInAnyOrder("it -> tcp:192.0.2.1:8080", "tcp:192.0.2.1:8080 -> net:gateway");
  }

  @Test
  void loopback_needs_no_network_but_whoever_listens_there() {
    assertThat(edges("http://localhost:8080/"))
        .containsExactlyInAnyOrder(
            "it -> tcp:localhost:8080", "tcp:localhost:8080 -> tag:port:8080");
    assertThat(edges("http://[::1]:8080/"))
        .containsExactlyInAnyOrder("it -> tcp:[::1]:8080", "tcp:[::1]:8080 -> tag:port:8080");
  }

  @Test
  void closer_look_shows_rungs_headers_and_body_and_no_cookie() throws Exception {
    try (FaultyServer server = FaultyServer.answering(500, "NullPointerException\n at shop")) {
      HealthProvider provider =
          factory.create("it", Probing.settings("url", server.url("/a?key=hidden")));
      List<Reading> closer =
          provider.examine(new ComponentId("it"), Probing.context(Probing.AMPLE));

      assertThat(closer).hasSize(1);
      assertThat(Probing.evidence(closer.get(0)))
          .contains("Server: faulty/1", "NullPointerException", "tcp:127.0.0.1", "connected in")
          .doesNotContain("hidden");
    }
  }

  @Test
  void settings_that_make_no_sense_are_refused_without_telling_secrets() {
    assertRefused("no URL", "url", "http://a b/?pw=hidden");
    assertRefused("begins with http", "url", "ftp://localhost/");
    assertRefused("holds no user", "url", "http://me:hidden@localhost/");
    assertRefused("names a host", "url", "http:///x");
    assertRefused("a port is between", "url", "http://localhost:70000/");
    assertRefused("is no status", "url", "http://localhost/", "status", List.of("ok"));
    assertRefused("go together", "url", "http://localhost/", "user", "me");
    assertRefused(
        "the header Host cannot be set",
        "url",
        "http://localhost/",
        "headers",
        Map.of("Host", new Secret("hidden")));
    assertRefused(
        "the header X cannot be set",
        "url",
        "http://localhost/",
        "headers",
        Map.of("X", new Secret("hidden\r\nY: z")));
  }

  private void assertRefused(String why, Object... settings) {
    assertThatThrownBy(() -> factory.create("it", Probing.settings(settings)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("hidden");
  }

  private static void assertDown(Reading reading, int score, Layer layer, String message) {
    assertThat(Probing.score(reading)).as(reading.message()).isEqualTo(score);
    assertThat(reading.layer()).isEqualTo(layer);
    assertThat(reading.message()).contains(message).doesNotContain("hidden");
  }

  private Stream<String> edges(String url) {
    List<Component> components;
    try {
      components =
          factory.create("it", Probing.settings("url", url)).components(Probing.context(DAY));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return components.stream()
        .flatMap(
            component ->
                component.requires().stream()
                    .map(Requirement::target)
                    .map(target -> component.id() + " -> " + target));
  }

  private static FaultyServer redirecting(String location) throws Exception {
    return FaultyServer.answering(
        "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
  }

  private Probing probe(String url, Object... settings) throws Exception {
    Object[] all = Arrays.copyOf(settings, settings.length + 2);
    all[settings.length] = "url";
    all[settings.length + 1] = url;
    return Probing.of(factory, Probing.AMPLE, all);
  }
}
