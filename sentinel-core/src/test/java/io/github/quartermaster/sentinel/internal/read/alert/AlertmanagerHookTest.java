package io.github.quartermaster.sentinel.internal.read.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.model.AlertNotice;
import io.github.quartermaster.sentinel.model.Status;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Alertmanager's webhook sends. */
class AlertmanagerHookTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  private final AlertmanagerHook hook =
      new AlertmanagerHook(new Severities("severity"), Duration.ofHours(5));

  @Test
  void alert_that_fires_has_its_labels_its_text_and_its_beginning() throws IOException {
    HookMessage message =
        understand(
            """
            {"version": "4", "groupKey": "{}", "truncatedAlerts": 0, "status": "firing",
             "receiver": "sentinel", "alerts": [{
               "status": "firing",
               "labels": {"alertname": "InstanceDown", "job": "shop", "severity": "critical"},
               "annotations": {"summary": "shop is down", "description": "longer"},
               "startsAt": "2026-11-25T09:13:22.603+01:00",
               "endsAt": "0001-01-01T00:00:00Z",
               "generatorURL": "http://p/graph", "fingerprint": "ffc16c51e6f1154c"}]}
            """);

    assertThat(message.left()).isZero();
    assertThat(message.notices())
        .containsExactly(
            new AlertNotice(
                "ffc16c51e6f1154c",
                Map.of("alertname", "InstanceDown", "job", "shop", "severity", "critical"),
                Status.CRITICAL,
                "InstanceDown, shop is down",
                Instant.parse("2026-11-25T08:13:22.603Z")));
  }

  @Test
  void alert_that_is_resolved_is_over() throws IOException {
    assertThat(
            understand(
                    "{\"version\": \"4\", \"alerts\": [{\"status\": \"resolved\", \"labels\":"
                        + " {\"alertname\": \"A\", \"severity\": \"critical\"}}]}")
                .notices())
        .extracting(AlertNotice::status)
        .containsExactly(Status.OK);
  }

  @ParameterizedTest
  @CsvSource({
    "critical, CRITICAL",
    "page, CRITICAL",
    "Error, CRITICAL",
    "warning, WARNING",
    "whatever, WARNING",
    "info, OK",
    "none, OK"
  })
  void severity_is_read_from_its_label(String severity, Status status) throws IOException {
    assertThat(understand(message("\"severity\": \"" + severity + "\"", "")).notices())
        .extracting(AlertNotice::status)
        .containsExactly(status);
  }

  @Test
  void alert_without_a_severity_is_a_warning() throws IOException {
    assertThat(understand(message("\"alertname\": \"A\"", "")).notices())
        .extracting(AlertNotice::status)
        .containsExactly(Status.WARNING);
  }

  @Test
  void alert_without_a_fingerprint_is_told_from_others_by_its_labels() throws IOException {
    String one = understand(message("\"a\": \"1\", \"b\": \"2\"", "")).notices().get(0).key();
    String same = understand(message("\"b\": \"2\", \"a\": \"1\"", "")).notices().get(0).key();
    String other = understand(message("\"a\": \"1\", \"b\": \"3\"", "")).notices().get(0).key();

    assertThat(one).isEqualTo(same).isNotEqualTo(other);
  }

  @Test
  void beginning_that_is_no_time_is_that_of_the_message() throws IOException {
    assertThat(
            understand(message("\"a\": \"1\"", ", \"startsAt\": \"soon\""))
                .notices()
                .get(0)
                .since())
        .isEqualTo(NOW);
  }

  @Test
  void alerts_that_were_left_out_are_counted() throws IOException {
    assertThat(understand("{\"version\": \"4\", \"truncatedAlerts\": 7, \"alerts\": []}").left())
        .isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "no JSON",
        "{\"version\": \"5\", \"alerts\": []}",
        "{\"version\": \"4\", \"alerts\": [{}]}",
        "{\"version\": \"4\", \"alerts\": [{\"labels\": {}}]}",
        "{\"version\": \"4\", \"alerts\": [1]}",
        "{\"version\": \"4\", \"version\": \"4\"}"
      })
  void anything_else_is_refused(String body) {
    assertThatThrownBy(() -> understand(body)).isInstanceOf(IOException.class);
  }

  @Property(tries = 500)
  void any_bytes_are_read_or_refused(@ForAll byte[] bytes) {
    assertThatCode(
            () -> {
              try {
                hook.understand(bytes, NOW);
              } catch (IOException refused) {
                // as it should be
              }
            })
        .doesNotThrowAnyException();
  }

  private HookMessage understand(String body) throws IOException {
    return hook.understand(body.getBytes(UTF_8), NOW);
  }

  private static String message(String labels, String more) {
    return "{\"version\": \"4\", \"alerts\": [{\"status\": \"firing\", \"labels\": {"
        + labels
        + "}"
        + more
        + "}]}";
  }
}
