package io.github.quartermaster.sentinel.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DotReportTest {
  @Test
  void arrows_lead_to_what_is_needed_and_soft_ones_are_dashed() {
    assertThat(DotReport.of(Results.healthy().graph()))
        .isEqualTo(
            """
            digraph sentinel {
              rankdir=LR;
              node [shape=box, style=rounded, fontname="sans-serif"];
              "cpu";
              "disk:/";
              "cpu" -> "disk:/" [weight=5, style=dashed, tooltip="tag"];
            }
            """);
  }

  @Test
  void names_cannot_become_dot() {
    String dot = DotReport.of(Results.hostile().graph());

    assertThat(dot).contains("|\\\"a\\\\b\\\"=&").hasLineCount(7);
    // outside of quoted strings nothing of a name is left
    assertThat(dot.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "Q"))
        .isEqualTo(
            """
            digraph sentinel {
              rankdir=LR;
              node [shape=box, style=rounded, fontname=Q];
              Q;
              Q;
              Q -> Q [weight=10, tooltip=Q];
            }
            """);
  }
}
