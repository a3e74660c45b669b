package io.github.quartermaster.it.benchmark;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Not a test: runs the benchmarks of this package under JMH when the profile asks for it. */
class MicroBenchmark {

  @Test
  void measure() throws IOException, RunnerException {
    Material material = Material.gather();
    Report report = new Report("benchmark-jmh.md");
    report.material(material);
    report.table(
        new Runner(
                new OptionsBuilder()
                    .include(getClass().getPackageName().replace(".", "\\.") + "\\.")
                    .forks(1)
                    .warmupIterations(3)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.seconds(2))
                    .jvmArgs("-Xmx64m")
                    .jvmArgsAppend(
                        "-Dit.target=" + System.getProperty("it.target"),
                        "-Dbenchmark.war=" + System.getProperty("benchmark.war", ""),
                        "-Dbenchmark.amps=" + System.getProperty("benchmark.amps", ""))
                    .build())
            .run());
    report.publish(material.folder());
  }
}
