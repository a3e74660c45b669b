package io.github.quartermaster.sentinel.internal.read.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.internal.host.HostProcess;
import io.github.quartermaster.sentinel.internal.host.MemoryState;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryProviderTest {
  private static final long GIB = 1L << 30;

  private final FakeHost host = new FakeHost();

  private Reading memory() throws Exception {
    return Probing.only(Probing.provider(new MemoryFactory(host), "memory", Map.of()));
  }

  private Reading swap() throws Exception {
    return Probing.only(Probing.provider(new SwapFactory(host), "swap", Map.of()));
  }

  @Test
  void message_names_value_and_thresholds() throws Exception {
    host.memory = Optional.of(new MemoryState(10 * GIB, GIB, false, 0, 0));
    Reading reading = memory();
    assertThat(reading.message()).isEqualTo("90 % used (85/95), 1 GiB of 10 GiB available");
    assertThat(Probing.judged(reading)).isEqualTo("warning");
  }

  @Test
  void a_tight_container_limit_is_named_as_such() throws Exception {
    host.memory = Optional.of(new MemoryState(GIB, 0, true, 0, 0));
    Reading reading = memory();
    assertThat(reading.message()).contains("of the container's limit of 1 GiB");
    assertThat(Probing.judged(reading)).isEqualTo("critical");
  }

  @Test
  void swap_is_told_with_the_memory_and_judged_on_its_own() throws Exception {
    host.memory = Optional.of(new MemoryState(10 * GIB, 9 * GIB, false, 100, 96));
    assertThat(Probing.metric(memory(), "swap used").value()).isEqualTo(96);
    assertThat(Probing.judged(memory())).isEqualTo("fine");
    assertThat(Probing.judged(swap())).isEqualTo("critical");
  }

  @Test
  void a_machine_without_swap_is_not_checked_for_it() throws Exception {
    host.memory = Optional.of(new MemoryState(10 * GIB, 9 * GIB, false, 0, 0));
    assertThat(swap().verdict()).isInstanceOf(Verdict.NotChecked.class);
    assertThat(memory().metrics()).noneMatch(metric -> metric.label().contains("swap"));
  }

  @Test
  void a_system_that_does_not_tell_is_not_checked() throws Exception {
    assertThat(memory().verdict()).isInstanceOf(Verdict.NotChecked.class);
    assertThat(swap().verdict()).isInstanceOf(Verdict.NotChecked.class);
  }

  @Test
  void a_closer_look_names_the_largest_processes_without_their_arguments() throws Exception {
    for (int i = 1; i <= 5; i++) {
      host.processes.add(
          new HostProcess(
              i, "p" + i, "p -Dpassword=x", false, i * GIB, Duration.ZERO, Instant.EPOCH));
    }
    Reading reading =
        Probing.provider(new MemoryFactory(host), "memory", Map.of())
            .examine(new ComponentId("memory"), Probing.context())
            .get(0);
    assertThat(reading.evidence())
        .extracting(it -> it.text())
        .containsExactly("p5 (pid 5) 5 GiB", "p4 (pid 4) 4 GiB", "p3 (pid 3) 3 GiB");
  }
}
