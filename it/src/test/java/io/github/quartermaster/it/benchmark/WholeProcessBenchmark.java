package io.github.quartermaster.it.benchmark;

import io.github.quartermaster.it.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Not a test: measures when the profile {@code benchmark} asks for it. */
class WholeProcessBenchmark {
  private final WholeProcess process = new WholeProcess(Integer.getInteger("benchmark.runs", 5));
  private Material material;
  private Path war;

  @BeforeEach
  void gather() throws IOException {
    material = Material.gather();
    war = material.folder().resolve("alfresco.war");
  }

  @Test
  void measure() throws IOException {
    Measurement copied = copy();
    Measurement started =
        process.measure("start of a JVM", () -> {}, WholeProcess.jvm(Nothing.class, List.of()));
    List<Measurement> all = new ArrayList<>(List.of(copied, started));
    for (int count : Stream.of(1, 2, 5, material.amps().size()).distinct().sorted().toList()) {
      if (count <= material.amps().size()) {
        all.add(apply(count));
      }
    }
    all.addAll(applyWithSharedClasses());
    all.add(nothingToDo());
    all.add(process.measure("`list`", () -> {}, run("list", 0)));
    int modules = material.amps().size();
    all.add(process.measure("`verify` of " + modules + " modules", () -> {}, run("verify", 0)));
    all.add(
        process.measure(
            "`uninstall` of " + modules + " modules", this::warWithAll, run("uninstall", 0)));

    Report report = new Report("benchmark-processes.md");
    report.material(material);
    report.table(all, copied.median().plus(started.median()));
    report.publish(material.folder());
    clear();
  }

  private Measurement copy() throws IOException {
    List<String> command =
        List.of(
            "sh",
            "-c",
            "cp \"$1\" \"$2\" && sync \"$2\"",
            "sh",
            material.war().toString(),
            war.toString());
    return process.measure("`cp` of the WAR and `sync` of the copy", this::clear, command);
  }

  private Measurement apply(int count) throws IOException {
    String name = "`apply` of " + count + (count == 1 ? " AMP" : " AMPs");
    return process.measure(name, this::freshWar, run("apply", count));
  }

  private List<Measurement> applyWithSharedClasses() throws IOException {
    List<String> arguments = arguments("apply", material.amps().size());
    freshWar();
    SharedClasses shared = SharedClasses.of(AmpsRun.class, arguments, material.folder());
    String name = "`apply` of " + material.amps().size() + " AMPs, with class data sharing";
    return List.of(
        process.measure(name, this::freshWar, shared.jvm(arguments)),
        process.measure(
            name + " and `-XX:TieredStopAtLevel=1`", this::freshWar, shared.quickJvm(arguments)));
  }

  /** The WAR is the one that the last apply has left, which all AMPs are in. */
  private Measurement nothingToDo() throws IOException {
    int all = material.amps().size();
    warWithAll();
    return process.measure(
        "`apply` of " + all + " AMPs that are there", () -> {}, run("apply", all));
  }

  private void warWithAll() throws IOException {
    freshWar();
    Command.Outcome applied =
        Command.of(run("apply", material.amps().size())).run(Duration.ofMinutes(10));
    if (applied.exitCode() != 0) {
      throw new AssertionError(applied.output());
    }
  }

  private List<String> run(String goal, int amps) {
    return WholeProcess.jvm(AmpsRun.class, arguments(goal, amps));
  }

  private List<String> arguments(String goal, int amps) {
    List<String> arguments = new ArrayList<>(List.of(goal, war.toString()));
    material.amps().stream().limit(amps).map(Path::toString).forEach(arguments::add);
    return arguments;
  }

  private void freshWar() throws IOException {
    clear();
    material.freshWar(war.getFileName().toString());
  }

  /** Takes away the WAR and its backups. */
  private void clear() throws IOException {
    try (Stream<Path> files = Files.list(material.folder())) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("alfresco.war")).toList()) {
        Files.delete(file);
      }
    }
  }
}
