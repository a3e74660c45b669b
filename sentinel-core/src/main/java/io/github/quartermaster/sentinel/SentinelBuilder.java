package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.internal.read.JavaProbe;
import io.github.quartermaster.sentinel.internal.read.Probing;
import io.github.quartermaster.sentinel.internal.read.Probings;
import io.github.quartermaster.sentinel.internal.read.catalog.Factories;
import io.github.quartermaster.sentinel.internal.read.catalog.ProviderCatalog;
import io.github.quartermaster.sentinel.internal.read.config.ConfigDigest;
import io.github.quartermaster.sentinel.internal.read.config.ConfigReader;
import io.github.quartermaster.sentinel.internal.run.action.BuiltInActions;
import io.github.quartermaster.sentinel.internal.run.output.OutputTypes;
import io.github.quartermaster.sentinel.model.ActionFactory;
import io.github.quartermaster.sentinel.model.CheckSpec;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.Healing;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.Requirement;
import io.github.quartermaster.sentinel.model.SentinelConfig;
import io.github.quartermaster.sentinel.model.SentinelException;
import io.github.quartermaster.sentinel.model.SentinelListener;
import io.github.quartermaster.sentinel.model.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says what a {@link Sentinel} checks. Without a configuration and without providers of one's own
 * it checks this host's processors, memory, disks and network. Used by one thread.
 */
public final class SentinelBuilder {
  private final List<Probing> own = new ArrayList<>();
  private final List<HealthProviderFactory> factories = new ArrayList<>();
  private final List<ActionFactory> actions = new ArrayList<>();
  private final Map<String, List<Requirement>> requirements = new LinkedHashMap<>();
  private SentinelListener listener = SentinelListener.SILENT;
  private Clock clock = Clock.systemUTC();
  private ClassLoader loader = HealthProviderFactory.class.getClassLoader();
  private @Nullable Path config;
  private @Nullable Path plugins;
  private @Nullable Healing healing;

  SentinelBuilder() {}

  /** Reads what to check from a file in YAML. */
  public SentinelBuilder config(Path file) {
    config = file;
    return this;
  }

  /**
   * Adds the jars and executables of a folder. Each jar may bring types, each executable is a check
   * of its own, as a plugin of Nagios.
   */
  public SentinelBuilder plugins(Path folder) {
    plugins = folder;
    return this;
  }

  /** Adds the types that a class loader offers as services. */
  public SentinelBuilder classLoader(ClassLoader newLoader) {
    loader = newLoader;
    return this;
  }

  /** Adds a type that the configuration may name. */
  public SentinelBuilder factory(HealthProviderFactory factory) {
    factories.add(factory);
    return this;
  }

  /** Adds a type of action that remedies may name. */
  public SentinelBuilder action(ActionFactory factory) {
    actions.add(factory);
    return this;
  }

  /**
   * Adds a provider in one line. The component is the one that its reading names.
   *
   * @param check the name of the check; unique
   * @param probe what it finds out
   */
  public SentinelBuilder provider(String check, Probe probe) {
    return provider(
        CheckSpec.of(check, JavaProbe.TYPE, Settings.NONE), new JavaProbe(check, probe::probe));
  }

  /** Adds a provider of several components, or with a time-out and tags of its own. */
  public SentinelBuilder provider(CheckSpec spec, HealthProvider provider) {
    own.add(new Probing(spec, provider));
    return this;
  }

  /**
   * Adds a dependency.
   *
   * @param component the name of the component that needs something
   * @param target the name of a component or check, or {@code tag:} and a tag
   */
  public SentinelBuilder requires(String component, String target) {
    Dependency.Origin origin =
        target.startsWith(Requirement.TAG_PREFIX)
            ? Dependency.Origin.TAG
            : Dependency.Origin.DECLARED;
    requirements
        .computeIfAbsent(component, key -> new ArrayList<>())
        .add(new Requirement(target, 1, origin));
    return this;
  }

  /** Says what is to be done about causes, in the place of what the configuration says. */
  public SentinelBuilder healing(Healing remedies) {
    healing = remedies;
    return this;
  }

  /** Is told what happens during a check. Default: nobody. */
  public SentinelBuilder listener(SentinelListener newListener) {
    listener = newListener;
    return this;
  }

  /** The clock that dates what is found out. Default: the machine's. */
  public SentinelBuilder clock(Clock newClock) {
    clock = newClock;
    return this;
  }

  /**
   * Everything said; reads the configuration.
   *
   * @throws SentinelException if something is wrong with the configuration or a plugin; says all
   *     that is
   */
  public Sentinel build() {
    ProviderCatalog catalog =
        ProviderCatalog.load(
            loader, BuiltInActions.all(), new Factories(factories, actions), pluginFolder());
    try {
      SentinelConfig read = configuration(catalog);
      List<Probing> probings = Probings.of(read, catalog);
      probings.addAll(own);
      refuseDuplicates(probings);
      SentinelSetup setup =
          new SentinelSetup(
              healing == null ? read : read.with(healing),
              probings,
              requirements,
              catalog.describe(),
              catalog.describeActions(),
              actionFactories(catalog),
              config == null ? "built-in" : ConfigDigest.of(config),
              Monitors.of(read, clock),
              catalog.problems(),
              catalog);
      return new Sentinel(setup, listener, clock);
    } catch (RuntimeException | Error e) {
      try {
        catalog.close();
      } catch (IOException closing) {
        e.addSuppressed(closing);
      }
      throw e;
    }
  }

  private static Map<String, ActionFactory> actionFactories(ProviderCatalog catalog) {
    Map<String, ActionFactory> byType = new LinkedHashMap<>();
    catalog.actions().forEach((type, action) -> byType.put(type, action.factory()));
    return byType;
  }

  /** The one given here, or else the one that the configuration names. */
  private @Nullable Path pluginFolder() {
    return plugins != null || config == null
        ? plugins
        : ConfigReader.pluginsOf(config, System.getenv()).orElse(null);
  }

  private SentinelConfig configuration(ProviderCatalog catalog) {
    ConfigReader reader =
        new ConfigReader(catalog, System.getenv(), OutputTypes.all(), !own.isEmpty());
    if (config != null) {
      return reader.read(config);
    }
    return own.isEmpty() ? reader.builtIn() : reader.dropped();
  }

  private static void refuseDuplicates(List<Probing> probings) {
    Set<String> names = new HashSet<>();
    List<Problem> problems =
        probings.stream()
            .map(probing -> probing.spec().name())
            .filter(name -> !names.add(name))
            .distinct()
            .map(
                name ->
                    Problem.error(
                        ProblemCode.CONFIG_INVALID,
                        name,
                        "tried to add the check " + name + "; there is another one of that name",
                        "Give one of them another name"))
            .toList();
    if (!problems.isEmpty()) {
      throw new SentinelException(problems);
    }
  }
}
