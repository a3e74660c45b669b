package io.github.quartermaster.it;

import io.github.quartermaster.amp.AmpSources;
import io.github.quartermaster.amp.Amps;
import io.github.quartermaster.amp.ApplyRequest;
import io.github.quartermaster.amp.ApplyResult;
import io.github.quartermaster.amp.model.AmpEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One call of the front door in a process of its own, which can be killed as no thread can. It
 * writes a line for each event; the call's last line says whether anything was changed.
 */
final class ApplyProcess implements AutoCloseable {
  static final String CHANGED = "changed";
  static final String UNCHANGED = "nothing to do";

  /** Makes every result the same, byte for byte. */
  private static final Instant TIME = Instant.parse("2026-11-01T00:00:00Z");

  private final Process process;
  private final BufferedReader output;

  private ApplyProcess(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts to apply the AMPs of a folder. */
  static ApplyProcess start(Path amps, List<Path> wars) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ApplyProcess.class.getName());
    command.add(amps.toString());
    wars.forEach(war -> command.add(war.toString()));
    return new ApplyProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
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
    AmpSources amps = AmpSources.directories(Path.of(arguments[0]));
    List<Path> wars = Stream.of(arguments).skip(1).map(Path::of).toList();
    ApplyResult result =
        new Amps(ApplyProcess::tell, Clock.systemUTC())
            .apply(ApplyRequest.builder(amps, wars).timestamp(TIME).keepBackups(3).build());
    if (result.plan().isRefused()) {
      throw new IllegalStateException(result.problems().toString());
    }
    System.out.println(result.changed() ? CHANGED : UNCHANGED);
  }

  private static void tell(AmpEvent event) {
    System.out.println(event.getClass().getSimpleName());
  }
}
