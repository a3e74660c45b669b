package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.internal.process.CommandRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds out what restarts services here.
 *
 * @param programs where programs are
 * @param systemd the folder that is there where systemd runs the machine (sd_booted(3))
 * @param scripts the folders of start scripts
 */
record ServiceHost(Programs programs, Path systemd, List<Path> scripts) {
  /** Copies the list. */
  ServiceHost {
    scripts = List.copyOf(scripts);
  }

  /** This machine. */
  static ServiceHost ofThisMachine() {
    return new ServiceHost(
        Programs.ofThisMachine(),
        Path.of("/run/systemd/system"),
        List.of(Path.of("/etc/init.d"), Path.of("/etc/rc.d"), Path.of("/usr/local/etc/rc.d")));
  }

  /** What restarts a service; nothing where neither systemd nor a script of that name is here. */
  Optional<ServiceControl> control(ServiceName service) {
    Optional<Path> systemctl = programs.find("systemctl");
    if (systemctl.isPresent() && Files.isDirectory(systemd)) {
      return Optional.of(new Systemctl(systemctl.get(), service, new CommandRunner()));
    }
    Optional<Path> env = programs.find("env");
    Optional<Path> script =
        scripts.stream()
            .map(folder -> folder.resolve(service.name()))
            .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
            .findFirst();
    if (env.isEmpty() || script.isEmpty()) {
      return Optional.empty();
    }
    List<String> words =
        programs
            .find("service")
            .map(program -> List.of(program.toString(), service.name(), "restart"))
            .orElseGet(() -> List.of(script.get().toString(), "restart"));
    return Optional.of(new InitScript(words, env.get(), programs));
  }

  /** What restarts a Tomcat; nothing where the program env is not here. */
  Optional<ServiceControl> tomcat(Path home, Path base, Path pidFile) {
    return programs.find("env").map(env -> new Tomcat(home, base, pidFile, env, programs));
  }
}
