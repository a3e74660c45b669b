package io.github.quartermaster.sentinel.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextReportTest {
  static List<CheckResult> results() {
    return Results.all();
  }

  @Test
  void sentence_comes_first_then_facts_causes_and_components() {
    assertThat(TextReport.plain(Results.fullDisk()))
        .isEqualTo(
            """
            SENTINEL CRITICAL: disk:/var is critical (97 % used [70/95], score 3802), which probably explains
            postgres, app and web:shop.

            Checked     9 components: 4 critical, 1 unknown, 3 healthy, 1 not checked here
            On          host.example, 2026-11-25 10:00:00 UTC, took 0.84 s
            Gate        closed: score 10000, closes at 3162
            Symptom     web:shop, score 10000: HTTP 500
            Layer       fails at APPLICATION, seen at web:shop; fine up to TRANSPORT
            Confidence  medium: the first cause weighs 2.9 times the second

            Probable causes
                component  score  share  explains  why
             1  disk:/var   3802   56 %      94 %  97 % used (70/95); web:shop > app > postgres > disk:/var
                                                   largest folder: /var/log/app 12 GiB
             2  postgres   10000   19 %      73 %  not running; explained by disk:/var
             3  queue          -    5 %       0 %  timed out after 5 s; not verified: its state is unknown

            State     component     score  found
            CRITICAL  postgres      10000  not running
            CRITICAL  app           10000  port 8080 of 127.0.0.1 refuses connections
            CRITICAL  web:shop      10000  HTTP 500
            CRITICAL  disk:/var      3802  97 % used (70/95)
            UNKNOWN   queue             -  timed out after 5 s
            OK        memory           13  used 61.25 %
            OK        cpu               0  12 % used
            OK        net:gateway       0  answers
            -         inodes:/boot      -  counts no inodes
            """);
  }

  @Test
  void healthy_host_is_told_in_few_words() {
    assertThat(TextReport.plain(Results.healthy()))
        .isEqualTo(
            """
            SENTINEL OK: both components are healthy; the highest score is 245, of disk:/.

            Checked     2 components: 2 healthy
            On          host.example, 2026-11-25 10:00:00 UTC, took 0.84 s
            Gate        open: score 245, closes at 3162

            State  component  score  found
            OK     disk:/       245  67 % used (70/95)
            OK     cpu            0  12 % used
            """);
  }

  @Test
  void unknown_state_and_problems_on_the_way_are_told() {
    assertThat(TextReport.plain(Results.unknown()))
        .startsWith("SENTINEL UNKNOWN: the state of swap could not be found out (/proc/swaps")
        .contains("Gate        closed: 1 component could not be checked\n")
        .contains("Problem     DEPENDENCY_CYCLE: a and b need one another. Cut one edge\n");
  }

  @Test
  void long_lists_are_cut_and_say_so() {
    assertThat(TextReport.plain(Results.large(500)))
        .contains("            and 67 more\n", "\n    and 62 more, less probable\n")
        .endsWith("and 475 components: 47 critical, 428 healthy\n")
        .hasLineCount(55);
  }

  @Test
  void colours_change_nothing_but_colours() {
    String coloured = new TextReport(100, true).of(Results.fullDisk());

    assertThat(coloured).startsWith("\u001b[1;31mSENTINEL CRITICAL\u001b[0m: disk:/var");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(TextReport.plain(Results.fullDisk()));
  }

  @ParameterizedTest
  @MethodSource("results")
  void every_line_fits_and_only_prints(CheckResult result) {
    for (int width : new int[] {60, 80, 100, 200}) {
      assertThat(new TextReport(width, false).of(result).lines())
          .allSatisfy(
              line -> {
                assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(width);
                assertThat(line).isEqualTo(line.stripTrailing());
                assertThat(line.codePoints().map(Character::getType).boxed())
                    .doesNotContain(
                        (int) Character.CONTROL,
                        (int) Character.FORMAT,
                        (int) Character.SURROGATE,
                        (int) Character.LINE_SEPARATOR);
              });
    }
  }
}
