package io.github.quartermaster.sentinel.internal.read.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.Layer;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a repository says of itself, and what is made of it. */
@Timeout(60)
class AlfrescoProviderTest {
  private static final String READY =
      "/alfresco/api/-default-/public/alfresco/versions/1/probes/-ready-";
  private static final String LIVE =
      "/alfresco/api/-default-/public/alfresco/versions/1/probes/-live-";
  private static final String FINE =
      FaultyServer.page(200, "{\"entry\":{\"message\":\"Success\"}}");
  private static final String UNAVAILABLE =
      FaultyServer.page(503, "{\"error\":{\"briefSummary\":\"busy\"}}");

  @Test
  void ready_repository_is_healthy() throws Exception {
    Reading reading = probe(Map.of(READY, FINE));

    assertThat(reading.verdict()).isEqualTo(new Verdict.Measured());
    assertThat(reading.message()).startsWith("HTTP 200");
    assertThat(reading.evidence()).isEmpty();
  }

  @Test
  void repository_that_is_alive_and_not_ready_may_become_so() throws Exception {
    Reading reading = probe(Map.of(READY, UNAVAILABLE, LIVE, FINE));

    assertThat(Probing.score(reading)).isEqualTo(10_000);
    assertThat(reading.layer()).isEqualTo(Layer.APPLICATION);
    assertThat(reading.message()).startsWith("alive, but not ready to serve (HTTP 503)");
    assertThat(Probing.evidence(reading)).contains("busy");
  }

  @Test
  void repository_that_is_not_alive_has_to_be_started_anew() throws Exception {
    Reading reading = probe(Map.of(READY, UNAVAILABLE, LIVE, UNAVAILABLE));

    assertThat(Probing.score(reading)).isEqualTo(10_000);
    assertThat(reading.message()).startsWith("neither ready (HTTP 503) nor alive (HTTP 503)");
  }

  @Test
  void repository_that_is_not_deployed_is_down() throws Exception {
    Reading reading = probe(Map.of());

    assertThat(Probing.score(reading)).isEqualTo(10_000);
    assertThat(reading.message()).startsWith("there are no probes at").contains("not deployed");
  }

  @Test
  void refused_port_is_no_fault_of_the_repository() throws Exception {
    int port = FaultyServer.freePort();
    Probing probing =
        Probing.of(
            new AlfrescoProviderFactory(),
            Probing.AMPLE,
            "url",
            "http://127.0.0.1:" + port + "/alfresco/");

    assertThat(probing.it().layer()).isEqualTo(Layer.TRANSPORT);
    assertThat(probing.of("tcp:127.0.0.1:" + port).layer()).isEqualTo(Layer.TRANSPORT);
  }

  private static Reading probe(Map<String, String> answers) throws Exception {
    try (FaultyServer server = FaultyServer.answering(answers)) {
      return Probing.of(
              new AlfrescoProviderFactory(), Probing.AMPLE, "url", server.url("/alfresco/"))
          .it();
    }
  }
}
