package io.github.quartermaster.sentinel.internal.read.catalog;

import static io.github.quartermaster.sentinel.model.ProblemCode.PROVIDER_UNUSABLE;

import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import io.github.quartermaster.sentinel.model.SentinelException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All types of checks that can be used here. One that cannot be used is a problem, and hinders no
 * other; whether the work goes on is for the caller to say. Not safe for use by several threads
 * until it is loaded; the jars that it opened stay open until it is closed, since providers load
 * their classes when they need them.
 */
public final class ProviderCatalog implements Closeable {
  private static final String PROVIDER = "provider";
  private static final String GIVEN = "given by the program";
  private static final Pattern CHECK_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private final SortedMap<String, ProviderType> types = new TreeMap<>();
  private final SortedMap<String, DroppedCheck> dropped = new TreeMap<>();
  private final List<PluginJar> jars = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private ProviderCatalog() {}

  /**
   * Looks for types: the built-in ones, those that a class loader offers as services, those that
   * the program gives, and those in a folder of jars and executables.
   *
   * @param loader such as that of the Maven plugin, which sees the jars that its user added
   * @param given factories that the program made itself
   * @param plugins a folder, or null for none
   */
  public static ProviderCatalog load(
      ClassLoader loader, List<HealthProviderFactory> given, @Nullable Path plugins) {
    ProviderCatalog catalog = new ProviderCatalog();
    BuiltInTypes.all(() -> catalog.loaders(loader))
        .forEach(factory -> catalog.add(factory, ProviderDescription.BUILT_IN));
    catalog.addServices(loader);
    catalog.addAll(given, plugins);
    return catalog;
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
    ProviderCatalog catalog = new ProviderCatalog();
    catalog.addAll(given, plugins);
    return catalog;
  }

  /** The type of a name. */
  public Optional<ProviderType> type(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /** All types by name. */
  public SortedMap<String, ProviderType> types() {
    return Collections.unmodifiableSortedMap(types);
  }

  /** All types as they describe themselves, by name. */
  public List<ProviderDescription> describe() {
    return types.values().stream().map(ProviderType::description).toList();
  }

  /** The checks that executables in the folder of plugins are, by name. */
  public List<DroppedCheck> dropped() {
    return List.copyOf(dropped.values());
  }

  /** What cannot be used and why. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Closes the jars of the folder of plugins; their providers are of no use afterwards. */
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

  private void addAll(List<HealthProviderFactory> given, @Nullable Path plugins) {
    given.forEach(factory -> add(factory, GIVEN));
    if (plugins != null) {
      addPlugins(plugins);
    }
  }

  private void addServices(ClassLoader loader) {
    Services<HealthProviderFactory> services =
        Services.load(HealthProviderFactory.class, loader, PROVIDER, "the class path");
    problems.addAll(services.problems().stream().filter(p -> !problems.contains(p)).toList());
    services.factories().forEach(factory -> add(factory, origin(factory)));
  }

  private void addPlugins(Path folder) {
    PluginFolder found = PluginFolder.scan(folder);
    for (Path file : found.jars()) {
      try {
        PluginJar jar = PluginJar.open(file);
        jars.add(jar);
        Services<HealthProviderFactory> services =
            Services.load(HealthProviderFactory.class, jar, PROVIDER, file.toString());
        problems.addAll(services.problems());
        services.factories().forEach(factory -> add(factory, file.toString()));
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

  private void add(HealthProviderFactory factory, String origin) {
    try {
      ProviderType type = ProviderType.of(factory, origin);
      String name = type.description().type();
      ProviderType other = types.putIfAbsent(name, type);
      // the class path may be seen through two loaders
      if (other != null && other.factory().getClass() != factory.getClass()) {
        problems.add(duplicate(name, other.description().origin(), origin));
      }
    } catch (SentinelException e) {
      problems.addAll(e.problems());
    }
  }

  private static Problem duplicate(String type, String first, String second) {
    return Problem.error(
        PROVIDER_UNUSABLE,
        second,
        "tried to add the type " + type + " of " + second + "; " + first + " has one of that name",
        "Remove one of the two");
  }

  private static String origin(HealthProviderFactory factory) {
    Class<?> type = factory.getClass();
    var source = type.getProtectionDomain().getCodeSource();
    return source == null || source.getLocation() == null
        ? type.getName()
        : source.getLocation().getPath();
  }
}
