package io.github.quartermaster.sentinel.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WatchMetricsTest {
  @Test
  void counters_are_named_as_each_form_wants_them() {
    String open = WatchMetrics.openMetrics(Reports.of(Results.fullDisk()));
    String classic = WatchMetrics.classic(Reports.of(Results.fullDisk()));

    assertThat(open)
        .contains("# TYPE sentinel_actions counter\n")
        .contains("sentinel_actions_total{action=\"disk.clean\",outcome=\"fixed\"} 2\n")
        .endsWith("# EOF\n");
    assertThat(classic)
        .contains("# TYPE sentinel_actions_total counter\n")
        .contains("sentinel_suppressed_total{guard_rail=\"cool_down\"} 1\n")
        .contains("sentinel_suppressed_total{guard_rail=\"limit\"} 3\n")
        .contains("sentinel_rounds_total 240\n", "sentinel_gathers_total 12\n")
        .doesNotContain("# EOF");
  }

  @Test
  void those_of_the_check_are_there_too() {
    assertThat(WatchMetrics.openMetrics(Reports.of(Results.fullDisk())))
        .contains("sentinel_score 10000\n")
        .containsOnlyOnce("# EOF");
  }

  @Test
  void labels_of_strangers_break_no_line() {
    String text = WatchMetrics.openMetrics(Reports.hostile(Results.fullDisk()));

    assertThat(text.lines())
        .filteredOn(line -> line.startsWith("sentinel_actions_total"))
        .singleElement()
        .asString()
        .contains("outcome=\"fixed\"} 2");
  }
}
