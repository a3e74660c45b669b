package io.github.quartermaster.sentinel.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.quartermaster.sentinel.CheckResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonReportTest {
  private static final String SCHEMA = "sentinel-check-1";

  static List<CheckResult> results() {
    return Results.all();
  }

  @ParameterizedTest
  @MethodSource("results")
  void fits_its_schema_strictly(CheckResult result) throws IOException {
    assertThat(errors(SCHEMA, JsonReport.of(result))).isEmpty();
  }

  @Test
  void schema_refuses_what_it_does_not_describe() throws IOException {
    String report = JsonReport.of(Results.fullDisk());

    assertThat(errors(SCHEMA, report.replace("\"share\" : 0.56", "\"share\" : 1.56"))).hasSize(1);
    assertThat(errors(SCHEMA, report.replace("\"host\"", "\"hosts\""))).hasSize(2);
  }

  @Test
  void members_come_in_the_order_of_the_schema() throws IOException {
    JsonNode report = new ObjectMapper().readTree(JsonReport.of(Results.fullDisk()));
    JsonNode schema = new ObjectMapper().readTree(schema(SCHEMA));

    assertThat(names(report)).isEqualTo(names(schema.path("properties")));
    assertThat(names(report.at("/diagnosis/causes/0")))
        .isEqualTo(names(schema.at("/$defs/cause/properties")));
    assertThat(names(report.at("/components/0/samples/0")))
        .isEqualTo(names(schema.at("/$defs/sample/properties")));
  }

  @Test
  void values_are_those_of_the_result() throws IOException {
    JsonNode report = new ObjectMapper().readTree(JsonReport.of(Results.fullDisk()));

    assertThat(report.path("schema").asText()).isEqualTo("quartermaster.sentinel.check/1");
    assertThat(report.path("startedAt").asText()).isEqualTo("2026-11-25T10:00:00.250Z");
    assertThat(report.path("elapsedSeconds").asDouble()).isEqualTo(0.84);
    assertThat(report.path("score").isInt()).isTrue();
    assertThat(report.at("/gate/result").asText()).isEqualTo("failed");
    assertThat(report.at("/gate/stops").asBoolean()).isTrue();
    assertThat(report.at("/diagnosis/causes/0/explained").toString())
        .isEqualTo("[\"postgres\",\"app\",\"web:shop\"]");
    assertThat(report.at("/diagnosis/causes/1/explainedBy").asText()).isEqualTo("disk:/var");
    assertThat(report.at("/components/2/samples/0/metrics/0").toString())
        .isEqualTo(
            "{\"label\":\"used\",\"value\":97,\"unit\":\"%\",\"warning\":\"~:70\","
                + "\"critical\":\"~:95\",\"min\":0,\"max\":100}");
    assertThat(report.at("/components/7/score").isNull()).isTrue();
    assertThat(report.at("/dependencies/0/origin").asText()).isEqualTo("built-in");
  }

  @Test
  void what_json_has_no_form_for_is_null() throws IOException {
    JsonNode hostile = new ObjectMapper().readTree(JsonReport.of(Results.hostile()));
    JsonNode warned = new ObjectMapper().readTree(JsonReport.of(Results.warned()));

    assertThat(hostile.at("/components/0/samples/0/metrics").findValues("value"))
        .allMatch(JsonNode::isNull);
    assertThat(hostile.at("/components/0/id").asText()).contains("\ufffd").doesNotContain("\ud800");
    assertThat(warned.at("/diagnosis/lead").isNull()).isTrue();
  }

  @Test
  void equal_results_give_equal_reports() {
    assertThat(JsonReport.of(Results.fullDisk())).isEqualTo(JsonReport.of(Results.fullDisk()));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** By the schema, read strictly: a member that it does not explain is an error. */
  static List<String> errors(String name, String report) throws IOException {
    String strict =
        schema(name)
            .replace(
                "\"type\": \"object\",", "\"type\": \"object\", \"additionalProperties\": false,");
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(strict, InputFormat.JSON)
        .validate(
            report,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  private static String schema(String name) throws IOException {
    String resource = "/META-INF/quartermaster/" + name + ".schema.json";
    try (InputStream stream = JsonReport.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
