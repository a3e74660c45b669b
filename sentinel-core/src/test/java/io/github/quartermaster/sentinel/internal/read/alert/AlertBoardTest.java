package io.github.quartermaster.sentinel.internal.read.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.internal.http.StubServer;
import io.github.quartermaster.sentinel.model.AlertMapping;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.ExternalAlert;
import io.github.quartermaster.sentinel.model.HookOutcome;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.Settings;
import io.github.quartermaster.sentinel.model.SourceSpec;
import io.github.quartermaster.sentinel.model.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds of what other monitors said, and when it is over. */
@Timeout(60)
class AlertBoardTest {
  private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");
  private static final String HOOK = "alertmanager";

  private final SetClock clock = new SetClock();
  private final AlertBoard board = board(hookSpec());

  @Test
  void alert_that_was_sent_holds_until_it_is_resolved() {
    assertThat(send(firing("a", "shop", "T1"))).isEqualTo(new HookOutcome.Taken(true));
    assertThat(board.heard().alerts())
        .extracting(ExternalAlert::component, ExternalAlert::status, ExternalAlert::source)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                new ComponentId("shop"), Status.CRITICAL, "alertmanager"));

    assertThat(send(resolved("a", "shop", "T1"))).isEqualTo(new HookOutcome.Taken(true));
    assertThat(board.heard().alerts()).isEmpty();
  }

  @Test
  void alert_that_is_sent_again_is_no_news() {
    send(firing("a", "shop", "T1"));

    assertThat(send(firing("a", "shop", "T1"))).isEqualTo(new HookOutcome.Taken(false));
    assertThat(board.heard().alerts()).hasSize(1);
  }

  @Test
  void alert_that_began_anew_is_news() {
    send(firing("a", "shop", "T1"));

    assertThat(send(firing("a", "shop", "T2"))).isEqualTo(new HookOutcome.Taken(true));
  }

  @Test
  void end_of_an_earlier_alert_does_not_end_the_one_that_fires_now() {
    send(firing("a", "shop", "T2"));

    assertThat(send(resolved("a", "shop", "T1"))).isEqualTo(new HookOutcome.Taken(false));
    assertThat(board.heard().alerts()).hasSize(1);
  }

  @Test
  void end_counts_also_where_another_reporter_saw_the_alert_begin_earlier() {
    send(firing("a", "shop", "T2"));

    String end = alert("resolved", "a", "\"job\":\"shop\"", "T2");
    String earlier = end.replace("\"startsAt\":\"2026-", "\"startsAt\":\"2025-");
    assertThat(send(message(earlier))).isEqualTo(new HookOutcome.Taken(true));
    assertThat(board.heard().alerts()).isEmpty();
  }

  @Test
  void alert_about_nothing_that_is_mapped_is_dropped() {
    assertThat(send(firing("a", "elsewhere", "T1"))).isEqualTo(new HookOutcome.Taken(false));
    assertThat(board.heard().alerts()).isEmpty();
  }

  @Test
  void what_sentinel_told_others_does_not_come_back_to_it() {
    board.accept(
        HOOK,
        message(alert("firing", "1", "\"job\":\"shop\",\"alertname\":\"SentinelCause\"", "T1")));

    assertThat(board.heard().alerts()).isEmpty();

    AlertBoard nagios =
        board(
            spec(
                "nagios-hook",
                Settings.of(Map.of("only", "hard", "forget-after", Duration.ofDays(1))),
                List.of(mapping("shop", "host", "web1"))));
    String state = "host=web1&state=CRITICAL&type=HARD&";
    nagios.accept(
        HOOK, (state + "service=sentinel&output=SENTINEL+CRITICAL+-+shop").getBytes(UTF_8));
    nagios.accept(HOOK, (state + "service=http&output=refused").getBytes(UTF_8));

    assertThat(nagios.heard().alerts())
        .extracting(ExternalAlert::message)
        .containsExactly("refused");
  }

  @Test
  void first_mapping_that_fits_says_whom_an_alert_is_about() {
    AlertBoard two =
        board(
            spec(
                "alertmanager-webhook",
                Settings.of(Map.of("forget-after", Duration.ofHours(5))),
                List.of(
                    mapping("disk:/var", "job", "x", "mount", "/var"),
                    mapping("shop", "job", "x"))));

    two.accept(HOOK, message(alert("firing", "1", "\"job\":\"x\",\"mount\":\"/var\"", "T1")));
    two.accept(HOOK, message(alert("firing", "2", "\"job\":\"x\"", "T1")));

    assertThat(two.heard().alerts())
        .extracting(each -> each.component().value())
        .containsExactly("disk:/var", "shop");
  }

  @Test
  void alert_of_which_nothing_more_is_heard_is_forgotten() {
    send(firing("a", "shop", "T1"));
    clock.pass(Duration.ofHours(5));

    assertThat(board.heard().alerts()).hasSize(1);

    clock.pass(Duration.ofSeconds(1));

    assertThat(board.heard().alerts()).isEmpty();
  }

  @Test
  void alert_that_is_sent_again_is_remembered_for_longer() {
    send(firing("a", "shop", "T1"));
    clock.pass(Duration.ofHours(4));
    send(firing("a", "shop", "T1"));
    clock.pass(Duration.ofHours(4));

    assertThat(board.heard().alerts()).hasSize(1);
  }

  @Test
  void flood_is_bounded() {
    List<String> alerts = new ArrayList<>();
    for (int i = 0; i < AlertBoard.MOST_ALERTS; i++) {
      alerts.add(alert("firing", "f" + i, "\"job\":\"shop\"", "T1"));
      if (alerts.size() == 1000) {
        assertThat(board.accept(HOOK, message(alerts.toArray(new String[0]))))
            .isEqualTo(new HookOutcome.Taken(true));
        alerts.clear();
      }
    }

    assertThat(send(firing("one-more", "shop", "T1")))
        .isEqualTo(new HookOutcome.Refused("there are more than 10000 alerts already"));
    assertThat(board.heard().alerts()).hasSize(AlertBoard.MOST_ALERTS);
    assertThat(send(resolved("f7", "shop", "T1"))).isEqualTo(new HookOutcome.Taken(true));
  }

  @Test
  void alert_as_large_as_a_whole_message_is_not_kept() {
    byte[] large =
        message(alert("firing", "a", "\"job\":\"shop\",\"x\":\"" + "x".repeat(9000) + "\"", "T1"));

    assertThat(send(large))
        .isEqualTo(
            new HookOutcome.Refused("an alert has more than 8000 characters of names and labels"));
    assertThat(board.heard().alerts()).isEmpty();
  }

  @Test
  void huge_message_is_not_even_read() {
    assertThat(board.accept(HOOK, new byte[AlertBoard.MOST_BYTES + 1]))
        .isEqualTo(new HookOutcome.TooLarge(AlertBoard.MOST_BYTES));
  }

  @Test
  void message_for_nobody_and_nonsense_are_refused() {
    assertThat(board.accept("other", new byte[0])).isEqualTo(new HookOutcome.NoSuchHook());
    assertThat(board.accept(HOOK, "nonsense".getBytes(UTF_8)))
        .isInstanceOf(HookOutcome.Refused.class);
    assertThat(board.hooks()).containsExactly(HOOK);
  }

  @Test
  void alerts_that_were_left_out_of_a_message_are_a_problem() {
    board.accept(HOOK, "{\"version\":\"4\",\"truncatedAlerts\":3,\"alerts\":[]}".getBytes(UTF_8));

    assertThat(board.heard().problems())
        .extracting(Problem::message)
        .containsExactly(
            "tried to take all alerts of the source alertmanager; it left 3 out of its last message");
  }

  @Test
  void what_a_source_said_does_not_hold_once_it_cannot_be_asked() {
    try (StubServer server =
        StubServer.answering(
            "[{\"labels\": {\"job\": \"shop\", \"severity\": \"critical\"},"
                + " \"status\": {\"state\": \"active\"}}]")) {
      AlertBoard asking =
          board(
              spec(
                  "alertmanager",
                  Settings.of(Map.of("url", server.url())),
                  List.of(mapping("shop", "job", "shop"))));
      assertThat(asking.ask()).isTrue();
      assertThat(asking.ask()).as("the same is no news").isFalse();
      assertThat(asking.heard().alerts()).hasSize(1);

      server.andNow(500, "out of order");
      assertThat(asking.ask()).isTrue();
      Heard heard = asking.heard();

      assertThat(heard.alerts()).isEmpty();
      assertThat(heard.problems())
          .extracting(Problem::code, Problem::isError, Problem::message)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(
                  ProblemCode.SOURCE_UNAVAILABLE,
                  false,
                  "tried to ask the source alertmanager (alertmanager) for alerts; Alertmanager"
                      + " refuses to tell: HTTP 500 with out of order"));
    }
  }

  @Test
  void source_that_hangs_holds_nobody_up_beyond_its_time() {
    try (StubServer server = StubServer.answering("").silent()) {
      AlertBoard asking =
          board(
              spec(
                  "alertmanager",
                  Settings.of(Map.of("url", server.url(), "timeout", Duration.ofMillis(100))),
                  List.of(mapping("shop", "job", "shop"))));

      asking.ask();

      assertThat(asking.heard().problems()).hasSize(1);
    }
  }

  @Test
  void what_was_sent_is_not_lost_when_the_configuration_changes() {
    send(firing("a", "shop", "T1"));
    send(firing("b", "shop", "T1"));
    AlertBoard changed =
        board(
            spec(
                "alertmanager-webhook",
                Settings.of(Map.of("forget-after", Duration.ofHours(5))),
                List.of(mapping("web", "job", "shop"))));
    changed.accept(HOOK, resolved("b", "shop", "T1"));

    changed.takeOver(board);

    assertThat(changed.heard().alerts())
        .extracting(each -> each.key() + " " + each.component())
        .containsExactly("a web", "b web");
  }

  @Test
  void several_may_send_at_once() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<HookOutcome>> sent = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        byte[] message = firing("f" + i, "shop", "T1");
        sent.add(threads.submit(() -> board.accept(HOOK, message)));
      }
      for (Future<HookOutcome> each : sent) {
        assertThat(each.get()).isEqualTo(new HookOutcome.Taken(true));
      }
      assertThat(board.heard().alerts()).hasSize(200);
    } finally {
      threads.shutdownNow();
    }
  }

  private HookOutcome send(byte[] message) {
    return board.accept(HOOK, message);
  }

  private AlertBoard board(SourceSpec spec) {
    return new AlertBoard(List.of(spec), clock);
  }

  private static SourceSpec hookSpec() {
    return spec(
        "alertmanager-webhook",
        Settings.of(Map.of("forget-after", Duration.ofHours(5))),
        List.of(mapping("shop", "job", "shop")));
  }

  private static SourceSpec spec(String type, Settings settings, List<AlertMapping> mappings) {
    return new SourceSpec(HOOK, type, settings, mappings);
  }

  private static AlertMapping mapping(String component, String... labels) {
    Map<String, String> match = new java.util.HashMap<>();
    for (int i = 0; i < labels.length; i += 2) {
      match.put(labels[i], labels[i + 1]);
    }
    return new AlertMapping(match, new ComponentId(component));
  }

  private static byte[] firing(String key, String job, String since) {
    return message(alert("firing", key, "\"job\":\"" + job + "\"", since));
  }

  private static byte[] resolved(String key, String job, String since) {
    return message(alert("resolved", key, "\"job\":\"" + job + "\"", since));
  }

  private static String alert(String status, String key, String labels, String since) {
    Instant began = since.equals("T1") ? START.minusSeconds(60) : START;
    return "{\"status\":\"%s\",\"fingerprint\":\"%s\",\"labels\":{\"severity\":\"critical\",%s},\"startsAt\":\"%s\",\"endsAt\":\"%s\"}"
        .formatted(status, key, labels, began, began.plusSeconds(30));
  }

  private static byte[] message(String... alerts) {
    return ("{\"version\":\"4\",\"alerts\":[" + String.join(",", alerts) + "]}").getBytes(UTF_8);
  }

  /** A clock that stands still until it is told to go on. */
  private static final class SetClock extends Clock {
    private Instant now = START;

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
