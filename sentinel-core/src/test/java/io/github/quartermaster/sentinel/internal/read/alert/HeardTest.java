package io.github.quartermaster.sentinel.internal.read.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.AlertMapping;
import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.ExternalAlert;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Sample;
import io.github.quartermaster.sentinel.model.Settings;
import io.github.quartermaster.sentinel.model.Snapshot;
import io.github.quartermaster.sentinel.model.SourceSpec;
import io.github.quartermaster.sentinel.model.Status;
import io.github.quartermaster.sentinel.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What others say, beside what Sentinel found out. */
class HeardTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  private final Snapshot snapshot =
      snapshot(
          component("shop", "shop", Blame.INHERITABLE).alsoCalled(List.of(id("balancer"))),
          component("disk:/", "disk", Blame.OWN),
          component("disk:/var", "disk", Blame.OWN),
          component("queue:orders", "queue", Blame.INHERITABLE));

  @Test
  void alert_is_a_sample_of_its_component_that_came_from_outside() {
    Snapshot added = heard("shop").addedTo(snapshot);

    assertThat(added.samples())
        .filteredOn(Sample::outside)
        .containsExactly(
            new Sample(
                "nagios",
                Blame.INHERITABLE,
                Reading.of("shop")
                    .verdict(new Verdict.Stated(Status.CRITICAL))
                    .message("nagios says CRITICAL, refused, since 2026-11-25T09:00:00Z"),
                NOW,
                Duration.ZERO,
                true));
    assertThat(added.samples()).containsAll(snapshot.samples());
    assertThat(added.components()).isEqualTo(snapshot.components());
  }

  @Test
  void trouble_that_can_be_nobody_elses_stays_so() {
    assertThat(heard("disk:/var").addedTo(snapshot).samples())
        .filteredOn(Sample::outside)
        .extracting(Sample::blame)
        .containsExactly(Blame.OWN);
  }

  @Test
  void component_is_found_by_another_name_of_it_and_by_the_check_that_has_only_it() {
    assertThat(targetOf("balancer")).containsExactly("shop");
    assertThat(targetOf("queue")).containsExactly("queue:orders");
  }

  @Test
  void alert_about_nothing_that_is_there_adds_nothing() {
    assertThat(targetOf("elsewhere")).isEmpty();
    assertThat(targetOf("disk")).isEmpty();
  }

  @Test
  void mapping_that_leads_nowhere_is_told_before_any_alert_comes() {
    assertThat(quiet("elsewhere").strays(snapshot))
        .extracting(Problem::message)
        .containsExactly(
            "tried to find elsewhere, which alerts of the source nagios are mapped to; nothing of"
                + " that name was found on this host");
    assertThat(quiet("disk").strays(snapshot))
        .extracting(Problem::message)
        .containsExactly(
            "tried to find disk, which alerts of the source nagios are mapped to; that check has"
                + " several components: disk:/, disk:/var");
    assertThat(quiet("shop").strays(snapshot)).isEmpty();
  }

  private List<String> targetOf(String name) {
    return heard(name).addedTo(snapshot).samples().stream()
        .filter(Sample::outside)
        .map(sample -> sample.reading().component().value())
        .toList();
  }

  private static Heard quiet(String component) {
    SourceSpec source =
        new SourceSpec(
            "nagios",
            "nagios-status",
            Settings.NONE,
            List.of(new AlertMapping(Map.of("host", "web1"), id(component))));
    return new Heard(NOW, List.of(source), List.of(), List.of());
  }

  private static Heard heard(String component) {
    ExternalAlert alert =
        new ExternalAlert(
            "nagios",
            "web1;x",
            id(component),
            Status.CRITICAL,
            "refused",
            Instant.parse("2026-11-25T09:00:00Z"));
    return new Heard(NOW, List.of(), List.of(alert), List.of());
  }

  private static Snapshot snapshot(Component... components) {
    List<Sample> samples =
        List.of(components).stream()
            .map(each -> new Sample(each.check(), Reading.of(each.id()), NOW, Duration.ofMillis(1)))
            .toList();
    return new Snapshot("web1", NOW, Duration.ofMillis(5), List.of(components), samples);
  }

  private static Component component(String id, String check, Blame blame) {
    return Component.of(id(id), check, "test", blame);
  }

  private static ComponentId id(String name) {
    return new ComponentId(name);
  }
}
