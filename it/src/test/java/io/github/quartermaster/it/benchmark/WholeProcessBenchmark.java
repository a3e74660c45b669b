package io.github.quartermaster.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Not a test: measures when the profile {@code benchmark} asks for it. */
class WholeProcessBenchmark {

  @Test
  void measure() throws IOException {
    Material material = Material.gather();
    WholeProcess process = new WholeProcess(Integer.getInteger("benchmark.runs", 5));
    Path copy = material.folder().resolve("copy.war");

    Measurement copied =
        process.measure(
            "`cp` of the WAR and `sync` of the copy",
            () -> Files.deleteIfExists(copy),
            List.of(
                "sh",
                "-c",
                "cp \"$1\" \"$2\" && sync \"$2\"",
                "sh",
                material.war().toString(),
                copy.toString()));
    Files.delete(copy);
    Measurement started =
        process.measure("start of a JVM", () -> {}, WholeProcess.jvm(Nothing.class, List.of()));
    Duration baseline = copied.median().plus(started.median());

    List<Measurement> all = new ArrayList<>(List.of(copied, started));
    Report report = new Report("benchmark-processes.md");
    report.material(material);
    report.table(all, baseline);
    report.publish(material.folder());
  }
}
