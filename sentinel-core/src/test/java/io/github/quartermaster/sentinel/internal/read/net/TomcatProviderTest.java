package io.github.quartermaster.sentinel.internal.read.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.model.Layer;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Secret;
import io.github.quartermaster.sentinel.model.Settings;
import io.github.quartermaster.sentinel.model.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tomcats that answer, and their managers. */
@Timeout(60)
class TomcatProviderTest {
  private static final String STATUS =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?><status><jvm><memory free='25' total='100'"
          + " max='200'/></jvm><connector name='\"http-nio-8080\"'><threadInfo  maxThreads=\"200\""
          + " currentThreadCount=\"150\" currentThreadsBusy=\"150\" /></connector></status>";

  private final TomcatProviderFactory factory = new TomcatProviderFactory();

  @Test
  void tomcat_without_a_root_webapp_is_healthy() throws Exception {
    try (FaultyServer server = FaultyServer.answering(Map.of())) {
      Reading reading = Probing.of(factory, Probing.AMPLE, "url", server.url("/")).it();

      assertThat(reading.verdict()).isEqualTo(new Verdict.Measured());
      assertThat(reading.message()).startsWith("HTTP 404");
      assertThat(server.heard()).hasSize(1);
    }
  }

  @Test
  void server_error_and_refused_port_are_down() throws Exception {
    try (FaultyServer server = FaultyServer.answering(500, "")) {
      Reading reading = Probing.of(factory, Probing.AMPLE, "url", server.url("/")).it();
      assertThat(Probing.score(reading)).isEqualTo(10_000);
    }
    Reading refused =
        Probing.of(
                factory, Probing.AMPLE, "url", "http://127.0.0.1:" + FaultyServer.freePort() + "/")
            .it();
    assertThat(refused.layer()).isEqualTo(Layer.TRANSPORT);
  }

  @Test
  void manager_tells_busy_threads_and_heap() throws Exception {
    Reading reading = withManager(FaultyServer.page(200, STATUS));

    assertThat(reading.metrics())
        .contains(
            Metric.of("heap", 37.5, "%").bounds(0, 100),
            Metric.of("busy http-nio-8080", 75, "%")
                .thresholds(Range.atMost(70), Range.atMost(95))
                .bounds(0, 100));
  }

  @Test
  void manager_that_lets_nobody_in_leaves_what_has_limits_unknown() throws Exception {
    Reading reading = withManager(FaultyServer.page(401, ""));

    assertThat(Probing.evidence(reading)).contains("HTTP 401 from the status page");
    assertThat(reading.message()).endsWith("; its manager does not tell busy");
    assertThat(reading.metrics())
        .filteredOn(metric -> metric.warning() != null && metric.known().isEmpty())
        .extracting(Metric::label)
        .containsExactly("busy");
  }

  @Test
  void manager_that_lets_nobody_in_is_no_trouble_where_nothing_has_limits() throws Exception {
    try (FaultyServer server = FaultyServer.answering(Map.of())) {
      Reading reading =
          Probing.of(
                  factory,
                  Probing.AMPLE,
                  "url",
                  server.url("/"),
                  "user",
                  "monitor",
                  "password",
                  new Secret("hidden"))
              .it();

      assertThat(reading.metrics()).allMatch(metric -> metric.known().isPresent());
      assertThat(Probing.evidence(reading)).contains("HTTP 404 from the status page");
    }
  }

  @Test
  void limits_that_nobody_could_ask_for_are_refused() {
    Settings settings = Probing.settings("busy-crit", Range.atMost(95));

    assertThatThrownBy(() -> factory.create("it", settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("manager");
  }

  @Test
  void status_page_that_is_hostile_is_not_believed() throws Exception {
    String xml =
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><status><memory free='&e;'"
            + " total='1' max='x'/></status>";

    Reading reading = withManager(FaultyServer.page(200, xml));

    assertThat(reading.verdict()).isEqualTo(new Verdict.Measured());
    assertThat(reading.metrics()).extracting(Metric::label).doesNotContain("heap");
    assertThat(withManager(FaultyServer.page(200, "no <xml")).evidence()).hasSize(1);
  }

  private Reading withManager(String answer) throws Exception {
    try (FaultyServer server = FaultyServer.answering(Map.of("/manager/status?XML=true", answer))) {
      Reading reading =
          Probing.of(
                  factory,
                  Probing.AMPLE,
                  "url",
                  server.url("/"),
                  "user",
                  "monitor",
                  "password",
                  new Secret("hidden"),
                  "busy-warn",
                  Range.atMost(70),
                  "busy-crit",
                  Range.atMost(95))
              .it();
      assertThat(server.heard().get(0)).startsWith("GET / ").doesNotContain("Authorization");
      return reading;
    }
  }
}
