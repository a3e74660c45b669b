package io.github.quartermaster.sentinel.internal.read.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Secret;
import io.github.quartermaster.sentinel.model.Settings;
import io.github.quartermaster.sentinel.model.Verdict;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Prometheus answers, and what is made of it. */
@Timeout(60)
class PrometheusProviderTest {
  private static final String TWO =
      vector(
          "{\"metric\":{\"__name__\":\"up\",\"instance\":\"a:1\"},\"value\":[1764080000.1,\"0.5\"]},"
              + "{\"metric\":{\"__name__\":\"up\",\"instance\":\"b:1\"},\"value\":[1764080000.1,\"7\"]}");

  private static final Range FEW = Range.atMost(5);

  private final PrometheusProviderFactory factory = new PrometheusProviderFactory();

  @Test
  void one_series_is_a_metric_with_its_limits() throws Exception {
    String one = vector("{\"metric\":{\"job\":\"x\"},\"value\":[1,\"0.25\"]}");
    Reading reading =
        probe(one, "query", "q", "unit", "req/s", "warn", Range.atMost(5), "crit", Range.atMost(9));

    assertThat(reading.verdict()).isEqualTo(new Verdict.Measured());
    assertThat(reading.message()).isEqualTo("0.25 req/s");
    assertThat(reading.metrics())
        .containsExactly(
            Metric.of("value", 0.25, "req/s").thresholds(Range.atMost(5), Range.atMost(9)));
  }

  @Test
  void worst_of_several_series_comes_first() throws Exception {
    Reading reading = probe(TWO, "query", "up", "crit", Range.atMost(5));

    assertThat(reading.message())
        .isEqualTo("1 of 2 series beyond their limits: up{instance=\"b:1\"} = 7");
    assertThat(reading.metrics())
        .extracting(Metric::label)
        .containsExactly("up{instance=\"b:1\"}", "up{instance=\"a:1\"}");
  }

  @Test
  void scalar_is_a_value_too() throws Exception {
    Reading reading =
        probe(
            "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1,\"42\"]}}",
            "query",
            "42");

    assertThat(reading.message()).isEqualTo("42");
  }

  @Test
  void query_is_sent_as_it_is_with_the_token() throws Exception {
    try (FaultyServer server = FaultyServer.answering(200, TWO)) {
      Probing.of(
          factory,
          Probing.AMPLE,
          "url",
          server.url("/prom/"),
          "query",
          "sum(rate(http{code=~\"5..\"}[5m])) + 1",
          "bearer-token",
          new Secret("hidden"));

      assertThat(server.heard()).hasSize(1);
      assertThat(server.heard().get(0))
          .startsWith(
              "GET /prom/api/v1/query?query=sum%28rate%28http%7Bcode%3D%7E%225..%22%7D%5B5m%5D%29%29+%2B+1 ")
          .contains("Authorization: Bearer hidden");
    }
  }

  @Test
  void no_data_is_unknown_unless_that_is_the_good_sign() throws Exception {
    assertUnknown(probe(vector(""), "query", "q"), "no data");
    assertThat(probe(vector(""), "query", "q", "no-data", "ok", "crit", FEW).verdict())
        .isEqualTo(new Verdict.Measured());
    Settings withoutLimits = Probing.settings("query", "q", "no-data", "ok");
    assertThatThrownBy(() -> factory.create("it", withoutLimits))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("every answer would do");
  }

  @Test
  void what_is_no_number_is_unknown_unless_another_series_is_bad() throws Exception {
    String nan = "{\"metric\":{\"i\":\"n\"},\"value\":[1,\"NaN\"]}";
    String fine = "{\"metric\":{\"i\":\"f\"},\"value\":[1,\"1\"]}";
    String bad = "{\"metric\":{\"i\":\"b\"},\"value\":[1,\"+Inf\"]}";

    assertUnknown(probe(vector(nan), "query", "q"), "no number: {i=\"n\"} is NaN");
    assertUnknown(
        probe(vector(nan + "," + fine), "query", "q", "crit", Range.atMost(5)), "no number");
    Reading mixed = probe(vector(nan + "," + bad), "query", "q", "crit", Range.atMost(5));
    assertThat(mixed.verdict()).isEqualTo(new Verdict.Measured());
    assertThat(mixed.message()).isEqualTo("infinite");
    assertUnknown(probe(vector("{\"metric\":{},\"histogram\":[1,{}]}"), "query", "q"), "no number");
  }

