package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.internal.process.Command;
import io.github.quartermaster.sentinel.model.ActionContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Restarts a Tomcat by its own scripts: stops the one whose process id is in a file, by force where
 * it does not stop, and starts it anew.
 *
 * @param home the folder with bin/catalina.sh
 * @param base the folder with conf and logs
 * @param pidFile where the process id is
 * @param env the program env
 * @param programs where the scripts find programs
 */
record Tomcat(Path home, Path base, Path pidFile, Path env, Programs programs)
    implements ServiceControl {
  private static final int MOST_BYTES = 64;
  private static final int MOST_ARGUMENTS = 1 << 20;
  private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
  private static final String CLASS = "org.apache.catalina.startup.Bootstrap";
  private static final String BASE = "-Dcatalina.base=";

  private Path script() {
    return home.resolve("bin").resolve("catalina.sh");
  }

  @Override
  public String description() {
    return "stop and start the Tomcat of " + base + " by " + script();
  }

  @Override
  public Readiness readiness(ActionContext context) {
    if (!Files.isExecutable(script())) {
      return Readiness.no(script() + " is not there, or not executable for this user");
    }
    try {
      String owner = Files.getOwner(base).getName();
      String user = System.getProperty("user.name", "");
      if (!owner.equals(user)) {
        // it would run as another user from then on, and leave files that the right one cannot
        // write
        return Readiness.no(
            base + " belongs to " + owner + " and this is " + user + "; restart it by its unit");
      }
      Optional<ProcessHandle> running = running();
      if (running.isPresent() && !isOurs(running.get())) {
        return Readiness.no(
            "the process "
                + running.get().pid()
                + " of "
                + pidFile
                + " is not the Tomcat of "
                + base);
      }
      return Readiness.yes(
          running.map(process -> "runs as " + process.pid()).orElse("not running"));
    } catch (IOException e) {
      return Readiness.no(base + " or " + pidFile + " cannot be read: " + e.getMessage());
    }
  }

  private Optional<ProcessHandle> running() throws IOException {
    if (!Files.isRegularFile(pidFile)) {
      return Optional.empty();
    }
    String text;
    try (var in = Files.newInputStream(pidFile)) {
      text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.US_ASCII).strip();
    }
    return text.matches("[1-9]\\d{0,9}")
        ? ProcessHandle.of(Long.parseLong(text)).filter(ProcessHandle::isAlive)
        : Optional.empty();
  }

  /** Whether a process is the Tomcat of this base: ids are used again, and files stay behind. */
  private boolean isOurs(ProcessHandle process) throws IOException {
    List<String> arguments = arguments(process);
    if (!arguments.contains(CLASS)) {
      return false;
    }
    for (String argument : arguments) {
      if (argument.startsWith(BASE)) {
        Path other = Path.of(argument.substring(BASE.length()));
        return other.equals(base) || (Files.isDirectory(other) && Files.isSameFile(other, base));
      }
    }
    return false;
  }

  /** The JDK gives none where there are many, as a Tomcat has. */
  private static List<String> arguments(ProcessHandle process) throws IOException {
    Path file = Path.of("/proc", String.valueOf(process.pid()), "cmdline");
    if (Files.isReadable(file)) {
      try (var in = Files.newInputStream(file)) {
        String text = new String(in.readNBytes(MOST_ARGUMENTS), StandardCharsets.UTF_8);
        return List.of(text.split("\0", -1));
      }
    }
    return process.info().arguments().map(List::of).orElse(List.of());
  }

  @Override
  public List<Command> commands(ActionContext context) {
    List<Command> commands = new ArrayList<>();
    if (isRunning()) {
      Duration part = context.deadline().remaining().dividedBy(3);
      Duration patience = part.compareTo(LONGEST_STOP) < 0 ? part : LONGEST_STOP;
      commands.add(command("stop", String.valueOf(Math.max(1, patience.toSeconds())), "-force"));
    }
    commands.add(command("start"));
    return commands;
  }

  private boolean isRunning() {
    try {
      Optional<ProcessHandle> process = running();
      return process.isPresent() && isOurs(process.get());
    } catch (IOException e) {
      // readiness has said so before
      return false;
    }
  }

  private Command command(String... arguments) {
    List<String> words = new ArrayList<>(List.of(script().toString()));
    words.addAll(List.of(arguments));
    Map<String, String> variables =
        Map.of(
            "CATALINA_HOME", home.toString(),
            "CATALINA_BASE", base.toString(),
            "CATALINA_PID", pidFile.toString());
    return CleanEnvironment.of(env, programs, variables, words, base);
  }
}
