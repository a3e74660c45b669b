package io.github.quartermaster.sentinel.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.quartermaster.sentinel.internal.read.catalog.ProviderCatalog;
import io.github.quartermaster.sentinel.internal.read.config.ConfigReader;
import io.github.quartermaster.sentinel.model.CheckSpec;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.SentinelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Holds a provider to what {@link io.github.quartermaster.sentinel.model.HealthProvider} and its
 * factory promise. It makes the provider as Sentinel would, from a configuration; calls it from
 * several threads, one after the other; gives it little time; interrupts it; and looks at what it
 * says.
 *
 * <pre>{@code
 * assertThat(HealthProviderContract.of(new QueueFactory()).settings("{name: orders}").violations())
 *     .isEmpty();
 * }</pre>
 *
 * <p>Immutable; needs no test framework. A call takes as long as a few probes do.
 */
public final class HealthProviderContract {
  /** What the check is called for which the provider is made. */
  public static final String CHECK = "contract";

  private static final Duration TIME = Duration.ofSeconds(5);
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final HealthProviderFactory factory;
  private final String settings;
  private final Duration time;
  private final Duration grace;

  private HealthProviderContract(
      HealthProviderFactory factory, String settings, Duration time, Duration grace) {
    this.factory = factory;
    this.settings = settings;
    this.time = time;
    this.grace = grace;
  }

  /** The contract of the providers that a factory makes. */
  public static HealthProviderContract of(HealthProviderFactory factory) {
    return new HealthProviderContract(factory, "{}", TIME, GRACE);
  }

  /**
   * The same with settings.
   *
   * @param yaml names and values in braces, as they would stand in {@code sentinel.yaml}, but for
   *     the type: {@code {name: orders, warn: 100}}
   */
  public HealthProviderContract settings(String yaml) {
    return new HealthProviderContract(factory, yaml, time, grace);
  }

  /**
   * The same with other times.
   *
   * @param probe how long a probe may take, by its deadline; 5 s where nothing is said
   * @param lateness how long after deadline or interruption a call may still take, which a loaded
   *     machine needs; 2 s where nothing is said
   */
  public HealthProviderContract times(Duration probe, Duration lateness) {
    return new HealthProviderContract(factory, settings, probe, lateness);
  }

  /** What is broken, each in one sentence; empty where all is kept. */
  public List<String> violations() {
    List<String> violations = new ArrayList<>(FactoryRules.violations(factory));
    if (violations.isEmpty()) {
      try (ProviderCatalog catalog = ProviderCatalog.of(List.of(factory))) {
        catalog.problems().stream().map(Problem::message).forEach(violations::add);
        if (violations.isEmpty()) {
          CheckSpec check = check(catalog);
          violations.addAll(
              new ProviderRules(factory.create(CHECK, check.settings()), time, grace).violations());
        }
      } catch (SentinelException e) {
        e.problems().stream().map(Problem::toString).forEach(violations::add);
      } catch (IOException e) {
        throw new UncheckedIOException("a catalog without jars cannot be closed", e);
      }
    }
    return List.copyOf(violations);
  }

  private CheckSpec check(ProviderCatalog catalog) {
    String text = settings.strip();
    if (!text.startsWith("{") || !text.endsWith("}")) {
      throw new IllegalArgumentException("settings stand in braces, such as {name: orders}");
    }
    String rest = text.substring(1, text.length() - 1).strip();
    String yaml =
        "sentinel: 1\nchecks:\n  "
            + CHECK
            + ": {type: "
            + factory.type()
            + (rest.isEmpty() ? "" : ", " + rest)
            + "}\n";
    return new ConfigReader(catalog, Map.of())
        .read(Path.of("settings.yaml"), yaml.getBytes(UTF_8))
        .checks()
        .get(0);
  }
}
