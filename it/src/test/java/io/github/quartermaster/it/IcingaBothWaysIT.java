package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.CheckRequest;
import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.Sentinel;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a real Icinga knows reaches Sentinel, and what Sentinel finds reaches Icinga. */
class IcingaBothWaysIT {
  private static final String HTTP =
      """
      object Service "http" {
        host_name = "web1"
        check_command = "dummy"
        vars.dummy_state = 2
        vars.dummy_text = "refused"
        check_interval = 1s
        retry_interval = 1s
        max_check_attempts = 1
      }
      """;

  @Test
  void problem_of_icinga_raises_the_score_and_the_verdict_arrives_by_the_documented_user()
      throws Exception {
    Skipped.unless(
        Icinga.isInstalled(),
        "alerts of Icinga 2 and results for it",
        "there is no icinga2 to run, or no openssl");
    Path folder = Place.work("icinga");
    String documented =
        Files.readString(Place.examples().resolve("monitoring/icinga2/sentinel.conf"));
    // a second service whose check is how this test sees what arrived
    try (Icinga icinga = Icinga.start(folder, HTTP + documented + READER)) {
      Path config =
          Files.writeString(
              folder.resolve("sentinel.yaml"),
              """
              sentinel: 1
              checks: { shop: { type: file-age, path: %1$s } }
              sources:
                icinga:
                  type: icinga2
                  url: %2$s
                  trust: %3$s
                  user: sentinel
                  password: change me
                  map: { match: { host: web1, service: http }, component: shop }
              outputs:
                icinga:
                  type: icinga2
                  url: %2$s
                  trust: %3$s
                  user: sentinel
                  password: change me
                  host: web1
              """
                  .formatted(folder.resolve("icinga2.conf"), icinga.url(), icinga.authority()));
      try (Sentinel sentinel = Sentinel.builder().config(config).build()) {
        CheckResult heard =
            Waiting.until(
                "the problem is heard",
                () ->
                    java.util.Optional.of(sentinel.check(CheckRequest.ALL))
                        .filter(result -> shop(result).status() == Status.CRITICAL));

        assertThat(shop(heard).message()).startsWith("icinga says CRITICAL, refused, since ");
        assertThat(sentinel.tell(heard).problems()).isEmpty();
      }
      assertThat(echoed(icinga))
          .contains("SENTINEL CRITICAL - shop is critical")
          .contains("\"score=3162;316;3162;0;10000\"")
          .contains("\"ttl\":300");
    }
  }

  private static final String READER =
      """
      object ApiUser "reader" {
        password = "reader"
        permissions = [ "objects/query/Service" ]
      }
      """;

  private static String echoed(Icinga icinga) {
    Command.Outcome outcome =
        Command.of(
                "curl",
                "--silent",
                "--cacert",
                icinga.authority().toString(),
                "--user",
                "reader:reader",
                icinga.url() + "/v1/objects/services/web1!sentinel?attrs=last_check_result")
            .run(java.time.Duration.ofMinutes(1));
    return outcome.output();
  }

  private static ComponentHealth shop(CheckResult result) {
    return result.component(new ComponentId("shop")).orElseThrow();
  }
}
