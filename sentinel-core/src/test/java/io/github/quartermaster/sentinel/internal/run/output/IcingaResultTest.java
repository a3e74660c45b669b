package io.github.quartermaster.sentinel.internal.run.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.quartermaster.sentinel.internal.http.StubServer;
import io.github.quartermaster.sentinel.model.ResultOutput;
import io.github.quartermaster.sentinel.model.Secret;
import io.github.quartermaster.sentinel.model.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Results for a passive service of Icinga. */
@Timeout(60)
class IcingaResultTest {
  @Test
  void result_has_text_performance_data_and_an_end() throws Exception {
    try (StubServer server = StubServer.answering("{\"results\": []}")) {
      output(server).tell(TestBulletins.critical(), TestBulletins.ample());

      StubServer.Heard heard = server.heard().get(0);
      assertThat(heard.path()).isEqualTo("/v1/actions/process-check-result");
      assertThat(heard.authorization()).isEqualTo("Basic c2VudGluZWw6aGlkZGVu");
      assertThat(heard.accept()).isEqualTo("application/json");
      JsonNode json = new ObjectMapper().readTree(heard.body());
      assertThat(json)
          .isEqualTo(
              new ObjectMapper()
                  .readTree(
                      """
                      {"type": "Service", "service": "web1!sentinel", "exit_status": 2,
                       "plugin_output": "SENTINEL CRITICAL - disk:/var is critical\\n1. disk:/var, share 56 %\\n   largest folder: C:\\\\logs",
                       "performance_data": ["score=3802;316;3162;0;10000", "'a b'=1"],
                       "check_source": "web1", "ttl": 300}
                      """));
    }
  }

  @Test
  void refusal_is_told_without_the_password() {
    try (StubServer server =
        StubServer.answering("").andNow(404, "{\"status\": \"No objects found.\"}")) {
      ResultOutput output = output(server);

      assertThatThrownBy(() -> output.tell(TestBulletins.critical(), TestBulletins.ample()))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "Icinga refuses what it is told: HTTP 404 with {\"status\": \"No objects found.\"}")
          .hasMessageNotContaining("hidden");
    }
  }

  private static ResultOutput output(StubServer server) {
    return new IcingaResultFactory()
        .create(
            Settings.of(
                Map.of(
                    "url",
                    server.url(),
                    "user",
                    "sentinel",
                    "password",
                    new Secret("hidden"),
                    "service",
                    "sentinel",
                    "valid-for",
                    Duration.ofMinutes(5))));
  }
}
