package io.github.quartermaster.sentinel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.quartermaster.sentinel.CheckResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenMetricsReportTest {
  /** The lines that OpenMetrics 1.0 allows, as far as gauges go. */
  private static final Pattern LINE =
      Pattern.compile(
          "# (?:TYPE [a-z_]+ gauge|UNIT [a-z_]+ seconds|HELP [a-z_]+ [^\\\\\"]+)"
              + "|[a-z_]+(?:\\{[a-z]+=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\""
              + "(?:,[a-z]+=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\")*\\})?"
              + " (?:NaN|[+-]Inf|-?\\d+(?:\\.\\d+)?)");

  @TempDir Path folder;

  static List<CheckResult> results() {
    return Results.all();
  }

  @Test
  void scores_states_causes_and_times_are_there() {
    assertThat(OpenMetricsReport.of(Results.fullDisk()).lines())
        .contains(
            "sentinel_score 10000",
            "sentinel_gate_result{result=\"failed\"} 1",
            "sentinel_gate_result{result=\"passed\"} 0",
            "sentinel_last_check_timestamp_seconds 1795600800.25",
            "sentinel_health_score{component=\"disk:/var\",type=\"disk\"} 3802",
            "sentinel_health_score{component=\"queue\",type=\"nagios\"} NaN",
            "sentinel_component_status{component=\"queue\",status=\"unknown\"} 1",
            "sentinel_cause_share{cause=\"disk:/var\"} 0.56",
            "sentinel_cause_root{cause=\"disk:/var\",severity=\"critical\"} 1",
            "sentinel_probe_duration_seconds{check=\"disk\",component=\"disk:/var\"} 0.012",
            "sentinel_measured_value{check=\"disk\",component=\"disk:/var\",metric=\"free\","
                + "unit=\"B\"} 3221225472");
  }

  @ParameterizedTest
  @MethodSource("results")
  void every_line_is_one_of_the_standard_and_no_series_comes_twice(CheckResult result) {
    String text = OpenMetricsReport.of(result);

    assertThat(text).endsWith("\n# EOF\n");
    assertThat(text.substring(0, text.length() - "# EOF\n".length()).split("\n", -1))
        .filteredOn(line -> !line.isEmpty())
        .allMatch(line -> LINE.matcher(line).matches());
    assertThat(
            text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.lastIndexOf(' '))))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("results")
  void prometheus_own_tool_finds_nothing_to_complain(CheckResult result) throws Exception {
    Path promtool = Path.of("/usr/bin/promtool");
    assumeTrue(Files.isExecutable(promtool), "there is no promtool here");

    assertThat(complaints(promtool, OpenMetricsReport.of(result))).isEmpty();
  }

  private String complaints(Path promtool, String metrics)
      throws IOException, InterruptedException {
    Path input = Files.writeString(folder.resolve("metrics"), metrics);
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(promtool.toString(), "check", "metrics")
            .redirectInput(input.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int exitCode = process.waitFor();
    return Stream.of(
            exitCode == 0 ? "" : "exit code " + exitCode,
            Files.readString(output, StandardCharsets.UTF_8))
        .filter(text -> !text.isBlank())
        .reduce("", String::concat);
  }
}
