package io.github.quartermaster.it;

import io.github.quartermaster.amp.AmpSources;
import io.github.quartermaster.amp.Amps;
import io.github.quartermaster.amp.ApplyRequest;
import io.github.quartermaster.amp.ApplyResult;
import io.github.quartermaster.amp.RepairRequest;
import io.github.quartermaster.amp.RollbackRequest;
import io.github.quartermaster.amp.RollbackResult;
import io.github.quartermaster.amp.UninstallRequest;
import io.github.quartermaster.amp.WriteSettings;
import io.github.quartermaster.amp.model.AmpEvent;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.Severity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One call of the front door in a process of its own, which can be killed as no thread can. It
 * writes a line for each event; the call's last line says whether anything was changed.
 */
final class AmpsProcess implements AutoCloseable {
  static final String CHANGED = "changed";
  static final String UNCHANGED = "nothing to do";

  /** Makes every result the same, byte for byte. */
  private static final Instant TIME = Instant.parse("2026-11-01T00:00:00Z");

  private final Process process;
  private final BufferedReader output;

  private AmpsProcess(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /**
   * What is called.
   *
   * @param goal {@code apply}, {@code uninstall}, {@code repair} or {@code rollback}
   * @param what the folder of AMPs, the module, nothing, or the backup
   */
  record Call(String goal, String what, List<Path> wars) {
    AmpsProcess start() throws IOException {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(List.of(AmpsProcess.class.getName(), goal, what));
      wars.forEach(war -> command.add(war.toString()));
      return new AmpsProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** All lines of a call that nobody disturbs. */
    List<String> run() throws IOException {
      try (AmpsProcess process = start()) {
        return process.lines(Long.MAX_VALUE);
      }
    }
  }

  /** Reads up to that many lines; fewer where the process ends before. */
  List<String> lines(long most) {
    return output.lines().limit(most).toList();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  public static void main(String[] arguments) {
    List<Path> wars = Stream.of(arguments).skip(2).map(Path::of).toList();
    Amps door = new Amps(AmpsProcess::tell, Clock.systemUTC());
    String what = arguments[1];
    boolean changed =
        switch (arguments[0]) {
          case "apply" -> apply(door, Path.of(what), wars);
          case "uninstall" -> uninstall(door, new ModuleId(what), wars);
          case "repair" -> door.repair(new RepairRequest(wars, settings())).changed();
          case "rollback" -> rollback(door, what, wars);
          default -> throw new IllegalArgumentException(arguments[0]);
        };
    System.out.println(changed ? CHANGED : UNCHANGED);
  }

  private static boolean apply(Amps door, Path amps, List<Path> wars) {
    return done(
        door.apply(
            ApplyRequest.builder(AmpSources.directories(amps), wars)
                .timestamp(TIME)
                .keepBackups(3)
                .build()));
  }

  private static boolean uninstall(Amps door, ModuleId module, List<Path> wars) {
    return done(door.uninstall(new UninstallRequest(wars, List.of(module), false, settings())));
  }

  private static boolean done(ApplyResult result) {
    if (result.plan().isRefused()) {
      throw new IllegalStateException(result.problems().toString());
    }
    return result.changed();
  }

  private static boolean rollback(Amps door, String backup, List<Path> wars) {
    RollbackResult result = door.rollback(new RollbackRequest(wars, backup, settings()));
    if (result.problems().stream().anyMatch(p -> p.severity() == Severity.ERROR)) {
      throw new IllegalStateException(result.problems().toString());
    }
    return result.changed();
  }

  private static WriteSettings settings() {
    return new WriteSettings(null, null, 5, TIME, Map.of(), ArchiveLimits.DEFAULTS);
  }

  private static void tell(AmpEvent event) {
    System.out.println(event.getClass().getSimpleName());
  }
}
