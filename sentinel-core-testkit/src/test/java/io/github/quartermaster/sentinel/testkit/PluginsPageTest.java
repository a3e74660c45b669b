package io.github.quartermaster.sentinel.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the page about plugins can be compiled, and keeps the contract. */
class PluginsPageTest {
  private static final Path PAGE = Path.of("../docs/sentinel-plugins.md");
  private static final Pattern SOURCE =
      Pattern.compile("```java\n(package example;.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void example_keeps_the_contract() throws Exception {
    try (URLClassLoader classes = compiled()) {
      HealthProviderFactory factory =
          (HealthProviderFactory)
              classes.loadClass("example.SpoolFactory").getDeclaredConstructor().newInstance();

      assertThat(
              HealthProviderContract.of(factory)
                  .settings("{folder: " + folder + "}")
                  .times(Duration.ofSeconds(10), Duration.ofSeconds(20))
                  .violations())
          .isEmpty();
    }
  }

  private URLClassLoader compiled() throws IOException {
    Matcher matcher = SOURCE.matcher(Files.readString(PAGE));
    assertThat(matcher.find()).isTrue();
    Path source = Files.writeString(folder.resolve("SpoolFactory.java"), matcher.group(1));
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
    assertThat(result).isZero();
    return new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
  }
}
