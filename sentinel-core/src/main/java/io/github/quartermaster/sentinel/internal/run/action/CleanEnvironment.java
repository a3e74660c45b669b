package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.internal.process.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Starts what goes on running in an environment of its own, as service(8) does: neither our
 * variables nor the locale in which we like to read messages is that of a service.
 */
final class CleanEnvironment {
  private static final Set<String> KEPT =
      Set.of("HOME", "USER", "LOGNAME", "LANG", "TZ", "TERM", "JAVA_HOME", "JRE_HOME");

  private CleanEnvironment() {}

  /**
   * A command.
   *
   * @param env the program {@code env}, which clears the environment
   * @param path the search path
   * @param more further variables
   */
  static Command of(
      Path env,
      Programs path,
      Map<String, String> more,
      List<String> arguments,
      @Nullable Path folder) {
    List<String> all = new ArrayList<>(List.of(env.toString(), "-i", "PATH=" + path.asPath()));
    System.getenv().entrySet().stream()
        .filter(variable -> isKept(variable.getKey()))
        .map(variable -> variable.getKey() + "=" + variable.getValue())
        .sorted()
        .forEach(all::add);
    more.entrySet().stream()
        .map(variable -> variable.getKey() + "=" + variable.getValue())
        .sorted()
        .forEach(all::add);
    all.addAll(arguments);
    return new Command(all, Map.of(), folder);
  }

  private static boolean isKept(String name) {
    return KEPT.contains(name) || name.startsWith("LC_");
  }
}