  @Test
  void refusal_of_the_query_is_told_in_its_own_words() throws Exception {
    String error =
        "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error: unclosed\"}";
    try (FaultyServer server = FaultyServer.answering(400, error)) {
      Reading reading =
          Probing.of(factory, Probing.AMPLE, "url", server.url(""), "query", "sum(").it();

      assertUnknown(reading, "Prometheus refuses the query: parse error: unclosed (bad_data)");
    }
    assertUnknown(
        probe(
            "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}",
            "query",
            "q[5m]"),
        "the query gives a matrix");
  }

  @Test
  void prometheus_that_cannot_be_asked_is_unknown_and_not_down() throws Exception {
    Reading refused =
        Probing.of(
                factory,
                Probing.AMPLE,
                "url",
                "http://127.0.0.1:" + FaultyServer.freePort(),
                "query",
                "q")
            .it();
    assertUnknown(refused, "Prometheus cannot be asked: 127.0.0.1:");
    assertThat(refused.message()).contains("refuses connections");
    assertUnknown(
        probe("<html>", "query", "q"), "this is no answer of Prometheus: HTTP 200 with <html>");
    try (FaultyServer server = FaultyServer.hanging()) {
      assertUnknown(
          Probing.of(factory, Probing.BRIEF, "url", server.url(""), "query", "q").it(),
          "does not answer within");
    }
    try (FaultyServer server = FaultyServer.answering(401, "")) {
      assertUnknown(
          Probing.of(factory, Probing.AMPLE, "url", server.url(""), "query", "q").it(),
          "lets nobody in");
    }
  }

  @Test
  void answer_without_measure_is_not_swallowed() throws Exception {
    try (FaultyServer server =
        FaultyServer.dripping("HTTP/1.1 200 OK\r\n\r\n", "[".repeat(9000), 0)) {
      assertUnknown(
          Probing.of(factory, Probing.AMPLE, "url", server.url(""), "query", "q").it(),
          "the answer of Prometheus is larger than");
    }
    assertUnknown(probe("[".repeat(10_000), "query", "q"), "this is no answer of Prometheus");
  }

  @Test
  void each_value_of_a_label_is_a_component_and_stays_one() throws Exception {
    HealthProvider provider;
    try (FaultyServer server = FaultyServer.answering(200, TWO)) {
      provider =
          factory.create(
              "it", Probing.settings("url", server.url(""), "query", "up", "label", "instance"));
      ProbeContext context = Probing.context(Probing.AMPLE);

      assertThat(provider.components(context))
          .extracting(PrometheusProviderTest::id)
          .containsExactly("it:a:1", "it:b:1");
      List<Reading> readings = provider.probe(context);
      assertThat(readings).extracting(Reading::message).containsExactly("0.5", "7");
      assertThat(server.heard()).as("one question for both").hasSize(1);
    }
    List<Reading> later = provider.probe(Probing.context(Probing.AMPLE));
    assertThat(later).hasSize(2).allMatch(r -> r.verdict().equals(new Verdict.Unknown()));
  }

  @Test
  void series_without_the_label_are_judged_too() throws Exception {
    String labelled = "{\"metric\":{\"pod\":\"a\"},\"value\":[1,\"1\"]}";
    String bare = "{\"metric\":{\"job\":\"x\"},\"value\":[1,\"7\"]}";

    Reading reading =
        probe(vector(labelled + "," + bare), "query", "q", "label", "pod", "crit", FEW);

    assertThat(reading.message()).isEqualTo("7");
    assertThat(reading.metrics()).allMatch(metric -> FEW.alertsOn(metric.value()));
  }

  private static String id(Component component) {
    return component.id().value();
  }

  private static void assertUnknown(Reading reading, String message) {
    assertThat(reading.message()).contains(message);
    assertThat(reading.verdict()).isEqualTo(new Verdict.Unknown());
  }

  private static String vector(String result) {
    return "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":["
        + result
        + "]}}";
  }

  private Reading probe(String body, Object... settings) throws Exception {
    try (FaultyServer server = FaultyServer.answering(200, body)) {
      Object[] all = Arrays.copyOf(settings, settings.length + 2);
      all[settings.length] = "url";
      all[settings.length + 1] = server.url("");
      return Probing.of(factory, Probing.AMPLE, all).it();
    }
  }
}
