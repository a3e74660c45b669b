package io.github.quartermaster.sentinel.internal.run.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.internal.http.StubServer;
import io.github.quartermaster.sentinel.model.Action;
import io.github.quartermaster.sentinel.model.ActionOutcome;
import io.github.quartermaster.sentinel.model.ActionPreview;
import io.github.quartermaster.sentinel.model.Secret;
import io.github.quartermaster.sentinel.model.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real server on the loopback. */
@Timeout(120)
class HttpCallTest {
  @Test
  void request_is_sent_as_it_is_set_and_shown_without_its_secrets() throws Exception {
    try (StubServer server = StubServer.answering("done")) {
      Action action =
          action(
              Map.of(
                  "url",
                  server.url() + "/pool/drain?key=hunter2",
                  "method",
                  "PUT",
                  "headers",
                  Map.of("Authorization", new Secret("Bearer hunter3")),
                  "body",
                  new Secret("{\"server\": \"hunter4\"}")));
      String what = "PUT to " + server.url() + "/pool/drain";

      assertThat(action.preview(Contexts.plenty()))
          .isEqualTo(ActionPreview.of("would send " + what));
      assertThat(server.heard()).isEmpty();
      assertThat(action.run(Contexts.plenty()))
          .isEqualTo(
              new ActionOutcome.Done(
                  "sent " + what + ": " + server.url().substring(7) + " answers HTTP 200"));
      assertThat(server.heard())
          .containsExactly(
              new StubServer.Heard(
                  "PUT",
                  "/pool/drain?key=hunter2",
                  "Bearer hunter3",
                  "application/json",
                  "{\"server\": \"hunter4\"}"));
    }
  }

  @Test
  void status_that_was_not_expected_is_a_failure_with_what_the_server_says() throws Exception {
    try (StubServer server = StubServer.answering("").andNow(409, "busy\nmore")) {
      assertThat(action(Map.of("url", server.url())).run(Contexts.plenty()).message())
          .endsWith("answers HTTP 409: busy");
      assertThat(
              action(Map.of("url", server.url(), "status", List.of(409L))).run(Contexts.plenty()))
          .isInstanceOf(ActionOutcome.Done.class);
    }
  }

  @Test
  void redirection_is_not_followed() throws Exception {
    try (StubServer server = StubServer.answering("").andNow(307, "")) {
      assertThat(action(Map.of("url", server.url())).run(Contexts.plenty()))
          .isInstanceOf(ActionOutcome.Failed.class);
      assertThat(server.heard()).hasSize(1);
    }
  }

  @Test
  void server_that_hangs_is_given_up_before_the_deadline() {
    try (StubServer server = StubServer.answering("").silent()) {
      Action action = action(Map.of("url", server.url()));

      assertThatThrownBy(() -> action.run(Contexts.in(Duration.ofSeconds(3))))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("gives no whole answer within");
    }
  }

  @Test
  void nobody_there_is_said_with_the_server_but_not_with_the_query() {
    assertThatThrownBy(
            () -> action(Map.of("url", "http://127.0.0.1:1/x?hunter2")).run(Contexts.plenty()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("127.0.0.1:1 refuses connections")
        .hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://x/", "x", "http:///x", "file:///etc/passwd", "http://u:p@x/"})
  void what_is_no_address_of_a_web_server_is_refused(String url) {
    assertThatThrownBy(() -> action(Map.of("url", url)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void body_of_a_request_that_has_none_is_refused() {
    assertThatThrownBy(
            () -> action(Map.of("url", "http://x/", "method", "GET", "body", new Secret("x"))))
        .hasMessage("a request with GET has no body");
  }

  private static Action action(Map<String, Object> settings) {
    return new HttpCallFactory().create(Settings.of(settings));
  }
}
