package io.github.quartermaster.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.internal.http.StubServer;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.HookOutcome;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Sample;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Other monitors, as a whole. */
@Timeout(60)
class MonitorsTest {
  private static final String FIRING =
      "[{\"labels\": {\"job\": \"shop\", \"severity\": \"critical\"}, \"status\": {\"state\":"
          + " \"active\"}}]";

  @TempDir private Path folder;

  @Test
  void alert_of_another_monitor_raises_the_score_of_its_component() throws IOException {
    try (StubServer alertmanager = StubServer.answering(FIRING);
        Sentinel sentinel = sentinel(alertmanager, "shop")) {
      CheckResult result = sentinel.check(CheckRequest.ALL);

      ComponentHealth shop = result.component(new ComponentId("shop")).orElseThrow();
      assertThat(shop.status()).isEqualTo(Status.CRITICAL);
      assertThat(shop.score()).isEqualTo(Score.CRITICAL);
      assertThat(shop.samples()).extracting(Sample::outside).containsExactly(false, true);
      assertThat(result.gateResult().stops()).isTrue();
      assertThat(result.diagnosis().causes().get(0).component().value()).isEqualTo("shop");
    }
  }

  @Test
  void alert_that_is_over_holds_no_longer() throws IOException {
    try (StubServer alertmanager = StubServer.answering(FIRING);
        Sentinel sentinel = sentinel(alertmanager, "shop")) {
      sentinel.check(CheckRequest.ALL);

      alertmanager.andNow(200, "[]");

      assertThat(sentinel.check(CheckRequest.ALL).gateResult().stops()).isFalse();
    }
  }

  @Test
  void monitor_that_is_silent_and_mapping_that_leads_nowhere_are_problems_and_fail_nothing()
      throws IOException {
    try (StubServer alertmanager = StubServer.answering("").andNow(503, "");
        Sentinel sentinel = sentinel(alertmanager, "dns:nobody")) {
      CheckResult result = sentinel.check(CheckRequest.ALL);

      assertThat(result.gateResult().stops()).isFalse();
      assertThat(result.problems())
          .extracting(Problem::code)
          .containsExactly(ProblemCode.SOURCE_UNAVAILABLE, ProblemCode.CONFIG_INVALID);
    }
  }

  @Test
  void who_could_not_be_told_is_among_the_problems() throws IOException {
    Path config =
        config(
            """
            outputs: { nagios: { type: nagios-spool, folder: %s } }
            """
                .formatted(folder.resolve("none")));
    try (Sentinel sentinel = builder(config).build()) {
      CheckResult result = sentinel.tell(sentinel.check(CheckRequest.ALL));

      assertThat(result.problems())
          .extracting(Problem::code)
          .containsExactly(ProblemCode.OUTPUT_FAILED);
    }
  }

  @Test
  void watching_looks_at_once_when_another_monitor_sends_news() throws Exception {
    Path config =
        config(
            """
            sources:
              alertmanager:
                type: alertmanager-webhook
                map: { match: { job: shop }, component: shop }
            """);
    AtomicInteger probes = new AtomicInteger();
    BlockingQueue<WatchEvent> events = new LinkedBlockingQueue<>();
    try (Sentinel sentinel =
        Sentinel.builder()
            .config(config)
            .provider(
                "shop",
                context -> {
                  probes.incrementAndGet();
                  return Reading.of("shop");
                })
            .build()) {
      Watch watch = sentinel.watch(Optional.empty(), events::add, null);
      Thread thread = new Thread(watch::run, "watch-under-test");
      thread.start();
      try {
        await(events, Status.OK);
        int before = probes.get();

        HookOutcome outcome =
            watch.accept(
                "alertmanager",
                "{\"version\":\"4\",\"alerts\":[{\"labels\":{\"job\":\"shop\",\"severity\":\"page\"}}]}"
                    .getBytes(StandardCharsets.UTF_8));

        assertThat(outcome).isEqualTo(new HookOutcome.Taken(true));
        await(events, Status.CRITICAL);
        assertThat(probes.get()).as("it looked for itself").isGreaterThan(before);
      } finally {
        watch.stop();
        thread.join();
      }
    }
  }

  @Test
  void watching_tells_others_beside_its_work() throws Exception {
    try (StubServer alertmanager = StubServer.answering("");
        Sentinel sentinel =
            Sentinel.builder()
                .config(
                    config(
                        "outputs: { people: { type: alertmanager, url: \"%s\" } }\n"
                            .formatted(alertmanager.url())))
                .provider("shop", context -> Reading.down(new ComponentId("shop"), "HTTP 500"))
                .build()) {
      CountDownLatch judged = new CountDownLatch(1);
      Watch watch =
          sentinel.watch(
              Optional.empty(),
              event -> {
                if (event instanceof WatchEvent.Judged) {
                  judged.countDown();
                }
              },
              null);
      Thread thread = new Thread(watch::run, "watch-under-test");
      thread.start();
      try {
        assertThat(judged.await(30, TimeUnit.SECONDS)).isTrue();
        while (alertmanager.heard().isEmpty()) {
          Thread.onSpinWait();
        }

        assertThat(alertmanager.heard().get(0).body())
            .contains("\"alertname\":\"SentinelCause\"", "\"cause\":\"shop\"");
      } finally {
        watch.stop();
        thread.join();
      }
    }
  }

  private static void await(BlockingQueue<WatchEvent> events, Status status)
      throws InterruptedException {
    WatchEvent event;
    do {
      event = events.poll(30, TimeUnit.SECONDS);
      assertThat(event).as("a judgement " + status).isNotNull();
    } while (!(event instanceof WatchEvent.Judged judged)
        || judged.report().check().diagnosis().status() != status);
  }

  private Sentinel sentinel(StubServer alertmanager, String component) throws IOException {
    return builder(
            config(
                """
                sources:
                  alertmanager:
                    type: alertmanager
                    url: "%s"
                    timeout: 30s
                    map: { match: { job: shop }, component: "%s" }
                """
                    .formatted(alertmanager.url(), component)))
        .build();
  }

  private static SentinelBuilder builder(Path config) {
    return Sentinel.builder().config(config).provider("shop", context -> Reading.of("shop"));
  }

  /** The checks come from the program; a file has one at least. */
  private Path config(String sections) throws IOException {
    Path file = folder.resolve("sentinel.yaml");
    Path fresh = Files.writeString(folder.resolve("fresh"), "");
    return Files.writeString(
        file,
        "sentinel: 1\nchecks: { fresh: { type: file-age, path: %s, max-age: 9d } }\n"
                .formatted(fresh)
            + sections);
  }
}
