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

/** What an event handler of Nagios sends. */
class NagiosHookTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  private final NagiosHook hook =
      new NagiosHook(new ProblemFilter(true, true, true), Duration.ofDays(1));

  @Test
  void confirmed_problem_of_a_service_is_an_alert() throws IOException {
    assertThat(
            understand(
                    "host=web1&service=Postgre+SQL&state=CRITICAL&type=HARD&attempt=3"
                        + "&output=connection%20refused%0Aby+127.0.0.1")
                .notices())
        .containsExactly(
            new AlertNotice(
                "web1;Postgre SQL",
                Map.of("host", "web1", "service", "Postgre SQL"),
                Status.CRITICAL,
                "connection refused by 127.0.0.1",
                NOW));
  }

  @ParameterizedTest
  @CsvSource({
    "OK, OK",
    "UP, OK",
    "WARNING, WARNING",
    "CRITICAL, CRITICAL",
    "DOWN, CRITICAL",
    "UNKNOWN, UNKNOWN",
    "UNREACHABLE, UNKNOWN"
  })
  void states_of_hosts_and_services_are_known(String state, Status status) throws IOException {
    assertThat(understand("host=a&service=&type=HARD&state=" + state).notices())
        .extracting(AlertNotice::status)
        .containsExactly(status);
  }

  @Test
  void problem_that_is_not_confirmed_says_nothing_and_a_recovery_always_does() throws IOException {
    assertThat(understand("host=a&state=CRITICAL&type=SOFT").notices()).isEmpty();
    assertThat(understand("host=a&state=OK&type=SOFT").notices()).hasSize(1);
  }

  @Test
  void problem_that_is_not_confirmed_counts_where_that_is_asked_for() throws IOException {
    NagiosHook any = new NagiosHook(new ProblemFilter(false, true, true), Duration.ofDays(1));

    assertThat(any.understand("host=a&state=CRITICAL&type=SOFT".getBytes(UTF_8), NOW).notices())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "host=", "host=a", "host=a&state=GREEN", "host=%zz&state=OK", "{}"})
  void anything_else_is_refused(String body) {
    assertThatThrownBy(() -> understand(body))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("this is no message of sentinel-notify");
  }

  @Property(tries = 500)
  void any_text_is_read_or_refused(@ForAll String text) {
    assertThatCode(
            () -> {
              try {
                understand("host=a&state=OK&" + text);
              } catch (IOException refused) {
                // as it should be
              }
            })
        .doesNotThrowAnyException();
  }

  private HookMessage understand(String body) throws IOException {
    return hook.understand(body.getBytes(UTF_8), NOW);
  }
}
