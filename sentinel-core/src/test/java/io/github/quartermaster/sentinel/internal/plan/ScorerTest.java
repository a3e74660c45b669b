package io.github.quartermaster.sentinel.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Sample;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Severity;
import io.github.quartermaster.sentinel.model.Snapshot;
import io.github.quartermaster.sentinel.model.Status;
import io.github.quartermaster.sentinel.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScorerTest {
  private static final ComponentId DISK = new ComponentId("disk:/var");

  @Test
  void the_worst_metric_counts() {
    ComponentHealth health =
        judge(Reading.of(DISK).metric("space", 67, "%", 70, 95).metric("inodes", 80, "%", 70, 95));

    assertThat(health.score()).isEqualTo(new Score(794));
    assertThat(health.status()).isEqualTo(Status.WARNING);
  }

  @Test
  void where_a_provider_says_nothing_its_sick_values_speak() {
    assertThat(
            judge(
                    Reading.of(DISK)
                        .metric("space", 67, "%", 70, 95)
                        .metric("inodes", 80, "%", 70, 95))
                .message())
        .isEqualTo("inodes 80 % (70/95)");
    assertThat(judge(Reading.of(DISK).metric("space", 67, "%", 70, 95)).message())
        .isEqualTo("space 67 % (70/95)");
    assertThat(judge(Reading.of(DISK).metric("space", 97, "%", 70, 95).message("full")).message())
        .isEqualTo("full");
    assertThat(judge(Reading.of(DISK).metric("space", Double.NaN, "%", 70, 95)).message())
        .isEqualTo("space not known (70/95)");
    assertThat(judge(Reading.of(DISK)).message()).isEmpty();
  }

  @Test
  void a_component_without_thresholds_is_healthy() {
    assertThat(judge(Reading.of(DISK)).status()).isEqualTo(Status.OK);
  }

  @Test
  void what_is_down_scores_10000() {
    ComponentHealth health = judge(Reading.down(DISK, "refused"));

    assertThat(health.score()).isEqualTo(Score.DOWN);
    assertThat(health.message()).isEqualTo("refused");
  }

  @Test
  void a_value_that_is_no_number_is_unknown_and_not_healthy() {
    ComponentHealth health = judge(Reading.of(DISK).metric("space", Double.NaN, "%", 70, 95));

    assertThat(health.status()).isEqualTo(Status.UNKNOWN);
    assertThat(health.score()).isNull();
  }

  @Test
  void a_value_that_is_no_number_hides_no_sick_one() {
    ComponentHealth health =
        judge(
            Reading.of(DISK)
                .metric("space", 99, "%", 70, 95)
                .metric("inodes", Double.NaN, "%", 70, 95));

    assertThat(health.status()).isEqualTo(Status.CRITICAL);
  }

  @Test
  void a_plugins_exit_code_beats_its_numbers() {
    Reading warning = Reading.of(DISK).verdict(new Verdict.Stated(Status.WARNING));

    assertThat(judge(warning).score()).isEqualTo(new Score(1000));
    assertThat(judge(warning.metric("space", 80, "%", 70, 95)).score()).isEqualTo(new Score(794));
    // these numbers say critical, so they explain nothing of a warning
    assertThat(judge(warning.metric("space", 99, "%", 70, 95)).score()).isEqualTo(new Score(1000));
  }

  @Test
  void a_plugin_that_says_critical_without_numbers_is_critical() {
    Reading critical = Reading.of(DISK).verdict(new Verdict.Stated(Status.CRITICAL));

    assertThat(judge(critical).score()).isEqualTo(Score.CRITICAL);
  }

  @Test
  void unknown_is_worse_than_healthy_and_less_bad_than_sick() {
    Reading healthy = Reading.of(DISK);
    Reading unknown = Reading.unknown(DISK, "who knows");
    Reading sick = Reading.of(DISK).metric("space", 80, "%", 70, 95);

    assertThat(judge(healthy, unknown).status()).isEqualTo(Status.UNKNOWN);
    assertThat(judge(healthy, unknown, sick).status()).isEqualTo(Status.WARNING);
  }

  @Test
  void what_cannot_be_checked_here_is_no_trouble() {
    Reading notChecked = Reading.notChecked(DISK, "counts no inodes");

    ComponentHealth health = judge(notChecked);
    assertThat(health.status()).isEqualTo(Status.OK);
    assertThat(health.checked()).isFalse();
    assertThat(health.message()).isEqualTo("counts no inodes");
    assertThat(judge(notChecked, Reading.of(DISK)).checked()).isTrue();
  }

  @Test
  void only_findings_that_cannot_be_inherited_are_its_own() {
    Reading sick = Reading.down(DISK, "");
    ComponentHealth own = judgeSamples(sample(Blame.OWN, sick));
    ComponentHealth inherited = judgeSamples(sample(Blame.INHERITABLE, sick));

    assertThat(own.own()).isEqualTo(new Severity(1));
    assertThat(inherited.own()).isEqualTo(Severity.NONE);
    assertThat(inherited.severity()).isEqualTo(new Severity(1));
  }

  @Test
  void an_unknown_state_that_is_to_be_ignored_does_not_count() {
    Snapshot snapshot = snapshot(sample(Blame.OWN, Reading.unknown(DISK, "")));

    assertThat(new Scorer(Set.of()).judge(snapshot).get(0).unknownCounts()).isTrue();
    assertThat(new Scorer(Set.of("disk")).judge(snapshot).get(0).unknownCounts()).isFalse();
  }

  @Test
  void a_given_score_is_the_least() {
    Reading given = Reading.of(DISK).verdict(new Verdict.Given(new Score(500)));

    assertThat(judge(given).score()).isEqualTo(new Score(500));
    assertThat(judge(given.metric("space", 95, "%", 70, 95)).score()).isEqualTo(new Score(3162));
    assertThat(judge(given.metric(Metric.of("x", Double.NaN, ""))).score())
        .isEqualTo(new Score(500));
  }

  private static ComponentHealth judge(Reading... readings) {
    return judgeSamples(
        Arrays.stream(readings).map(reading -> sample(Blame.OWN, reading)).toArray(Sample[]::new));
  }

  private static ComponentHealth judgeSamples(Sample... samples) {
    return new Scorer(Set.of()).judge(snapshot(samples)).get(0);
  }

  private static Snapshot snapshot(Sample... samples) {
    Component disk = Component.of(DISK, "disk", "disk", Blame.OWN);
    return new Snapshot("host", Instant.EPOCH, Duration.ZERO, List.of(disk), List.of(samples));
  }

  private static Sample sample(Blame blame, Reading reading) {
    return new Sample("disk", blame, reading, Instant.EPOCH, Duration.ZERO);
  }
}
