package io.github.quartermaster.sentinel.internal.read.catalog;

import io.github.quartermaster.sentinel.model.ActionFactory;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarFile;

/**
 * The classes of one jar, with those of the core behind them. Its services are those of the jar
 * alone: what the core offers is not its merit.
 */
final class PluginJar extends URLClassLoader {
  private static final String SERVICES = "META-INF/services/";
  private static final List<Class<?>> OFFERED =
      List.of(HealthProviderFactory.class, ActionFactory.class, Driver.class);

  private PluginJar(URL jar) {
    super(new URL[] {jar}, HealthProviderFactory.class.getClassLoader());
  }

  /**
   * Opens a jar.
   *
   * @throws IOException if it is none, or names neither a factory of providers or actions nor a
   *     driver of databases; the message says which
   */
  static PluginJar open(Path file) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      if (OFFERED.stream()
          .allMatch(service -> jar.getEntry(SERVICES + service.getName()) == null)) {
        throw new IOException(
            "it has no "
                + SERVICES
                + HealthProviderFactory.class.getName()
                + " that names a provider's factory, nor such a file for "
                + ActionFactory.class.getName()
                + " or "
                + Driver.class.getName());
      }
    }
    return new PluginJar(file.toUri().toURL());
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return name.startsWith(SERVICES) ? findResources(name) : super.getResources(name);
  }
}
