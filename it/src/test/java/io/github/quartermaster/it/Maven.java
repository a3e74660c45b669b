package io.github.quartermaster.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real Maven, started as a process of its own.
 *
 * <p>It sees what a fresh machine sees: no settings of the developer's machine but mirrors and
 * proxies, and a local repository that holds our plugins as {@code install} leaves them. Other
 * artifacts come from the local repository of the surrounding build where it has them, and else
 * from Maven Central.
 *
 * @param version for example {@code 3.9.16}
 * @param home the unpacked distribution
 * @param settings the user's settings
 */
record Maven(String version, Path home, Path settings) {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** For short lives: what a thorough compiler gains is never earned back. */
  private static final String JVM = "-Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  /** The Mavens whose users we serve, oldest first. */
  static Stream<Maven> all() {
    return Stream.of(Place.property("it.mavens").split(","))
        .map(
            version ->
                new Maven(
                    version,
                    Place.distributions().resolve("apache-maven-" + version),
                    MavenSettings.FILE));
  }

  /** The two that differ most, for tests of things that hang on Maven's own code. */
  static Stream<Maven> oldestAndNewest() {
    List<Maven> all = all().toList();
    return Stream.of(all.get(0), all.get(all.size() - 1));
  }

  /** The Maven of the wrapper, for tests of things that do not differ between Mavens. */
  static Maven current() {
    return all().filter(maven -> maven.version.startsWith("3.9.")).findFirst().orElseThrow();
  }

  /** The same for a user whose settings name our group, so that our goals have their prefixes. */
  Maven withPluginGroup() {
    return new Maven(version, home, MavenSettings.WITH_PLUGIN_GROUP);
  }

  /** Runs {@code mvn} in a folder with these goals and options. */
  MavenRun run(Path folder, List<String> goals, String... options) {
    return run(folder, Stream.concat(goals.stream(), Stream.of(options)).toArray(String[]::new));
  }

  /** Runs {@code mvn} in a folder, with or without a project, and waits for its end. */
  MavenRun run(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program()));
    command.addAll(options());
    command.addAll(List.of(arguments));
    return run(folder, command, environment(), arguments);
  }

  /** Runs a project's own script, which calls the {@code mvn} that {@code MAVEN} names. */
  MavenRun byScript(Path project, String script) {
    List<String> command = new ArrayList<>(List.of("sh", script));
    command.addAll(options());
    Map<String, String> environment = new HashMap<>(environment());
    environment.put("MAVEN", program());
    return run(project, command, environment, script);
  }

  private MavenRun run(
      Path folder, List<String> command, Map<String, String> environment, String... arguments) {
    return new MavenRun(
        this,
        folder,
        List.of(arguments),
        Command.of(command).in(folder).with(environment).run(PATIENCE));
  }

  private String program() {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
    return home.resolve("bin").resolve(windows ? "mvn.cmd" : "mvn").toString();
  }

  private List<String> options() {
    List<String> command = new ArrayList<>();
    command.add("-B");
    command.add("-ntp");
    command.add("-Dstyle.color=never");
    command.add("-Dmaven.repo.local=" + Place.target().resolve("it-repo"));
    command.add("-s");
    command.add(settings.toString());
    String outer = System.getProperty("it.outerSettings", "");
    if (!outer.isEmpty() && Files.isReadable(Path.of(outer))) {
      command.add("-gs");
      command.add(outer);
    }
    return command;
  }

  private static Map<String, String> environment() {
    return Map.of(
        "JAVA_HOME",
        System.getProperty("java.home"),
        "MAVEN_SKIP_RC",
        "true",
        "MAVEN_OPTS",
        JVM,
        "MAVEN_ARGS",
        "");
  }

  @Override
  public String toString() {
    return "Maven " + version;
  }
}
