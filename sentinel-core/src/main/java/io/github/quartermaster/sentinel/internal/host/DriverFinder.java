package io.github.quartermaster.sentinel.internal.host;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Finds JDBC drivers in class loaders. {@link DriverManager} alone gives only those that its
 * caller's loader sees, which leaves out jars that were added beside it.
 */
public final class DriverFinder {
  private final List<ClassLoader> loaders;

  /** Will look into loaders, the first one first. */
  public DriverFinder(List<ClassLoader> loaders) {
    this.loaders = List.copyOf(loaders);
  }

  /** The driver that takes a URL. */
  public Optional<Driver> accepting(String url) {
    return Stream.concat(loaders.stream().flatMap(loader -> in(loader)), DriverManager.drivers())
        .filter(driver -> accepts(driver, url))
        .findFirst();
  }

  /**
   * The driver of a class.
   *
   * @return nothing if no loader has such a class, or it is no driver or cannot be made
   */
  public Optional<Driver> named(String className) {
    for (ClassLoader loader : loaders) {
      try {
        Class<?> found = Class.forName(className, false, loader);
        if (Driver.class.isAssignableFrom(found)) {
          return Optional.of(found.asSubclass(Driver.class).getDeclaredConstructor().newInstance());
        }
      } catch (ReflectiveOperationException | LinkageError e) {
        // perhaps another loader has it
      }
    }
    return Optional.empty();
  }

  private static Stream<Driver> in(ClassLoader loader) {
    Stream.Builder<Driver> found = Stream.builder();
    Iterator<Driver> drivers = ServiceLoader.load(Driver.class, loader).iterator();
    // each broken entry costs one turn; no jar has that many
    for (int i = 0; i < 1000; i++) {
      try {
        if (!drivers.hasNext()) {
          break;
        }
        found.add(drivers.next());
      } catch (ServiceConfigurationError | LinkageError e) {
        // one broken jar is not to hide the others
      }
    }
    return found.build();
  }

  private static boolean accepts(Driver driver, String url) {
    try {
      return driver.acceptsURL(url);
    } catch (SQLException | RuntimeException e) {
      return false;
    }
  }
}
