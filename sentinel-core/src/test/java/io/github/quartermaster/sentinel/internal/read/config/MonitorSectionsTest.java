package io.github.quartermaster.sentinel.internal.read.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.quartermaster.sentinel.internal.run.output.OutputTypes;
import io.github.quartermaster.sentinel.model.AlertMapping;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.OutputSpec;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.SentinelConfig;
import io.github.quartermaster.sentinel.model.SentinelException;
import io.github.quartermaster.sentinel.model.SourceSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a configuration says about other monitors. */
class MonitorSectionsTest {
  private static final Path FILE = Path.of("s.yaml");
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(
              ConfigSchema.of(
                  Types.catalog().describe(),
                  Types.catalog().actions().values(),
                  OutputTypes.all()),
              InputFormat.JSON);
  private static final String HEAD =
      "{\"sentinel\": 1, \"checks\": {\"shop\": {\"type\": \"cpu\"},"
          + " \"database\": {\"type\": \"cpu\"}},\n";

  @Test
  void source_has_its_settings_and_its_mappings_in_their_order() {
    SentinelConfig config =
        read(
            """
            sentinel: 1
            checks:
              shop: { type: cpu }
              database: { type: cpu }
            sources:
              nagios:
                type: nagios-status
                only: any
                map:
                  - { match: { host: web1, service: PostgreSQL }, component: database }
                  - { match: { host: web1 }, component: shop }
              alertmanager:
                type: alertmanager-webhook
                map: { match: { alertname: Down }, component: shop }
            """);

    assertThat(config.sources())
        .extracting(SourceSpec::name, SourceSpec::type)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("nagios", "nagios-status"),
            org.assertj.core.groups.Tuple.tuple("alertmanager", "alertmanager-webhook"));
    SourceSpec nagios = config.sources().get(0);
    assertThat(nagios.settings().text("only")).contains("any");
    assertThat(nagios.settings().path("file")).contains(Path.of("/var/lib/nagios4/status.dat"));
    assertThat(nagios.mappings())
        .containsExactly(
            new AlertMapping(
                Map.of("host", "web1", "service", "PostgreSQL"), new ComponentId("database")),
            new AlertMapping(Map.of("host", "web1"), new ComponentId("shop")));
    assertThat(config.sources().get(1).settings().duration("forget-after"))
        .contains(Duration.ofHours(5));
  }

  @Test
  void output_has_its_settings_and_its_time() {
    SentinelConfig config =
        read(
            """
            sentinel: 1
            checks: { shop: { type: cpu } }
            outputs:
              nagios: { type: nagios-spool, host: web1, timeout: 2s }
              people: { type: alertmanager, labels: { team: shop } }
            """);

    assertThat(config.outputs())
        .extracting(OutputSpec::name, OutputSpec::type, OutputSpec::timeout)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("nagios", "nagios-spool", Duration.ofSeconds(2)),
            org.assertj.core.groups.Tuple.tuple(
                "people", "alertmanager", OutputSpec.DEFAULT_TIMEOUT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sources: {a: {type: nagios-statsu, map: {match: {host: x}, component: shop}}}"
            + "|there is no type \"nagios-statsu\". Did you mean nagios-status?",
        "sources: {a: {type: nagios-status}}|map is missing, without which no alert is about"
            + " anything",
        "sources: {a: {type: nagios-status, map: {match: {host: x}}}}|component is missing",
        "sources: {a: {type: nagios-status, map: {component: shop}}}|match is missing",
        "sources: {a: {type: nagios-status, map: {match: {}, component: shop}}}|which would match"
            + " everything",
        "sources: {a: {type: nagios-status, map: {match: {host: x}, component: databse}}}|no check"
            + " has a component \"databse\"",
        "sources: {a: {type: nagios-status, map: {mtach: {host: x}, component: shop}}}|Did you mean"
            + " match?",
        "sources: {a: {type: nagios-status, flie: x, map: {match: {host: x}, component: shop}}}|Did"
            + " you mean file?",
        "sources: {a: {type: icinga2, url: 'icinga', map: {match: {host: x}, component:"
            + " shop}}}|a URL begins with http:// or https://",
        "sources: {a: {type: icinga2, timeout: 1h, map: {match: {host: x}, component: shop}}}"
            + "|timeout is longer than zero and at most 5m",
        "sources: {a/b: {type: nagios-status, map: {match: {host: x}, component: shop}}}|expected a"
            + " name of 1 to 100 letters",
        "sources: [a]|expected sources by their names, found a list",
        "sources: {a: nagios-status}|expected the settings of a source, found a single value",
        "outputs: {a: {host: web1}}|type is missing",
        "outputs: {a: {type: nagios-spool, host: 'a;b'}}|host has none of ; and !",
        "outputs: {a: {type: nagios-spool, hots: web1}}|Did you mean host?",
        "outputs: {a: {type: alertmanager, labels: {a-b: x}}}|labels are letters, digits",
        "outputs: {a: {type: icinga2, valid-for: 0s}}|valid-for is a second at least",
        "outputs: {a: {type: icinga2, user: u}}|user and password go together",
        "outpus: {}|Did you mean outputs?"
      })
  void mistake_is_told_with_its_place_and_the_way_out(String section, String told) {
    String text =
        "sentinel: 1\nchecks: {shop: {type: cpu}, database: {type: cpu}}\n" + section + "\n";

    SentinelException refused = catchThrowableOfType(SentinelException.class, () -> read(text));

    assertThat(refused).as(text).isNotNull();
    assertThat(refused.problems())
        .extracting(Problem::toString)
        .anySatisfy(problem -> assertThat(problem).contains("s.yaml:3:").contains(told.strip()));
  }

  @Test
  void password_is_in_no_message() {
    SentinelException refused =
        catchThrowableOfType(
            SentinelException.class,
            () ->
                read(
                    "sentinel: 1\nchecks: {shop: {type: cpu}}\noutputs: {a: {type: icinga2,"
                        + " password: hunter2}}\n"));

    assertThat(refused).hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"sources\": {\"a\": {\"type\": \"nagios-status\", \"only\": \"any\","
            + " \"map\": [{\"match\": {\"host\": \"x\"}, \"component\": \"shop\"}]}}}",
        "\"sources\": {\"a\": {\"type\": \"alertmanager-webhook\", \"forget-after\":"
            + " \"1h\", \"map\": {\"match\": {\"job\": 1}, \"component\": \"shop\"}}}}",
        "\"sources\": {}, \"outputs\": {}}",
        "\"outputs\": {\"a\": {\"type\": \"nagios-spool\", \"timeout\": \"2s\"},"
            + " \"b\": {\"type\": \"alertmanager\", \"labels\": {\"team\": \"x\"}}}}"
      })
  void what_is_right_fits_the_schema(String text) {
    assertThat(SCHEMA.validate(HEAD + text, InputFormat.JSON)).isEmpty();
    assertThat(read(HEAD + text).checks()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"sources\": {\"a\": {\"type\": \"nagios-status\"}}}",
        "\"sources\": {\"a\": {\"map\": []}}}",
        "\"sources\": {\"a\": {\"type\": \"nagios-status\", \"map\": [{\"component\":"
            + " \"shop\"}]}}}",
        "\"sources\": {\"a\": {\"type\": \"nagios-status\", \"x\": 1, \"map\": []}}}",
        "\"sources\": []}",
        "\"outputs\": {\"a\": {\"type\": \"nagios-spool\", \"x\": 1}}}",
        "\"outputs\": {\"a\": {\"type\": \"nagios\"}}}",
        "\"outputs\": {\"a\": {\"type\": \"icinga2\", \"valid-for\": 5}}}"
      })
  void what_is_wrong_does_not_fit_the_schema(String text) {
    assertThat(SCHEMA.validate(HEAD + text, InputFormat.JSON)).isNotEmpty();
    assertThat(catchThrowableOfType(SentinelException.class, () -> read(HEAD + text))).isNotNull();
  }

  private static SentinelConfig read(String text) {
    return new ConfigReader(Types.catalog(), Map.of(), OutputTypes.all())
        .read(FILE, text.getBytes(UTF_8));
  }
}
