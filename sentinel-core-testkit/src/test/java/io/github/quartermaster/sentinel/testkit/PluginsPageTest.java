package io.github.quartermaster.sentinel.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.ActionFactory;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the page about plugins can be compiled, and keep their contracts. */
class PluginsPageTest {
  private static final Path PAGE = Path.of("../docs/sentinel-plugins.md");
  private static final Pattern SOURCE =
      Pattern.compile("```java\n(package example;.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void check_keeps_the_contract() throws Exception {
    try (URLClassLoader classes = compiled(0, "SpoolFactory")) {
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

  @Test
  void action_keeps_the_contract() throws Exception {
    try (URLClassLoader classes = compiled(1, "TouchFactory")) {
      ActionFactory factory =
          (ActionFactory)
              classes.loadClass("example.TouchFactory").getDeclaredConstructor().newInstance();
      Path watched = Files.createFile(folder.resolve("watched"));

      assertThat(
              ActionContract.of(factory)
                  .settings("{file: " + watched + "}")
                  .times(Duration.ofSeconds(10), Duration.ofSeconds(20))
                  .running()
                  .violations())
          .isEmpty();
    }
  }

  private URLClassLoader compiled(int example, String name) throws IOException {
    List<String> sources =
        SOURCE.matcher(Files.readString(PAGE)).results().map(match -> match.group(1)).toList();
    assertThat(sources).hasSize(2);
    Path source = Files.writeString(folder.resolve(name + ".java"), sources.get(example));
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
