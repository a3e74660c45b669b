package io.github.quartermaster.sentinel.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.model.Gate;
import io.github.quartermaster.sentinel.model.GateResult;
import io.github.quartermaster.sentinel.model.Score;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NagiosReportTest {
  /** Of the Monitoring Plugins Development Guidelines, read strictly. */
  private static final Pattern ITEM =
      Pattern.compile("([A-Za-z0-9]+|'(?:[^'=]|'')+')=(?:U|\\d+)(?:;\\d+;\\d+;\\d+;\\d+)?");

  static List<CheckResult> results() {
    return Results.all();
  }

  @Test
  void verdict_and_data_are_on_the_first_line_and_reasons_below() {
    NagiosReport report = NagiosReport.of(Results.fullDisk());

    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(report.text())
        .isEqualTo(
            """
            SENTINEL CRITICAL - disk:/var is critical (97 % used [70/95], score 3802), which probably explains postgres, app and web:shop\
            |score=10000;316;3162;0;10000 causes=3 unknown=1 cpu=0;316;3162;0;10000 memory=13;316;3162;0;10000\
             'disk:/var'=3802;316;3162;0;10000 'net:gateway'=0;316;3162;0;10000 postgres=10000;316;3162;0;10000\
             app=10000;316;3162;0;10000 'web:shop'=10000;316;3162;0;10000 queue=U;316;3162;0;10000
            1. disk:/var, 97 % used (70/95), score 3802, share 56 %, explains 94 %; web:shop needs app needs postgres needs disk:/var
               largest folder: /var/log/app 12 GiB
            2. postgres, not running, score 10000, share 19 %, explains 73 %; web:shop needs app needs postgres
            3. queue, timed out after 5 s, score unknown, share 5 %, explains 0 %
            Layer: fails at APPLICATION, seen at web:shop; fine up to TRANSPORT
            Confidence: medium: the first cause weighs 2.9 times the second
            Unknown: queue, timed out after 5 s
            """);
  }

  @Test
  void gate_decides_the_exit_code_and_the_word() {
    assertThat(NagiosReport.of(Results.healthy()).exitCode()).isEqualTo(0);
    assertThat(NagiosReport.of(Results.warned()).exitCode()).isEqualTo(1);
    assertThat(NagiosReport.of(Results.unknown()).exitCode()).isEqualTo(3);
    NagiosReport strict =
        NagiosReport.of(
            Results.gated(
                Results.warned(),
                new Gate(new Score(500), new Score(100), false),
                GateResult.FAILED));
    assertThat(strict.exitCode()).isEqualTo(2);
    assertThat(strict.text())
        .startsWith("SENTINEL CRITICAL - disk:/ gives a warning")
        .contains("|score=794;100;500;0;10000 ");
  }

  @ParameterizedTest
  @MethodSource("results")
  void nagios_can_read_all_of_it(CheckResult result) {
    String text = NagiosReport.of(result).text();
    String first = text.substring(0, text.indexOf('\n'));
    String data = first.substring(first.indexOf('|') + 1);

    assertThat(first.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1024);
    assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(5 * 1024);
    assertThat(text.chars().filter(c -> c == '|').count()).isEqualTo(1);
    assertThat(text.replace("\n", "").chars().noneMatch(Character::isISOControl)).isTrue();
    assertThat(ITEM.matcher(data).replaceAll("").strip()).isEmpty();
    assertThat(ITEM.matcher(data).results().map(match -> match.group(1))).doesNotHaveDuplicates();
  }

  @Test
  void series_stay_the_same_while_scores_change() {
    CheckResult calm = Results.large(500);
    CheckResult wild =
        new CheckResult(
            calm.snapshot(),
            calm.components().stream()
                .map(each -> Results.down(each.id().value(), "http", "HTTP 503"))
                .toList(),
            calm.graph(),
            calm.diagnosis(),
            calm.gate(),
            calm.gateResult(),
            calm.problems());

    assertThat(labels(wild)).isEqualTo(labels(calm)).hasSizeGreaterThan(10);
  }

  private static List<String> labels(CheckResult result) {
    String first = NagiosReport.of(result).text().lines().findFirst().orElseThrow();
    return ITEM.matcher(first.substring(first.indexOf('|')))
        .results()
        .map(match -> match.group(1))
        .toList();
  }
}
