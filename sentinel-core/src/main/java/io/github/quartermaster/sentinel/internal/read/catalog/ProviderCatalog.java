package io.github.quartermaster.sentinel.internal.read.catalog;

import io.github.quartermaster.sentinel.model.ActionFactory;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All types of checks and of actions that can be used here. One that cannot be used is a problem,
 * and hinders no other; whether the work goes on is for the caller to say. Not safe for use by
 * several threads until it is loaded; the jars that it opened stay open until it is closed, since
 * what they bring loads its classes when it needs them.
 */
public final class ProviderCatalog implements Closeable {
  private static final String GIVEN = "given by the program";
  private static final Pattern CHECK_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private final List<Problem> problems = new ArrayList<>();
  private final TypeTable<HealthProviderFactory, ProviderType> checks =
      new TypeTable<>(ProviderType::of, problems);
  private final TypeTable<ActionFactory, ActionType> actions =
      new TypeTable<>(ActionType::of, problems);
  private final SortedMap<String, DroppedCheck> dropped = new TreeMap<>();
  private final List<PluginJar> jars = new ArrayList<>();

  private ProviderCatalog() {}

  /**
   * Looks for types: the built-in ones, those that a class loader offers as services, those that
   * the program gives, and those in a folder of jars and executables.
   *
   * @param loader such as that of the Maven plugin, which sees the jars that its user added
   * @param builtInActions the actions that Sentinel brings
   * @param given factories that the program made itself
   * @param plugins a folder, or null for none
   */
  public static ProviderCatalog load(
      ClassLoader loader,
      List<ActionFactory> builtInActions,
      Factories given,
      @Nullable Path plugins) {
    ProviderCatalog catalog = new ProviderCatalog();
    Factories builtIn =
        new Factories(BuiltInTypes.all(() -> catalog.loaders(loader)), builtInActions);
    catalog.add(builtIn, ProviderDescription.BUILT_IN);
    catalog.addServices(loader);
    catalog.addAll(given, plugins);
    return catalog;
  }

  /** The same without actions of ours and of the program. */
  public static ProviderCatalog load(
      ClassLoader loader, List<HealthProviderFactory> given, @Nullable Path plugins) {
    return load(loader, List.of(), Factories.ofProviders(given), plugins);
  }

  private List<ClassLoader> loaders(ClassLoader loader) {
    List<ClassLoader> all = new ArrayList<>(jars);
    all.add(loader);
    return all;
  }

  /** Only these, and none of the class path. */
  public static ProviderCatalog of(List<HealthProviderFactory> given) {
    return of(given, null);
  }

  /** Only these and those of a folder. */
  public static ProviderCatalog of(List<HealthProviderFactory> given, @Nullable Path plugins) {
    return of(Factories.ofProviders(given), plugins);
  }

  /** Only these and those of a folder. */
  public static ProviderCatalog of(Factories given, @Nullable Path plugins) {
    ProviderCatalog catalog = new ProviderCatalog();
    catalog.addAll(given, plugins);
    return catalog;
  }

  /** The type of check of a name. */
  public Optional<ProviderType> type(String name) {
    return checks.type(name);
  }

  /** All types of checks by name. */
  public SortedMap<String, ProviderType> types() {
    return checks.types();
  }

  /** All types of checks as they describe themselves, by name. */
  public List<ProviderDescription> describe() {
    return checks.describe();
  }

  /** All types of actions by name. */
  public SortedMap<String, ActionType> actions() {
    return actions.types();
  }

  /** All types of actions as they describe themselves, by name. */
  public List<ProviderDescription> describeActions() {
    return actions.describe();
  }

  /** The checks that executables in the folder of plugins are, by name. */
  public List<DroppedCheck> dropped() {
    return List.copyOf(dropped.values());
  }

  /** What cannot be used and why. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Closes the jars of the folder of plugins; what they bring is of no use afterwards. */
  @Override
  public void close() throws IOException {
    IOException failure = null;
    for (PluginJar jar : jars) {
      try {
        jar.close();
      } catch (IOException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void addAll(Factories given, @Nullable Path plugins) {
    add(given, GIVEN);
    if (plugins != null) {
      addPlugins(plugins);
    }
  }

  private void add(Factories factories, String origin) {
    factories.providers().forEach(factory -> checks.add(factory, origin));
    factories.actions().forEach(factory -> actions.add(factory, origin));
  }

  private void addServices(ClassLoader loader) {
    String where = "the class path";
    take(Services.load(HealthProviderFactory.class, loader, "provider", where))
        .forEach(factory -> checks.add(factory, origin(factory)));
    take(Services.load(ActionFactory.class, loader, "action", where))
        .forEach(factory -> actions.add(factory, origin(factory)));
  }

  private <F> List<F> take(Services<F> services) {
    problems.addAll(services.problems().stream().filter(p -> !problems.contains(p)).toList());
    return services.factories();
  }

  private void addPlugins(Path folder) {
    PluginFolder found = PluginFolder.scan(folder);
    for (Path file : found.jars()) {
      try {
        addJar(PluginJar.open(file), file.toString());
      } catch (IOException e) {
        found.refuse(file, e, "the plugin");
      }
    }
    for (Path file : found.executables()) {
      try {
        addExecutable(file);
      } catch (IOException e) {
        found.refuse(file, e, "the plugin");
      }
    }
    problems.addAll(found.problems());
  }

  private void addJar(PluginJar jar, String name) {
    jars.add(jar);
    take(Services.load(HealthProviderFactory.class, jar, "provider", name))
        .forEach(factory -> checks.add(factory, name));
    take(Services.load(ActionFactory.class, jar, "action", name))
        .forEach(factory -> actions.add(factory, name));
  }

  private void addExecutable(Path file) throws IOException {
    String fileName = file.getFileName().toString();
    int dot = fileName.lastIndexOf('.');
    String name = dot > 0 ? fileName.substring(0, dot) : fileName;
    if (!CHECK_NAME.matcher(name).matches()) {
      throw new IOException(
          "a check is named after it, and such a name has letters, digits, . _ - only");
    }
    DroppedCheck other = dropped.get(name);
    if (other != null) {
      throw new IOException("the check " + name + " is already made of " + other.executable());
    }
    dropped.put(name, PluginHeader.read(name, file));
  }

  private static String origin(Object factory) {
    Class<?> type = factory.getClass();
    var source = type.getProtectionDomain().getCodeSource();
    return source == null || source.getLocation() == null
        ? type.getName()
        : source.getLocation().getPath();
  }
}
