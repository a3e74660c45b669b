package io.github.quartermaster.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The settings of all runs: they ask the local repository of the surrounding build first, as if it
 * were a repository on the network, so that little is fetched twice. On a fresh machine it holds
 * little, and Maven Central is asked as usual.
 */
final class MavenSettings {
  static final Path FILE = write("it-settings.xml", "");

  /** The same, and our group among those that Maven looks for prefixes in. */
  static final Path WITH_PLUGIN_GROUP =
      write(
          "it-settings-with-plugin-group.xml",
          """
            <pluginGroups>
              <pluginGroup>io.github.quartermaster</pluginGroup>
            </pluginGroups>
          """);

  private MavenSettings() {}

  private static Path write(String name, String pluginGroups) {
    String repository =
        """
                <id>fetched-by-the-build</id>
                <url>%s</url>
                <releases>
                  <updatePolicy>never</updatePolicy>
                  <checksumPolicy>ignore</checksumPolicy>
                </releases>
                <snapshots>
                  <enabled>false</enabled>
                </snapshots>
        """
            .formatted(Path.of(Place.property("it.outerRepository")).toUri());
    try {
      return Files.writeString(
          Place.target().resolve(name),
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <settings>
            <interactiveMode>false</interactiveMode>
          %2$s
            <profiles>
              <profile>
                <id>it</id>
                <repositories>
                  <repository>
          %1$s
                  </repository>
                </repositories>
                <pluginRepositories>
                  <pluginRepository>
          %1$s
                  </pluginRepository>
                </pluginRepositories>
              </profile>
            </profiles>
            <activeProfiles>
              <activeProfile>it</activeProfile>
            </activeProfiles>
          </settings>
          """
              .formatted(repository, pluginGroups));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
