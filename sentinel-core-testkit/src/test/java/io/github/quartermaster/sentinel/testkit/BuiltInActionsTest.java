package io.github.quartermaster.sentinel.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.internal.run.action.BuiltInActions;
import io.github.quartermaster.sentinel.model.ActionFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The actions that Sentinel brings keep the contract that it holds others to. */
class BuiltInActionsTest {
  // what cannot be found as a service is not meant to be
  private static final String NO_SERVICE = "cannot be found as a service";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          service.restart | {unit: no-such-service}
          exec            | {command: ["true"]}
          exec            | {command: [sleep, "100"], only-if: ["true"]}
          http.call       | {url: "http://localhost:1/"}
          notify          | {exec: ["true"]}
          notify          | {exec: ["true"], webhook: "http://localhost:1/", mail: root, sendmail: /bin/true}
          """)
  void action_keeps_the_contract(String type, String settings) {
    assertThat(violations(type, settings)).isEmpty();
  }

  @Test
  void disk_clean_keeps_the_contract() throws Exception {
    Path file = Files.writeString(folder.resolve("a.log"), "x");

    assertThat(violations("disk.clean", "{root: " + folder + ", glob: '*.log', older-than: 1000d}"))
        .isEmpty();
    assertThat(file).exists();
  }

  private static List<String> violations(String type, String settings) {
    ActionFactory factory =
        BuiltInActions.all().stream()
            .filter(each -> each.type().equals(type))
            .findFirst()
            .orElseThrow();
    return ActionContract.of(factory)
        .settings(settings)
        .times(Duration.ofSeconds(10), Duration.ofSeconds(20))
        .running()
        .violations()
        .stream()
        .filter(violation -> !violation.contains(NO_SERVICE))
        .toList();
  }
}
