package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.Layer;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Verdict;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Measures whether a name has the addresses that it should. */
final class DnsProvider implements HealthProvider {
  private final Component component;
  private final String name;
  private final AddressFamily family;
  private final List<InetAddress> expected;
  private final @Nullable Range warning;
  private final @Nullable Range critical;

  DnsProvider(
      String check,
      Endpoint name,
      AddressFamily family,
      List<InetAddress> expected,
      @Nullable Range warning,
      @Nullable Range critical) {
    Component named = Component.of(new ComponentId(check), check, "dns", Blame.INHERITABLE);
    this.component = name.isLoopback() ? named : named.requiring(Ladder.gateway());
    this.name = name.host();
    this.family = family;
    this.expected = expected;
    this.warning = warning;
    this.critical = critical;
  }

  @Override
  public List<Component> components(ProbeContext context) {
    return List.of(component);
  }

  @Override
  public List<Reading> probe(ProbeContext context) throws InterruptedException {
    try (SideWork work = new SideWork(context.deadline())) {
      Optional<Resolution> resolution = work.result(work.start(() -> Resolution.of(name)));
      return List.of(resolution.map(this::judge).orElseGet(() -> broken(Fault.unresolved(name))));
    }
  }

  private Reading judge(Resolution resolution) {
    if (resolution.addresses().isEmpty()) {
      return broken(Fault.unknownHost(name));
    }
    Reading reading =
        Reading.of(component.id())
            .message(resolution.shown() + " in " + Texts.seconds(resolution.took()))
            .metric(
                Metric.of("time", Texts.number(resolution.took()), "s")
                    .thresholds(warning, critical));
    if (resolution.addresses().stream().noneMatch(family::contains)) {
      return wrong(reading, name + " has no " + family.word() + " record: " + resolution.shown());
    }
    for (InetAddress address : expected) {
      if (!resolution.addresses().contains(address)) {
        return wrong(
            reading,
            name
                + " does not have the address "
                + address.getHostAddress()
                + ", but "
                + resolution.shown());
      }
    }
    return reading;
  }

  private Reading broken(Fault fault) {
    return Rung.broken(component.id(), fault).reading();
  }

  private static Reading wrong(Reading reading, String message) {
    return reading
        .verdict(new Verdict.Given(Score.CRITICAL))
        .message(message)
        .failingAt(Layer.NAME);
  }
}
