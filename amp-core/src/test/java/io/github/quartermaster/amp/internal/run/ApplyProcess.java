package io.github.quartermaster.amp.internal.run;

import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.ApplyPlan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run in a process of its own, which can be killed as no thread can. */
final class ApplyProcess {
  /** Said by a loop after each round. */
  static final String WARM = "round";

  private final Process process;
  private final BufferedReader output;

  private ApplyProcess(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts a process that recovers and applies once in the workshop of this folder. */
  static ApplyProcess start(Path folder, String... wars) throws IOException {
    return fork(List.of(), folder, wars);
  }

  /** Starts a process that brings the WARs forth and back until it is killed. */
  static ApplyProcess startLoop(Path folder, String... wars) throws IOException {
    return fork(List.of("-Dloop=true"), folder, wars);
  }

  private static ApplyProcess fork(List<String> options, Path folder, String... wars)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(options);
    command.add(ApplyProcess.class.getName());
    command.add(folder.toString());
    command.addAll(List.of(wars));
    return new ApplyProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** The next line that it writes, or null at its end. */
  @Nullable String line() throws IOException {
    return output.readLine();
  }

  /** What it says at its end. */
  String result() throws IOException, InterruptedException {
    String last = "";
    for (String line = line(); line != null; line = line()) {
      last = line;
    }
    process.waitFor();
    return last;
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    List<String> wars = List.of(arguments).subList(1, arguments.length);
    if (Boolean.getBoolean("loop")) {
      loop(Workshop.open(folder, wars));
    } else {
      System.out.println(apply(folder, String.join(" ", wars)));
    }
  }

  /** Recovers and applies; the outcome in a word. */
  public static String apply(Path folder, String wars) {
    Workshop workshop = Workshop.open(folder, List.of(wars.split(" ")));
    ApplyRunner runner = workshop.runner();
    try {
      runner.recover(workshop.wars);
      return apply(runner, workshop.plan());
    } catch (AmpException refused) {
      return refused.problem().code().name();
    }
  }

  static String apply(ApplyRunner runner, ApplyPlan plan) {
    try {
      return runner.run(plan).wars().stream().anyMatch(RunResult.WarOutcome::changed)
          ? "done"
          : "nothing to do";
    } catch (AmpException refused) {
      return refused.problem().code().name();
    }
  }

  private static void loop(Workshop workshop) {
    ApplyRunner runner = workshop.runner(new LocalDisk(), Workshop.options(null, null, 1));
    runner.recover(workshop.wars);
    while (true) {
      runner.run(workshop.plan());
      runner.run(workshop.planBack());
      System.out.println(WARM);
    }
  }
}
