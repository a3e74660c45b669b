package io.github.quartermaster.sentinel.internal.read.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.internal.host.CpuTicks;
import io.github.quartermaster.sentinel.internal.host.HostProcess;
import io.github.quartermaster.sentinel.internal.host.Throttling;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Status;
import io.github.quartermaster.sentinel.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CpuProviderTest {
  private final FakeHost host = new FakeHost();

  private Reading reading(Map<String, Object> set) throws Exception {
    Map<String, Object> quick = new java.util.HashMap<>(set);
    quick.put("sample", Duration.ofMillis(1));
    return Probing.only(Probing.provider(new CpuFactory(host), "cpu", quick));
  }

  private void used(long percent) {
    host.ticks.clear();
    host.ticks.add(new CpuTicks(1000, 5000, 0, 0));
    host.ticks.add(new CpuTicks(1000 + percent, 5000 + 100 - percent, 0, 0));
  }

  @Test
  void a_busy_build_machine_is_healthy_while_little_waits() throws Exception {
    used(100);
    host.load = OptionalDouble.of(6);
    Reading reading = reading(Map.of());
    assertThat(reading.verdict()).isInstanceOf(Verdict.Measured.class);
    assertThat(Probing.judged(reading)).isEqualTo("fine");
    assertThat(reading.message()).isEqualTo("100 % used, 3 tasks per core (4/-)");
  }

  @Test
  void a_machine_that_is_merely_slow_warns_and_stops_nothing() throws Exception {
    used(100);
    host.load = OptionalDouble.of(200);
    Reading reading = reading(Map.of());
    assertThat(reading.verdict()).isEqualTo(new Verdict.Stated(Status.WARNING));
    assertThat(reading.message()).isEqualTo("100 % used, 100 tasks per core (4/-)");
  }

  @Test
  void a_critical_limit_on_the_queue_holds_where_it_is_set() throws Exception {
    used(100);
    host.load = OptionalDouble.of(18);
    Reading reading = reading(Map.of("load-crit", Range.atMost(8)));
    assertThat(reading.verdict()).isInstanceOf(Verdict.Measured.class);
    assertThat(Probing.judged(reading)).isEqualTo("critical");
  }

  @Test
  void a_long_queue_for_the_disk_is_not_blamed_on_the_processor() throws Exception {
    host.ticks.add(new CpuTicks(1000, 5000, 0, 0));
    host.ticks.add(new CpuTicks(1010, 5090, 80, 0));
    host.load = OptionalDouble.of(40);
    Reading reading = reading(Map.of());
    assertThat(Probing.judged(reading)).isEqualTo("fine");
    assertThat(reading.evidence())
        .anySatisfy(it -> assertThat(it.text()).contains("80 % of the time (iowait)"));
  }

  @Test
  void limits_that_are_set_hold_however_short_the_queue_is() throws Exception {
    used(97);
    host.load = OptionalDouble.of(1);
    Reading reading = reading(Map.of("warn", Range.atMost(80), "crit", Range.atMost(95)));
    assertThat(Probing.judged(reading)).isEqualTo("critical");
    assertThat(reading.message()).startsWith("97 % used (80/95)");
  }

  @Test
  void time_that_the_hypervisor_takes_counts_as_used() throws Exception {
    host.ticks.add(new CpuTicks(0, 0, 0, 0));
    host.ticks.add(new CpuTicks(20, 20, 0, 60));
    Reading reading = reading(Map.of());
    assertThat(Probing.metric(reading, "used").value()).isEqualTo(80);
    assertThat(reading.evidence())
        .anySatisfy(it -> assertThat(it.text()).contains("60 % of the time (steal)"));
  }

  @Test
  void without_a_load_average_a_full_processor_is_a_warning_at_most() throws Exception {
    used(100);
    Reading reading = reading(Map.of());
    assertThat(reading.verdict()).isEqualTo(new Verdict.Stated(Status.WARNING));
    assertThat(reading.message()).isEqualTo("100 % used (95/-)");
  }

  @Test
  void a_container_that_was_stopped_by_its_limit_tells_so_and_is_not_sick() throws Exception {
    used(30);
    host.throttling.add(new Throttling(100, 10));
    host.throttling.add(new Throttling(105, 14));
    Reading reading = reading(Map.of());
    assertThat(Probing.judged(reading)).isEqualTo("fine");
    assertThat(reading.evidence()).anyMatch(it -> it.text().equals("4 of 5 periods"));
  }

  @Test
  void a_system_that_does_not_tell_is_not_checked() throws Exception {
    assertThat(reading(Map.of()).verdict()).isInstanceOf(Verdict.NotChecked.class);
  }

  @Test
  void a_clock_that_stands_still_is_unknown_and_never_a_number() throws Exception {
    host.ticks.add(new CpuTicks(1, 2, 0, 0));
    assertThat(reading(Map.of()).verdict()).isInstanceOf(Verdict.Unknown.class);
  }

  @Test
  void a_closer_look_names_who_is_busy_without_arguments() throws Exception {
    host.processes.add(
        new HostProcess(
            7, "java", "java -Dpassword=x", false, 1, Duration.ofSeconds(1), Instant.EPOCH));
    Reading reading =
        Probing.provider(new CpuFactory(host), "cpu", Map.of())
            .examine(new ComponentId("cpu"), Probing.context(Duration.ofMillis(40)))
            .get(0);
    // it has used nothing between the two looks
    assertThat(reading.evidence()).isEmpty();
  }

  @Test
  void a_round_that_is_called_off_waits_no_longer() {
    used(10);
    HealthProvider provider =
        Probing.provider(new CpuFactory(host), "cpu", Map.of("sample", Duration.ofMinutes(1)));
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> provider.probe(Probing.context()))
        .isInstanceOf(InterruptedException.class);
  }
}
