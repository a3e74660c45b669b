package io.github.quartermaster.sentinel.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.internal.read.catalog.ProviderCatalog;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Sentinel brings keeps the contract that it holds others to. */
class BuiltInProvidersTest {
  // what cannot be found as a service is not meant to be
  private static final String NO_SERVICE = "cannot be found as a service";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cpu      | {sample: 100ms}
          memory   | {}
          swap     | {}
          disk     | {}
          network  | {}
          process  | {name: no-such-program}
          file-age | {path: /no/such/file}
          tcp      | {port: 1}
          tls      | {port: 1}
          http     | {url: "http://localhost:1/"}
          dns      | {name: localhost}
          exec     | {command: ["true"]}
          nagios   | {command: [echo, fine]}
          """)
  void provider_keeps_the_contract(String type, String settings) throws IOException {
    try (ProviderCatalog catalog =
        ProviderCatalog.load(HealthProviderFactory.class.getClassLoader(), List.of(), null)) {
      assertThat(
              HealthProviderContract.of(catalog.type(type).orElseThrow().factory())
                  .settings(settings)
                  .times(Duration.ofSeconds(10), Duration.ofSeconds(20))
                  .violations())
          .filteredOn(violation -> !violation.contains(NO_SERVICE))
          .isEmpty();
    }
  }
}
