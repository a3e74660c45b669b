package io.github.quartermaster.sentinel.internal.read.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Settings;
import io.github.quartermaster.sentinel.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One probe of a check, looked at. */
record Probing(List<Reading> readings) {
  /** Enough for any machine where something is to be found out. */
  static final Duration AMPLE = Duration.ofSeconds(30);

  /** For what only time can tell. */
  static final Duration BRIEF = Duration.ofMillis(1500);

  /** The check is called {@code it}. */
  static Probing of(HealthProviderFactory factory, Duration time, Object... settings)
      throws Exception {
    return of(factory.create("it", settings(settings)), time);
  }

  static Probing of(HealthProvider provider, Duration time) throws Exception {
    ProbeContext context = context(time);
    List<ComponentId> listed =
        provider.components(context).stream().map(component -> component.id()).toList();
    Probing probing = new Probing(provider.probe(context));
    // the contract of a provider
    assertThat(probing.readings()).extracting(Reading::component).hasSameElementsAs(listed);
    return probing;
  }

  static ProbeContext context(Duration time) {
    return new ProbeContext(Instant.now(), Deadline.in(time));
  }

  static Settings settings(Object... namesAndValues) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return Settings.of(values);
  }

  Reading it() {
    return of("it");
  }

  Reading of(String component) {
    return readings.stream()
        .filter(reading -> reading.component().value().equals(component))
        .findFirst()
        .orElseThrow();
  }

  /** The least score that a reading gets; 0 where only its metrics judge. */
  static int score(Reading reading) {
    return reading.verdict() instanceof Verdict.Given given
        ? given.score().value()
        : Score.HEALTHY.value();
  }

  static String evidence(Reading reading) {
    return reading.evidence().toString();
  }
}
