package io.github.quartermaster.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.ComponentHealth;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JDBC driver that lies in the folder of plugins and nowhere else. */
class DroppedDriverTest {
  private static final String SOURCE =
      """
      package example;
      public final class RefusingDriver implements java.sql.Driver {
        public java.sql.Connection connect(String url, java.util.Properties info)
            throws java.sql.SQLException {
          throw new java.sql.SQLException("refused by the dropped driver", "08001");
        }
        public boolean acceptsURL(String url) { return url.startsWith("jdbc:dropped:"); }
        public java.sql.DriverPropertyInfo[] getPropertyInfo(String u, java.util.Properties i) {
          return new java.sql.DriverPropertyInfo[0];
        }
        public int getMajorVersion() { return 1; }
        public int getMinorVersion() { return 0; }
        public boolean jdbcCompliant() { return false; }
        public java.util.logging.Logger getParentLogger() { return null; }
      }
      """;

  @TempDir Path folder;

  @Test
  void a_check_of_a_database_finds_its_driver_there() throws IOException {
    Path plugins = Files.createDirectories(folder.resolve("plugins"));
    jar(plugins.resolve("driver.jar"));
    Path config = folder.resolve("sentinel.yaml");
    Files.writeString(
        config, "sentinel: 1\nchecks: {db: {type: jdbc, url: \"jdbc:dropped:shop\"}}\n");

    try (Sentinel sentinel = Sentinel.builder().config(config).plugins(plugins).build()) {
      assertThat(sentinel.check(CheckRequest.ALL).components())
          .extracting(ComponentHealth::message)
          .singleElement()
          .asString()
          .contains("refused by the dropped driver");
    }
  }

  private void jar(Path jar) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Path classes = Files.createDirectories(folder.resolve("classes"));
    SimpleJavaFileObject source =
        new SimpleJavaFileObject(
            URI.create("string:///example/RefusingDriver.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return SOURCE;
          }
        };
    assertThat(
            compiler
                .getTask(null, null, null, List.of("-d", classes.toString()), null, List.of(source))
                .call())
        .isTrue();
    Map<String, byte[]> entries =
        Map.of(
            "example/RefusingDriver.class",
            Files.readAllBytes(classes.resolve("example/RefusingDriver.class")),
            "META-INF/services/java.sql.Driver",
            "example.RefusingDriver\n".getBytes(StandardCharsets.UTF_8));
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream archive = new JarOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        archive.putNextEntry(new ZipEntry(entry.getKey()));
        archive.write(entry.getValue());
        archive.closeEntry();
      }
    }
  }
}
