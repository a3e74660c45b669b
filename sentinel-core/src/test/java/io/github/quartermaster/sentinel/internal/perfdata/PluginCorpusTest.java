package io.github.quartermaster.sentinel.internal.perfdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What real plugins printed: monitoring-plugins 2.3.3 of Debian 12. */
class PluginCorpusTest {
  private static final Map<String, String> OUTPUTS = read();

  @Test
  void nothing_that_real_plugins_print_is_unreadable() {
    assertThat(OUTPUTS).hasSize(26);
    OUTPUTS.forEach(
        (command, output) ->
            assertThat(PluginOutput.parse(output).performance().unreadable())
                .as(command)
                .isEmpty());
  }

  @Test
  void disk_without_columns_in_its_text_is_read() {
    PluginOutput output = of("./check_disk -w 20% -c 10% -p /");

    assertThat(output.text()).isEqualTo("DISK OK - free space: / 57139MiB (54% inode=96%);");
    assertThat(output.performance().values())
        .containsExactly(
            new PerformanceValue(
                "/", 49029316608d, "B", "216442024755", "243497277849", 0.0, 270552530944d));
  }

  @Test
  void load_has_six_values_and_trailing_blanks() {
    assertThat(of("./check_load -r -w 5,4,3 -c 10,8,6").performance().values())
        .extracting(PerformanceValue::label)
        .containsExactly(
            "load1", "scaled_load1", "load5", "scaled_load5", "load15", "scaled_load15");
  }

  @Test
  void ping_has_units_and_empty_ranges() {
    List<PerformanceValue> values = of("./check_icmp -H 127.0.0.1").performance().values();

    assertThat(values)
        .extracting(PerformanceValue::label)
        .containsExactly("rta", "pl", "rtmax", "rtmin");
    assertThat(values.get(0).unit()).isEqualTo("ms");
    assertThat(values.get(0).critical()).isEqualTo("500.000");
    assertThat(values.get(1).unit()).isEqualTo("%");
  }

  @Test
  void two_lines_without_performance_data_are_text_and_long_text() {
    PluginOutput output = of("./check_http -H 127.0.0.1 -p 81");

    assertThat(output.text())
        .isEqualTo("connect to address 127.0.0.1 and port 81: Connection refused");
    assertThat(output.longText()).containsExactly("HTTP CRITICAL - Unable to open TCP socket");
    assertThat(output.performance().values()).isEmpty();
  }

  private static PluginOutput of(String command) {
    String output = OUTPUTS.get(command);
    assertThat(output).as(command).isNotNull();
    return PluginOutput.parse(output);
  }

  private static Map<String, String> read() {
    Map<String, String> outputs = new LinkedHashMap<>();
    for (String part : text().split("(?m)^=== (?!rc=)")) {
      int end = part.indexOf('\n');
      if (end >= 0) {
        outputs.put(
            part.substring(0, end), part.substring(end + 1).replaceAll("(?m)^=== rc=.*\n?", ""));
      }
    }
    return outputs;
  }

  private static String text() {
    try (InputStream in = PluginCorpusTest.class.getResourceAsStream("plugin-outputs.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
