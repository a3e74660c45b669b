package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks providers as the front door does. */
final class Probing {
  private Probing() {}

  /** Long enough for a loaded machine. */
  static ProbeContext context() {
    return context(Duration.ofSeconds(20));
  }

  static ProbeContext context(Duration time) {
    return new ProbeContext(Instant.now(), Deadline.in(time));
  }

  /** A provider with the defaults of its parameters and what a test sets besides. */
  static HealthProvider provider(
      HealthProviderFactory factory, String check, Map<String, Object> set) {
    Map<String, Object> values = new HashMap<>();
    for (Parameter parameter : factory.parameters()) {
      String text = parameter.defaultText();
      if (text != null) {
        values.put(parameter.name(), value(parameter.type(), text));
      }
    }
    values.putAll(set);
    return factory.create(check, Settings.of(values));
  }

  private static Object value(Parameter.Type type, String text) {
    return switch (type) {
      case UPPER_LIMIT -> Range.atMost(Double.parseDouble(text));
      case LOWER_LIMIT -> Range.atLeast(Double.parseDouble(text));
      case INTEGER -> Long.valueOf(text);
      case SIZE -> 1024 * Long.parseLong(text.replace("KiB", ""));
      case FLAG -> Boolean.valueOf(text);
      case DURATION -> Duration.parse("PT" + seconds(text));
      case TEXT, CHOICE -> text;
      default -> throw new IllegalArgumentException(type + " in a test");
    };
  }

  private static String seconds(String text) {
    return text.endsWith("ms")
        ? Double.parseDouble(text.replace("ms", "")) / 1000 + "S"
        : text.toUpperCase(java.util.Locale.ROOT);
  }

  /** The only reading of a provider of one component. */
  static Reading only(HealthProvider provider) throws Exception {
    List<Reading> readings = provider.probe(context());
    if (readings.size() != 1) {
      throw new AssertionError("one reading was expected: " + readings);
    }
    return readings.get(0);
  }

  static Reading of(List<Reading> readings, String component) {
    ComponentId id = new ComponentId(component);
    return readings.stream()
        .filter(reading -> reading.component().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(component + " is not among " + readings));
  }

  static Metric metric(Reading reading, String label) {
    return reading.metrics().stream()
        .filter(metric -> metric.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError(label + " is not among " + reading.metrics()));
  }

  /** Whether any metric breaks its critical threshold, or else the warning. */
  static String judged(Reading reading) {
    if (reading.metrics().stream().anyMatch(m -> breaks(m.critical(), m.value()))) {
      return "critical";
    }
    boolean warns = reading.metrics().stream().anyMatch(m -> breaks(m.warning(), m.value()));
    return warns ? "warning" : "fine";
  }

  private static boolean breaks(@org.jspecify.annotations.Nullable Range range, double value) {
    return range != null && range.alertsOn(value);
  }
}
