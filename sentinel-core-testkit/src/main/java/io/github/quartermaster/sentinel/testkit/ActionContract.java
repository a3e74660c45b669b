package io.github.quartermaster.sentinel.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.quartermaster.sentinel.internal.read.catalog.Factories;
import io.github.quartermaster.sentinel.internal.read.catalog.ProviderCatalog;
import io.github.quartermaster.sentinel.internal.read.config.ConfigReader;
import io.github.quartermaster.sentinel.model.Action;
import io.github.quartermaster.sentinel.model.ActionFactory;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.RemedyStep;
import io.github.quartermaster.sentinel.model.SentinelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Holds an action to what {@link Action} and its factory promise. It makes the action as Sentinel
 * would, from a configuration; asks what it would do, with little time and interrupted too; and
 * looks at what it says. That a preview changes nothing only its author can test.
 *
 * <pre>{@code
 * assertThat(ActionContract.of(new DrainFactory()).settings("{pool: shop}").violations())
 *     .isEmpty();
 * }</pre>
 *
 * <p>It acts only where it is told to, by {@link #running()}: then it does so three times.
 * Immutable; needs no test framework.
 */
public final class ActionContract {
  /** What the component is called that the action is about. */
  public static final String TARGET = "contract";

  private static final Duration TIME = Duration.ofSeconds(5);
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final ActionFactory factory;
  private final String settings;
  private final Duration time;
  private final Duration grace;
  private final boolean runs;

  private ActionContract(
      ActionFactory factory, String settings, Duration time, Duration grace, boolean runs) {
    this.factory = factory;
    this.settings = settings;
    this.time = time;
    this.grace = grace;
    this.runs = runs;
  }

  /** The contract of the actions that a factory makes. */
  public static ActionContract of(ActionFactory factory) {
    return new ActionContract(factory, "{}", TIME, GRACE, false);
  }

  /**
   * The same with settings.
   *
   * @param yaml names and values in braces, as they would stand in a step of {@code sentinel.yaml},
   *     but for the action: {@code {pool: shop, timeout: 5s}}
   */
  public ActionContract settings(String yaml) {
    return new ActionContract(factory, yaml, time, grace, runs);
  }

  /**
   * The same with other times.
   *
   * @param call how long a call may take, by its deadline; 5 s where nothing is said
   * @param lateness how long after deadline or interruption a call may still take, which a loaded
   *     machine needs; 2 s where nothing is said
   */
  public ActionContract times(Duration call, Duration lateness) {
    return new ActionContract(factory, settings, call, lateness, runs);
  }

  /** The same, and it really acts. */
  public ActionContract running() {
    return new ActionContract(factory, settings, time, grace, true);
  }

  /** What is broken, each in one sentence; empty where all is kept. */
  public List<String> violations() {
    List<String> violations = new ArrayList<>(FactoryRules.violations(factory));
    if (violations.isEmpty()) {
      Factories given = new Factories(List.of(new NothingFactory()), List.of(factory));
      try (ProviderCatalog catalog = ProviderCatalog.of(given, null)) {
        catalog.problems().stream().map(Problem::message).forEach(violations::add);
        if (violations.isEmpty()) {
          Action action = factory.create(step(catalog).settings());
          violations.addAll(new ActionRules(action, time, grace, runs).violations());
        }
      } catch (SentinelException e) {
        e.problems().stream().map(Problem::toString).forEach(violations::add);
      } catch (IOException e) {
        throw new UncheckedIOException("a catalog without jars cannot be closed", e);
      }
    }
    return List.copyOf(violations);
  }

  private RemedyStep step(ProviderCatalog catalog) {
    String text = settings.strip();
    if (!text.startsWith("{") || !text.endsWith("}")) {
      throw new IllegalArgumentException("settings stand in braces, such as {pool: shop}");
    }
    String rest = text.substring(1, text.length() - 1).strip();
    String yaml =
        "sentinel: 1\nchecks: {"
            + TARGET
            + ": {type: "
            + NothingFactory.TYPE
            + "}}\nremedies:\n  when: {cause: "
            + TARGET
            + "}\n  steps: {action: "
            + factory.type()
            + (rest.isEmpty() ? "" : ", " + rest)
            + "}\n";
    return new ConfigReader(catalog, Map.of())
        .read(Path.of("settings.yaml"), yaml.getBytes(UTF_8))
        .healing()
        .remedies()
        .get(0)
        .steps()
        .get(0);
  }
}
