package io.github.quartermaster.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A real Nagios of its own, with one service that one command checks every second. Listens nowhere,
 * notifies nobody, and leaves other instances on the machine alone.
 */
final class Nagios implements AutoCloseable {
  private static final String SERVICE = "sentinel";

  private final Process process;
  private final Path status;
  private final Path log;

  private Nagios(Process process, Path status, Path log) {
    this.process = process;
    this.status = status;
    this.log = log;
  }

  /** Whether there is a Nagios on this machine. */
  static boolean isInstalled() {
    return Command.exists("nagios4", "--version");
  }

  /** Starts one whose service is checked by a command line, as {@code command_line} has it. */
  static Nagios checking(Path folder, String commandLine) {
    return running(folder, objects(commandLine));
  }

  /** Whether Nagios finds these commands and services right; what it says. */
  static Command.Outcome validate(Path folder, String more) throws IOException {
    return Command.of("nagios4", "-v", write(folder, more).toString()).run(Duration.ofMinutes(1));
  }

  private static Path write(Path folder, String more) throws IOException {
    Path objects = folder.resolve("objects.cfg");
    Files.writeString(objects, OBJECTS + more);
    Path configuration = folder.resolve("nagios.cfg");
    Files.writeString(configuration, configuration(folder, objects));
    Files.createDirectories(folder.resolve("spool"));
    return configuration;
  }

  /** Starts one with these commands and services besides its host {@code local}. */
  static Nagios running(Path folder, String more) {
    try {
      Path configuration = write(folder, more);
      Path log = folder.resolve("nagios.out");
      Process process =
          new ProcessBuilder("nagios4", configuration.toString())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      return new Nagios(process, folder.resolve("status.dat"), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final String OBJECTS =
      """
    define timeperiod {
      timeperiod_name always
      alias           always
      sunday          00:00-24:00
      monday          00:00-24:00
      tuesday         00:00-24:00
      wednesday       00:00-24:00
      thursday        00:00-24:00
      friday          00:00-24:00
      saturday        00:00-24:00
    }
    define command {
      command_name tell-nobody
      command_line /bin/true
    }
    define contact {
      contact_name                  nobody
      host_notifications_enabled    0
      service_notifications_enabled 0
      host_notification_period      always
      service_notification_period   always
      host_notification_commands    tell-nobody
      service_notification_commands tell-nobody
    }
    define host {
      host_name           local
      address             127.0.0.1
      max_check_attempts  1
      check_period        always
      notification_period always
      contacts            nobody
    }
    """;

  private static String objects(String commandLine) {
    return """
    define command {
      command_name check_sentinel
      command_line %s
    }
    define service {
      host_name           local
      service_description %s
      check_command       check_sentinel
      max_check_attempts  1
      check_interval      1
      retry_interval      1
      check_period        always
      notification_period always
      contacts            nobody
    }
    """
        .formatted(commandLine, SERVICE);
  }

  private static String configuration(Path folder, Path objects) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("cfg_file", objects);
    settings.put("nagios_user", System.getProperty("user.name"));
    settings.put("nagios_group", System.getProperty("user.name"));
    settings.put("log_file", folder.resolve("nagios.log"));
    settings.put("object_cache_file", folder.resolve("objects.cache"));
    settings.put("precached_object_file", folder.resolve("objects.precache"));
    settings.put("status_file", folder.resolve("status.dat"));
    settings.put("state_retention_file", folder.resolve("retention.dat"));
    settings.put("lock_file", folder.resolve("nagios.pid"));
    settings.put("temp_file", folder.resolve("nagios.tmp"));
    settings.put("temp_path", folder);
    settings.put("command_file", folder.resolve("nagios.cmd"));
    settings.put("query_socket", folder.resolve("nagios.qh"));
    settings.put("check_result_path", folder.resolve("spool"));
    settings.put("interval_length", 1);
    settings.put("check_result_reaper_frequency", 1);
    settings.put("status_update_interval", 1);
    settings.put("check_for_updates", 0);
    settings.put("enable_notifications", 0);
    settings.put("execute_host_checks", 0);
    settings.put("service_check_timeout", 60);
    // as Debian has it
    settings.put("illegal_macro_output_chars", "`~$&|'\"<>");
    StringBuilder text = new StringBuilder();
    settings.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    return text.toString();
  }

  /** What Nagios knows of the service once it has been checked, by the names of its status file. */
  Map<String, String> service(Duration patience) {
    return service(SERVICE, Nagios::isChecked, patience);
  }

  /** What Nagios knows of a service once that is as wanted. */
  Map<String, String> service(
      String name, Predicate<Map<String, String>> wanted, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      Optional<Map<String, String>> service = read(name).filter(wanted);
      if (service.isPresent()) {
        return service.get();
      }
      if (!process.isAlive()) {
        throw new AssertionError("Nagios has ended; it printed:\n" + text(log));
      }
      pause();
    }
    throw new AssertionError(
        "tried to wait for the service "
            + name
            + " of Nagios; after "
            + patience
            + " it is "
            + read(name));
  }

  private static boolean isChecked(Map<String, String> service) {
    return "1".equals(service.get("has_been_checked"));
  }

  private Optional<Map<String, String>> read(String name) {
    if (!Files.exists(status)) {
      return Optional.empty();
    }
    Map<String, String> service = new LinkedHashMap<>();
    boolean inService = false;
    for (String line : text(status).lines().toList()) {
      if (line.startsWith("servicestatus {")) {
        inService = true;
        service.clear();
      } else if (line.strip().equals("}")) {
        if (inService && name.equals(service.get("service_description"))) {
          return Optional.of(service);
        }
        inService = false;
      } else if (inService) {
        String[] pair = line.strip().split("=", 2);
        service.put(pair[0], pair.length == 2 ? pair[1] : "");
      }
    }
    return Optional.empty();
  }

  /** The file in which it says what it knows. */
  Path statusFile() {
    return status;
  }

  /** The folder from which it takes passive results. */
  Path spool() {
    return status.resolveSibling("spool");
  }

  /** The pipe from which it takes commands. */
  Path pipe() {
    return status.resolveSibling("nagios.cmd");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for Nagios", e);
    }
  }

  /** Ends this one with all it has started. */
  @Override
  public void close() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        all.forEach(ProcessHandle::destroyForcibly);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
