package io.github.quartermaster.sentinel.internal.read.catalog;

import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.Enumeration;
import java.util.jar.JarFile;

/**
 * The classes of one jar, with those of the core behind them. Its services are those of the jar
 * alone: what the core offers is not its merit.
 */
final class PluginJar extends URLClassLoader {
  private static final String SERVICES = "META-INF/services/";

  private PluginJar(URL jar) {
    super(new URL[] {jar}, HealthProviderFactory.class.getClassLoader());
  }

  /**
   * Opens a jar.
   *
   * @throws IOException if it is none, or names neither a factory nor a driver of databases; the
   *     message says which
   */
  static PluginJar open(Path file) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      String providers = SERVICES + HealthProviderFactory.class.getName();
      String drivers = SERVICES + Driver.class.getName();
      if (jar.getEntry(providers) == null && jar.getEntry(drivers) == null) {
        throw new IOException(
            "it has no " + providers + " that names a provider's factory, and no " + drivers);
      }
    }
    return new PluginJar(file.toUri().toURL());
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return name.startsWith(SERVICES) ? findResources(name) : super.getResources(name);
  }
}
