package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.CheckRequest;
import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.Sentinel;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.Gate;
import io.github.quartermaster.sentinel.model.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a real Prometheus knows, as checks of Sentinel. */
class PrometheusIT {

  @Test
  void values_of_a_prometheus_are_judged_and_what_it_cannot_tell_is_unknown() throws IOException {
    Skipped.unless(
        Prometheus.isInstalled(),
        "values of Prometheus as checks",
        "there is no prometheus to run");
    Path folder = Place.work("prometheus");
    try (Prometheus prometheus = Prometheus.start(folder);
        Sentinel sentinel = Sentinel.builder().config(config(folder, prometheus)).build()) {
      // until it has been started, and has scraped itself
      CheckRequest until =
          new CheckRequest(
              Set.of("targets"), Gate.DEFAULT, Duration.ofMinutes(1), Duration.ofMillis(200));
      assertThat(health(sentinel.check(until)).get("targets").status()).isEqualTo(Status.OK);

      Map<String, ComponentHealth> health = health(sentinel.check(CheckRequest.ALL));

      assertThat(health.get("instances:" + prometheus.instance()))
          .satisfies(one -> assertThat(one.status()).isEqualTo(Status.OK))
          .satisfies(one -> assertThat(one.message()).isEqualTo("1"));
      assertThat(health.get("too-many").status()).isEqualTo(Status.CRITICAL);
      assertThat(health.get("forty-two").message()).isEqualTo("42 things");
      assertThat(health.get("nothing").status()).isEqualTo(Status.UNKNOWN);
      assertThat(health.get("nothing").message()).startsWith("no data");
      assertThat(health.get("no-number").message()).startsWith("no number");
      assertThat(health.get("broken").status()).isEqualTo(Status.UNKNOWN);
      assertThat(health.get("broken").message())
          .startsWith("Prometheus refuses the query:")
          .contains("parse error");
      assertThat(health.get("range").message()).contains("a matrix");
    }
  }

  private static Path config(Path folder, Prometheus prometheus) throws IOException {
    return Files.writeString(
        folder.resolve("sentinel.yaml"),
        """
        sentinel: 1
        checks:
          targets: {type: prometheus, url: "$", query: count(up == 1), crit: "1:"}
          instances: {type: prometheus, url: "$", query: up, label: instance, crit: "1:"}
          too-many: {type: prometheus, url: "$", query: count(up), warn: 0.2, crit: 0.5}
          forty-two: {type: prometheus, url: "$", query: "42", unit: things}
          nothing: {type: prometheus, url: "$", query: no_such_metric}
          no-number: {type: prometheus, url: "$", query: vector(0) / vector(0)}
          broken: {type: prometheus, url: "$", query: sum(}
          range: {type: prometheus, url: "$", query: "up[1m]"}
        """
            .replace("$", prometheus.url()));
  }

  private static Map<String, ComponentHealth> health(CheckResult result) {
    return result.components().stream()
        .collect(Collectors.toMap(each -> each.id().value(), Function.identity()));
  }
}
