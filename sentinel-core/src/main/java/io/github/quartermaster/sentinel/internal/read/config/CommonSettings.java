package io.github.quartermaster.sentinel.internal.read.config;

import static io.github.quartermaster.sentinel.model.ProblemCode.CONFIG_INVALID;

import io.github.quartermaster.sentinel.internal.yaml.YamlMapping;
import io.github.quartermaster.sentinel.model.CheckSpec;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Parameter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What every check can have, whatever its type.
 *
 * @param mapping where it is written
 * @param path the keys that lead there
 * @param values reads the values
 * @param findings what is wrong
 */
record CommonSettings(YamlMapping mapping, String path, ValueReader values, Findings findings) {
  static final String TYPE = "type";
  static final String REQUIRES = "requires";
  static final String FAIL = "fail";
  static final Parameter TIMEOUT =
      Parameter.optional(
              "timeout", Parameter.Type.DURATION, "how long a probe may take, at most 1h")
          .defaultsTo("5s");
  static final Parameter INTERVAL =
      Parameter.optional(
              "interval",
              Parameter.Type.DURATION,
              "how often the daemon makes the check, from 1s to 1d and longer than the timeout;"
                  + " without it 30s, or twice the timeout where that is longer")
          .defaultsTo("30s");
  static final Parameter ON_UNKNOWN =
      Parameter.choice(
              "on-unknown",
              List.of(FAIL, "ignore"),
              "whether a state that could not be found out fails the gate")
          .defaultsTo(FAIL);
  static final Parameter ENABLED =
      Parameter.optional("enabled", Parameter.Type.FLAG, "whether the check takes part")
          .defaultsTo("true");
  static final Parameter PROVIDES =
      Parameter.optional(
          "provides",
          Parameter.Type.TEXTS,
          "tags that others can require, besides the type of the check");
  static final Parameter ALIASES =
      Parameter.optional(
          "aliases",
          Parameter.Type.TEXTS,
          "further names of its component, such as that of a load balancer in front of it");

  /** Those of them that are plain parameters. */
  static final List<Parameter> PARAMETERS =
      List.of(ENABLED, TIMEOUT, INTERVAL, ON_UNKNOWN, PROVIDES, ALIASES);

  private static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);
  private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);
  private static final Duration LONGEST_INTERVAL = Duration.ofDays(1);

  boolean enabled() {
    return !Optional.of(false).equals(value(ENABLED));
  }

  Duration timeout(Duration otherwise) {
    Optional<Duration> timeout = value(TIMEOUT).map(Duration.class::cast);
    if (timeout.isEmpty()) {
      return otherwise;
    }
    if (timeout.get().isZero() || timeout.get().compareTo(LONGEST_TIMEOUT) > 0) {
      refuse(TIMEOUT, "expected a time above 0s and at most 1h, found another");
      return otherwise;
    }
    return timeout.get();
  }

  /** What is written, if it can be one. */
  Optional<Duration> interval() {
    Optional<Duration> interval = value(INTERVAL).map(Duration.class::cast);
    if (interval.isPresent()
        && (interval.get().compareTo(SHORTEST_INTERVAL) < 0
            || interval.get().compareTo(LONGEST_INTERVAL) > 0)) {
      refuse(INTERVAL, "expected a time from 1s to 1d, found another");
      return Optional.empty();
    }
    return interval;
  }

  /**
   * How often the check is made.
   *
   * @param otherwise what the defaults say, or nothing
   */
  Duration interval(Optional<Duration> otherwise, Duration timeout) {
    Optional<Duration> interval = interval().or(() -> otherwise);
    if (interval.isPresent() && interval.get().compareTo(timeout) <= 0) {
      findings.add(
          CONFIG_INVALID,
          mapping
              .entry(INTERVAL.name())
              .or(() -> mapping.entry(TIMEOUT.name()))
              .map(entry -> entry.value().position())
              .orElse(mapping.position()),
          path + "." + INTERVAL.name(),
          "expected an interval that is longer than the timeout of "
              + timeout.toMillis()
              + " ms, found one of "
              + interval.get().toMillis()
              + " ms",
          "A probe that is late would overlap the next one; make one shorter or the other longer");
      return CheckSpec.usualInterval(timeout);
    }
    return interval.orElseGet(() -> CheckSpec.usualInterval(timeout));
  }

  boolean unknownCounts(boolean otherwise) {
    return value(ON_UNKNOWN).map(FAIL::equals).orElse(otherwise);
  }

  SortedSet<String> provides() {
    return new TreeSet<>(texts(PROVIDES, Names::isTag));
  }

  List<ComponentId> aliases() {
    return texts(ALIASES, ComponentId::isWellFormed).stream().map(ComponentId::new).toList();
  }

  private List<String> texts(Parameter parameter, Predicate<String> fine) {
    List<?> list = value(parameter).map(texts -> (List<?>) texts).orElse(List.of());
    List<String> texts = list.stream().map(Object::toString).toList();
    if (!texts.stream().allMatch(fine)) {
      refuse(parameter, "expected names, found what can be none");
      return List.of();
    }
    return texts;
  }

  private Optional<Object> value(Parameter parameter) {
    return mapping
        .entry(parameter.name())
        .flatMap(entry -> values.read(parameter, entry.value(), path + "." + parameter.name()));
  }

  private void refuse(Parameter parameter, String what) {
    mapping
        .entry(parameter.name())
        .ifPresent(
            entry ->
                findings.add(
                    CONFIG_INVALID,
                    entry.value().position(),
                    path + "." + parameter.name(),
                    what,
                    "It means: " + parameter.description()));
  }
}
