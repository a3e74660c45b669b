package io.github.quartermaster.sentinel.internal.read.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.ActionFactory;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import io.github.quartermaster.sentinel.model.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderCatalogTest {
  private static final String SERVICE =
      "META-INF/services/" + HealthProviderFactory.class.getName();

  private static final String ACTION_SERVICE = "META-INF/services/" + ActionFactory.class.getName();

  private static final String QUEUE = "plugin.Queue";
  private static final String BROKEN = "plugin.Broken";
  private static final String SOURCES =
      """
      package plugin;
      import io.github.quartermaster.sentinel.model.*;
      import java.util.List;
      public class Queue implements HealthProviderFactory {
        public String type() { return "queue"; }
        public String description() { return "Depth of a queue"; }
        public List<Parameter> parameters() {
          return List.of(Parameter.optional("name", Parameter.Type.TEXT, "which queue"));
        }
        public HealthProvider create(String check, Settings settings) { return null; }
      }
      class Other {}
      """;
  private static final String DRAIN = "plugin.Drain";
  private static final String ACTION_SOURCES =
      """
      package plugin;
      import io.github.quartermaster.sentinel.model.*;
      import java.util.List;
      public class Drain implements ActionFactory {
        public String type() { return "pool.drain"; }
        public String description() { return "Takes a server out of its pool"; }
        public List<Parameter> parameters() { return List.of(); }
        public boolean isReversible() { return false; }
        public Action create(Settings settings) { return null; }
      }
      """;
  private static final String MORE_SOURCES =
      """
      package plugin;
      public class Broken extends Queue {
        public Broken() { throw new IllegalStateException("no licence"); }
      }
      """;

  // classes of a stranger, which cannot be found on the class path of the tests
  @TempDir private static Path classes;

  @TempDir private Path temp;
  private Path plugins;

  /** A factory that the program itself has. */
  private static class Given implements HealthProviderFactory {
    @Override
    public String type() {
      return "queue";
    }

    @Override
    public String description() {
      return "Depth of a queue";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of();
    }

    @Override
    public HealthProvider create(String check, Settings settings) {
      throw new UnsupportedOperationException();
    }
  }

  @BeforeAll
  static void compile() throws IOException {
    Path queue = Files.writeString(classes.resolve("Queue.java"), SOURCES);
    Path broken = Files.writeString(classes.resolve("Broken.java"), MORE_SOURCES);
    Path drain = Files.writeString(classes.resolve("Drain.java"), ACTION_SOURCES);
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
                classes.toString(),
                queue.toString(),
                broken.toString(),
                drain.toString());
    assertThat(result).isZero();
  }

  @BeforeEach
  void makeFolder() throws IOException {
    plugins = Files.createDirectory(temp.resolve("plugins.d"));
    mode(plugins, "rwxr-xr-x");
  }

  @Test
  void jar_in_the_folder_brings_its_types() throws IOException {
    Path jar = jar("queue.jar", QUEUE);

    try (ProviderCatalog catalog = load()) {
      assertThat(catalog.problems()).isEmpty();
      assertThat(catalog.describe())
          .filteredOn(type -> type.type().equals("queue"))
          .containsExactly(
              new ProviderDescription(
                  "queue",
                  "Depth of a queue",
                  List.of(Parameter.optional("name", Parameter.Type.TEXT, "which queue")),
                  jar.toString()));
      assertThat(catalog.type("queue").orElseThrow().factory().getClass().getClassLoader())
          .isInstanceOf(PluginJar.class);
    }
  }

  @Test
  void jar_may_bring_actions_and_nothing_else() throws IOException {
    Path jar = jar("drain.jar", ACTION_SERVICE, DRAIN);

    try (ProviderCatalog catalog = load()) {
      assertThat(catalog.problems()).isEmpty();
      assertThat(catalog.types()).isEmpty();
      assertThat(catalog.describeActions())
          .containsExactly(
              new ProviderDescription(
                  "pool.drain",
                  "Takes a server out of its pool; cannot be undone",
                  List.of(),
                  jar.toString()));
    }
  }

  @Test
  void two_actions_of_one_name_are_refused_and_both_are_named() throws IOException {
    Path one = jar("a.jar", ACTION_SERVICE, DRAIN);
    Path two = jar("b.jar", ACTION_SERVICE, DRAIN + "\nplugin.Queue");

    try (ProviderCatalog catalog = load()) {
      assertThat(catalog.problems())
          .extracting(Problem::message)
          .satisfiesExactlyInAnyOrder(
              message ->
                  assertThat(message)
                      .isEqualTo(
                          "tried to add the type pool.drain of "
                              + two
                              + "; "
                              + one
                              + " has one of that name"),
              message ->
                  assertThat(message).startsWith("tried to load an action from " + two + "; "));
    }
  }

  @Test
  void one_bad_provider_hinders_no_other() throws IOException {
    jar("some.jar", BROKEN + "\nno.such.Factory\nplugin.Other\n" + QUEUE);
    Files.writeString(plugins.resolve("text.jar"), "no jar");
    jar("empty.jar", null);

    try (ProviderCatalog catalog = load()) {
      assertThat(catalog.type("queue")).isPresent();
      assertThat(catalog.problems())
          .extracting(Problem::message)
          .satisfiesExactlyInAnyOrder(
              message -> assertThat(message).contains("some.jar", "no licence"),
              message -> assertThat(message).contains("some.jar", "no.such.Factory"),
              message -> assertThat(message).contains("some.jar", "plugin.Other"),
              message -> assertThat(message).contains("text.jar"),
              message -> assertThat(message).contains("empty.jar; it has no META-INF/services"));
    }
  }

  @Test
  void two_of_one_type_are_refused_and_both_are_named() throws IOException {
    Path one = jar("a.jar", QUEUE);
    Path two = jar("b.jar", QUEUE);

    try (ProviderCatalog catalog = load()) {
      assertThat(catalog.problems())
          .extracting(Problem::message)
          .containsExactly(
              "tried to add the type queue of " + two + "; " + one + " has one of that name");
      assertThat(catalog.type("queue").orElseThrow().description().origin())
          .isEqualTo(one.toString());
    }
  }

  @Test
  void class_path_and_program_bring_types_too() throws IOException {
    Path jar = jar("queue.jar", QUEUE);
    try (URLClassLoader loader =
            new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
        ProviderCatalog catalog = ProviderCatalog.load(loader, List.of(), null)) {
      assertThat(catalog.type("queue")).isPresent();
    }
    try (ProviderCatalog catalog =
        ProviderCatalog.load(getClass().getClassLoader(), List.of(new Given()), null)) {
      assertThat(catalog.type("queue").orElseThrow().description().origin())
          .isEqualTo("given by the program");
    }
  }

  @Test
  void closed_catalog_has_let_go_of_its_jars() throws IOException {
    jar("queue.jar", QUEUE);
    ProviderCatalog catalog = load();
    ClassLoader loader = catalog.type("queue").orElseThrow().factory().getClass().getClassLoader();
    assertThat(loader.getResource(SERVICE)).isNotNull();

    catalog.close();

    assertThat(loader.getResource("some/other.class")).isNull();
    try (InputStream in = loader.getResourceAsStream("marker.txt")) {
      assertThat(in).isNull();
    }
  }

  @Test
  void factory_that_breaks_the_rules_is_refused() {
    assertThat(ruleBroken("Queue")).contains("its type \"Queue\" is not lower-case letters");
    assertThat(ruleBroken("queue", parameter("Name")))
        .contains("its parameter \"Name\" is not lower-case letters, digits, hyphens");
    assertThat(ruleBroken("queue", parameter("timeout")))
        .contains("its parameter \"timeout\" has the name of a key that all checks have");
    assertThat(ruleBroken("queue", parameter("name"), parameter("name")))
        .contains("it has the parameter \"name\" twice");
    assertThat(ruleBroken("queue", Parameter.choice("mode", List.of(), "x")))
        .contains("its parameter \"mode\" has nothing to choose from");
    assertThat(
            ruleBroken(
                "queue", Parameter.optional("labels", Parameter.Type.MAP, "x").defaultsTo("a")))
        .contains("its parameter \"labels\" has names and values for a default");
  }

  @Test
  void executable_becomes_a_check_named_after_it() throws IOException {
    Path script =
        executable(
            "check_queue.sh",
            "#!/bin/sh\n# depth of the queue\n# sentinel: provides=queue"
                + " requires=disk,network,process:broker timeout=20s\nexit 0\n");
    Path plain = executable("users", "#!/bin/sh\nexit 0\n");

    try (ProviderCatalog catalog = load()) {
      assertThat(catalog.problems()).isEmpty();
      assertThat(catalog.dropped())
          .containsExactly(
              new DroppedCheck(
                  "check_queue",
                  script,
                  3,
                  List.of("queue"),
                  List.of("tag:disk", "tag:network", "process:broker"),
                  "20s"),
              new DroppedCheck("users", plain, 1, List.of(), List.of(), null));
    }
  }

  @Test
  void unclear_executable_is_refused_and_it_is_said_why() throws IOException {
    executable("a.sh", "#!/bin/sh\n# sentinel: need=disk\n");
    executable("b.sh", "#!/bin/sh\n");
    executable("b.py", "#!/usr/bin/python3\n");
    executable("bad name", "#!/bin/sh\n");
    Files.writeString(plugins.resolve("forgotten"), "#!/bin/sh\n");
    Files.writeString(plugins.resolve("README"), "read me");
    executable("left.sh~", "#!/bin/sh\n");
    executable(".hidden", "#!/bin/sh\n");
    Files.createDirectory(plugins.resolve("folder"));

    try (ProviderCatalog catalog = load()) {
      assertThat(catalog.dropped()).extracting(DroppedCheck::name).containsExactly("b");
      assertThat(catalog.problems())
          .extracting(problem -> problem.message().replace(plugins + "/", ""))
          .containsExactlyInAnyOrder(
              "tried to use the plugin a.sh; line 2 has need=disk where only provides=, requires="
                  + " and timeout= are understood",
              "tried to use the plugin b.sh; the check b is already made of "
                  + plugins.resolve("b.py").toString().replace(plugins + "/", ""),
              "tried to use the plugin bad name; a check is named after it, and such a name has"
                  + " letters, digits, . _ - only",
              "tried to use the plugin forgotten; it is a script, but this user may not execute"
                  + " it");
    }
  }

  @Test
  void link_into_a_folder_that_others_may_change_is_refused() throws IOException {
    Path below = Files.createDirectory(plugins.resolve("below"));
    mode(Files.writeString(below.resolve("swap.sh"), "#!/bin/sh\n"), "rwxr-xr-x");
    mode(below, "rwxrwxrwx");
    Files.createSymbolicLink(plugins.resolve("link.sh"), below.resolve("swap.sh"));

    try (ProviderCatalog catalog = load()) {
      assertThat(catalog.dropped()).isEmpty();
      assertThat(catalog.problems())
          .extracting(Problem::message)
          .singleElement()
          .asString()
          .contains("link.sh; everybody may write to it");
    }
  }

  @Test
  void what_others_may_change_is_refused() throws IOException {
    mode(executable("open.sh", "#!/bin/sh\n"), "rwxr-xrwx");
    mode(jar("open.jar", QUEUE), "rw-rw-rw-");
    Path outside = temp.resolve("outside.sh");
    Files.writeString(outside, "#!/bin/sh\n");
    mode(outside, "rwxr-xr-x");
    Files.createSymbolicLink(plugins.resolve("link.sh"), outside);
    executable("fine.sh", "#!/bin/sh\n");
    Files.createSymbolicLink(plugins.resolve("inner.sh"), plugins.resolve("fine.sh"));
    Files.createSymbolicLink(plugins.resolve("dangling.sh"), plugins.resolve("nothing"));

    try (ProviderCatalog catalog = load()) {
      assertThat(catalog.type("queue")).isEmpty();
      assertThat(catalog.dropped()).extracting(DroppedCheck::name).containsExactly("fine", "inner");
      assertThat(catalog.problems())
          .allMatch(Problem::isError)
          .extracting(Problem::message)
          .satisfiesExactlyInAnyOrder(
              message -> assertThat(message).contains("open.sh; everybody may write to it"),
              message -> assertThat(message).contains("open.jar; everybody may write to it"),
              message -> assertThat(message).contains("link.sh; it is a link that leads out of"),
              message -> assertThat(message).contains("dangling.sh; there is nothing of that"));
    }
    mode(plugins, "rwxrwxrwx");
    try (ProviderCatalog catalog = load()) {
      assertThat(catalog.dropped()).isEmpty();
      assertThat(catalog.problems())
          .extracting(Problem::message)
          .containsExactly(
              "tried to use the folder of plugins "
                  + plugins
                  + "; everybody may write to it; take that right away with chmod o-w");
    }
  }

  @Test
  void folder_that_is_none_is_a_problem() throws IOException {
    Path none = temp.resolve("none");
    try (ProviderCatalog catalog = ProviderCatalog.of(List.of(), none)) {
      assertThat(catalog.problems())
          .extracting(Problem::message)
          .containsExactly(
              "tried to use the folder of plugins " + none + "; there is nothing of that name");
    }
  }

  private static String ruleBroken(String type, Parameter... parameters) {
    HealthProviderFactory factory =
        new Given() {
          @Override
          public String type() {
            return type;
          }

          @Override
          public List<Parameter> parameters() {
            return List.of(parameters);
          }
        };
    ProviderCatalog catalog = ProviderCatalog.of(List.of(factory));
    assertThat(catalog.types()).isEqualTo(Map.of());
    return catalog.problems().get(0).message();
  }

  private static Parameter parameter(String name) {
    return Parameter.optional(name, Parameter.Type.TEXT, "x");
  }

  private ProviderCatalog load() {
    return ProviderCatalog.of(List.of(), plugins);
  }

  private Path executable(String name, String text) throws IOException {
    Path file = Files.writeString(plugins.resolve(name), text);
    mode(file, "rwxr-xr-x");
    return file;
  }

  private Path jar(String name, String services) throws IOException {
    return jar(name, SERVICE, services);
  }

  private Path jar(String name, String service, String services) throws IOException {
    Path jar = plugins.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("marker.txt"));
      if (services != null) {
        zip.putNextEntry(new ZipEntry(service));
        zip.write(services.getBytes(UTF_8));
      }
      for (String entry :
          List.of(
              "plugin/Queue.class",
              "plugin/Broken.class",
              "plugin/Other.class",
              "plugin/Drain.class")) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(Files.readAllBytes(classes.resolve(entry)));
      }
    }
    mode(jar, "rw-r--r--");
    return jar;
  }

  private static void mode(Path file, String permissions) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }
}
