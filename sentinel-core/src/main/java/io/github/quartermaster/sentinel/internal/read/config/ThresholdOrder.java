package io.github.quartermaster.sentinel.internal.read.config;

import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_INVALID;

import io.github.quartermaster.sentinel.internal.yaml.YamlMapping;
import io.github.quartermaster.sentinel.internal.yaml.YamlPosition;
import io.github.quartermaster.sentinel.internal.yaml.YamlScalar;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.List;
import java.util.Optional;

/**
 * Holds that a warning comes before the critical state. Two limits belong together where their
 * names differ in {@code warn} and {@code crit} only: {@code latency-warn} and {@code
 * latency-crit}.
 */
final class ThresholdOrder {
  private static final String WARNING = "warn";
  private static final String CRITICAL = "crit";

  private ThresholdOrder() {}

  /**
   * Looks for pairs in the wrong order.
   *
   * @param check what was written
   * @param settings what it means, with defaults
   */
  static void check(
      YamlMapping check,
      List<Parameter> parameters,
      Settings settings,
      String path,
      Findings findings) {
    for (Parameter parameter : parameters) {
      String name = parameter.name();
      String other = name.replace(WARNING, CRITICAL);
      if (!isLimit(parameter)
          || other.equals(name)
          || parameters.stream().noneMatch(p -> p.name().equals(other) && isLimit(p))) {
        continue;
      }
      Optional<Range> warning = settings.range(name);
      Optional<Range> critical = settings.range(other);
      if (warning.isPresent()
          && critical.isPresent()
          && Limits.isWorse(warning.get(), critical.get())) {
        boolean written = check.entry(name).isPresent();
        String key = written ? name : other;
        YamlPosition at =
            check.entry(key).map(entry -> entry.value().position()).orElse(check.position());
        findings.add(
            CONFIG_INVALID,
            at,
            path + "." + key,
            "expected "
                + name
                + " to be reached before "
                + other
                + ", found "
                + shown(check, parameters, name)
                + " and "
                + shown(check, parameters, other),
            "Swap the two, or set both");
      }
    }
  }

  private static String shown(YamlMapping check, List<Parameter> parameters, String name) {
    Optional<YamlMapping.Entry> entry = check.entry(name);
    if (entry.isPresent()) {
      boolean open =
          entry.get().value() instanceof YamlScalar scalar && !scalar.text().contains("${");
      return name + (open ? " " + ((YamlScalar) entry.get().value()).text() : " of ${...}");
    }
    return parameters.stream()
        .filter(parameter -> parameter.name().equals(name))
        .map(parameter -> name + " " + parameter.defaultText() + " by default")
        .findFirst()
        .orElse(name);
  }

  private static boolean isLimit(Parameter parameter) {
    return parameter.type() == Parameter.Type.UPPER_LIMIT
        || parameter.type() == Parameter.Type.LOWER_LIMIT;
  }
}
