package io.github.quartermaster.sentinel.internal.read.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.internal.host.CpuTicks;
import io.github.quartermaster.sentinel.internal.host.MemoryState;
import io.github.quartermaster.sentinel.internal.host.Mount;
import io.github.quartermaster.sentinel.internal.host.SocketCalls;
import io.github.quartermaster.sentinel.internal.host.Space;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class HostProvidersTest {
  private static List<HealthProvider> withoutConfiguration(List<HealthProviderFactory> factories) {
    return factories.stream()
        .filter(factory -> HostProviders.WITHOUT_CONFIGURATION.contains(factory.type()))
        .map(factory -> Probing.provider(factory, factory.type(), Map.of()))
        .toList();
  }

  @Test
  void a_bare_container_without_configuration_fails_nothing() throws Exception {
    FakeHost host = new FakeHost();
    host.ticks.add(new CpuTicks(0, 0, 0, 0));
    host.ticks.add(new CpuTicks(10, 90, 0, 0));
    host.load = OptionalDouble.of(0.5);
    host.memory = Optional.of(new MemoryState(1000, 900, true, 0, 0));
    Path root = Path.of("/");
    host.mounts.add(new Mount(root, "overlay", "overlay", "0:50", false, false));
    host.spaces.put(root, new Space(1000, 500, 400));
    List<String> seen = new ArrayList<>();
    for (HealthProvider provider :
        withoutConfiguration(HostProviders.factories(host, new SocketCalls(), List::of))) {
      for (Reading reading : provider.probe(Probing.context())) {
        assertThat(Probing.judged(reading)).isEqualTo("fine");
        seen.add(reading.component() + " " + reading.verdict().getClass().getSimpleName());
      }
    }
    assertThat(seen)
        .containsExactly(
            "cpu Measured",
            "memory Measured",
            "disk:/ Measured",
            "net:loopback Measured",
            "net:gateway NotChecked",
            "net:link NotChecked");
  }

  @Test
  void this_machine_gives_a_reading_for_each_of_its_components() throws Exception {
    for (HealthProvider provider : withoutConfiguration(HostProviders.factories(List::of))) {
      List<ComponentId> components =
          provider.components(Probing.context()).stream().map(Component::id).toList();
      List<Reading> readings = provider.probe(Probing.context());
      assertThat(readings)
          .extracting(Reading::component)
          .containsExactlyInAnyOrderElementsOf(components);
      assertThat(readings)
          .allSatisfy(
              reading -> {
                assertThat(reading.message()).isNotBlank();
                assertThat(reading.verdict()).isNotInstanceOf(Verdict.Unknown.class);
                assertThat(reading.metrics())
                    .extracting(Metric::value)
                    .noneMatch(value -> Double.isNaN(value));
              });
    }
  }

  @Test
  void types_and_parameters_are_named_and_described_alike() {
    assertThat(HostProviders.factories(List::of))
        .extracting(HealthProviderFactory::type)
        .doesNotHaveDuplicates()
        .containsAll(HostProviders.WITHOUT_CONFIGURATION)
        .allMatch(type -> type.matches("[a-z]+(-[a-z]+)*"));
    for (HealthProviderFactory factory : HostProviders.factories(List::of)) {
      assertThat(factory.description()).matches("[A-Z].*[^.]");
      assertThat(factory.parameters())
          .extracting(Parameter::name)
          .doesNotHaveDuplicates()
          .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
      assertThat(factory.parameters())
          .extracting(Parameter::description)
          .allMatch(text -> text.matches("[a-z].*[^.]"));
    }
  }
}
