package io.github.quartermaster.sentinel.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.WatchReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WatchJsonTest {
  private static final Path SCHEMAS = Path.of("src/main/resources/META-INF/quartermaster");

  static List<CheckResult> results() {
    return Results.all();
  }

  @ParameterizedTest
  @MethodSource("results")
  void fits_its_schema(CheckResult result) throws IOException {
    assertThat(errors(WatchJson.of(Reports.of(result)))).isEmpty();
    assertThat(errors(WatchJson.of(Reports.hostile(result)))).isEmpty();
  }

  @Test
  void schema_refuses_what_it_does_not_describe() throws IOException {
    String report = WatchJson.of(Reports.of(Results.fullDisk()));

    assertThat(errors(report.replace("\"limit\"", "\"limits\""))).isNotEmpty();
    assertThat(errors(report.replace("\"minutes\"", "\"hours\""))).isNotEmpty();
    assertThat(errors(report.replace("\"share\" : 0.56", "\"share\" : 1.56"))).isNotEmpty();
  }

  @Test
  void values_are_those_of_the_report() throws IOException {
    WatchReport report = Reports.of(Results.fullDisk());
    JsonNode json = new ObjectMapper().readTree(WatchJson.of(report));

    assertThat(json.path("schema").asText()).isEqualTo("quartermaster.sentinel.watch/1");
    assertThat(json.path("watchingSince").asText()).isEqualTo("2026-11-25T08:00:00.250Z");
    assertThat(json.at("/check/schema").asText()).isEqualTo("quartermaster.sentinel.check/1");
    assertThat(json.at("/decisions/0/guardRail").asText()).isEqualTo("limit");
    assertThat(json.at("/decisions/0/acts").asBoolean()).isFalse();
    assertThat(json.at("/minutes/1/score").asInt()).isEqualTo(3802);
    assertThat(json.at("/minutes/0/cause").isNull()).isTrue();
    assertThat(json.at("/tally/suppressed/0/guardRail").asText()).isEqualTo("cool-down");
    assertThat(json.at("/tally/attempts/0/times").asInt()).isEqualTo(2);
  }

  @Test
  void members_come_in_the_order_of_the_schema() throws IOException {
    JsonNode report = new ObjectMapper().readTree(WatchJson.of(Reports.of(Results.fullDisk())));
    JsonNode schema = new ObjectMapper().readTree(text("sentinel-watch-1"));

    assertThat(names(report)).isEqualTo(names(schema.path("properties")));
    assertThat(names(report.at("/decisions/0")))
        .isEqualTo(names(schema.at("/$defs/decision/properties")));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<Error> errors(String report) throws IOException {
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemas(
                    Map.of("urn:quartermaster:sentinel-check-1", text("sentinel-check-1"))));
    Schema schema = registry.getSchema(text("sentinel-watch-1"));
    return schema.validate(report, InputFormat.JSON);
  }

  private static String text(String name) {
    try {
      return Files.readString(SCHEMAS.resolve(name + ".schema.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
