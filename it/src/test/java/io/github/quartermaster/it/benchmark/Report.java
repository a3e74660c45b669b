package io.github.quartermaster.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** The results as Markdown, for docs/benchmarks.md. */
final class Report {
  private final String name;
  private final List<String> lines = new ArrayList<>();

  Report(String name) {
    this.name = name;
  }

  /** What was measured with and on. */
  void material(Material material) throws IOException {
    lines.add(
        "%s, %s, %d processors, Java %s %s. WAR of %s; %d AMPs of together %s."
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                System.getProperty("java.vendor"),
                megabytes(Files.size(material.war())),
                material.amps().size(),
                megabytes(material.bytesOfAmps())));
  }

  /** A table of whole processes, compared with the time of a baseline. */
  void table(List<Measurement> measurements, Duration baseline) {
    lines.add("");
    lines.add(
        "| what | median | fastest | slowest | of the baseline | in the library | peak heap |");
    lines.add("|---|---:|---:|---:|---:|---:|---:|");
    for (Measurement one : measurements) {
      lines.add(
          "| %s | %s | %s | %s | %s | %s | %s |"
              .formatted(
                  one.name(),
                  seconds(one.median()),
                  seconds(one.fastest()),
                  seconds(one.slowest()),
                  String.format(
                      Locale.ROOT, "%.2f", (double) one.median().toNanos() / baseline.toNanos()),
                  one.inside().isZero() ? "" : seconds(one.inside()),
                  one.peakHeap() == 0 ? "" : megabytes(one.peakHeap())));
    }
  }

  /** A table of what JMH measured. */
  void table(Collection<RunResult> results) {
    lines.add("");
    lines.add("| what | mean | ± |");
    lines.add("|---|---:|---:|");
    for (RunResult one : results) {
      Result<?> result = one.getPrimaryResult();
      lines.add(
          String.format(
              Locale.ROOT,
              "| %s | %.2f %s | %.2f |",
              result.getLabel().replace('_', ' '),
              result.getScore(),
              result.getScoreUnit(),
              result.getScoreError()));
    }
  }

  /** Writes the report beside the material and prints it. */
  void publish(Path folder) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, lines);
    lines.forEach(System.out::println);
    System.out.println("Written to " + file);
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.2f s", time.toNanos() / 1e9);
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
