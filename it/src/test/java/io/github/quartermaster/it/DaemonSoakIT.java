package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * What the daemon costs while it runs for long, with the JVM options of the unit, on demand: {@code
 * -Dsoak=PT1H}. Beside what every host has it watches a port that comes and goes. What was measured
 * is in {@code target/soak.md}.
 */
@EnabledOnOs(OS.LINUX)
class DaemonSoakIT {
  private static final Duration WARM_UP = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final double MOST_MEGABYTES = 100;
  private static final double MOST_OF_A_CORE = 0.01;
  private static final int TICKS_PER_SECOND = 100;
  private static final Pattern OPTION = Pattern.compile("-X\\S+");

  @Test
  void runs_for_long_within_a_hundred_megabytes_and_a_hundredth_of_a_core()
      throws IOException, InterruptedException {
    String soak = System.getProperty("soak", "");
    Assumptions.assumeFalse(soak.isEmpty(), "asked for with -Dsoak=PT1H");
    Duration time = Duration.parse(soak);
    Path folder = Place.work("soak");
    int port = RunningDaemon.freePort();
    Files.writeString(
        folder.resolve("sentinel.yaml"),
        """
        sentinel: 1
        checks:
          cpu:     { type: cpu }
          memory:  { type: memory }
          disk:    { type: disk }
          network: { type: network }
          shell:   { type: exec, command: ["true"] }
          port:    { type: tcp, host: 127.0.0.1, port: %d, requires: [tag:disk] }
        """
            .formatted(port));
    List<Measured> measured = new ArrayList<>();
    try (RunningDaemon daemon = RunningDaemon.startWith(options(), folder)) {
      daemon.says("Watching, 6 checks");
      Thread.sleep(WARM_UP.toMillis());
      Measured begun = Measured.of(daemon.pid());
      measured.add(begun);
      long end = System.nanoTime() + time.toNanos();
      while (System.nanoTime() < end) {
        boolean there = measured.size() % 6 < 3;
        try (ServerSocket socket = there ? open(port) : new ServerSocket()) {
          assertThat(socket.isClosed()).isFalse();
          Thread.sleep(PAUSE.toMillis());
        }
        measured.add(Measured.of(daemon.pid()));
        assertThat(daemon.get("/metrics").statusCode()).isEqualTo(200);
      }
      daemon.signal("TERM");
      assertThat(daemon.end()).isEqualTo(143);
    }
    Measured first = measured.get(0);
    Measured last = measured.get(measured.size() - 1);
    double share = (last.seconds() - first.seconds()) * 1e9 / (last.nanos() - first.nanos());
    double most = measured.stream().mapToDouble(Measured::megabytes).max().orElseThrow();
    int threads = measured.stream().mapToInt(Measured::threads).max().orElseThrow();
    Files.writeString(
        Place.target().resolve("soak.md"),
        String.format(
            Locale.ROOT,
            "| ran for | most memory (RSS) | at its end | of a core | most threads |\n"
                + "|---|---:|---:|---:|---:|\n"
                + "| %s | %.1f MB | %.1f MB | %.2f %% | %d |\n",
            time,
            most,
            last.megabytes(),
            100 * share,
            threads));

    assertThat(most).as("RSS in MB").isLessThan(MOST_MEGABYTES);
    assertThat(share).as("of a core").isLessThan(MOST_OF_A_CORE);
  }

  private static ServerSocket open(int port) throws IOException {
    return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
  }

  /** As the unit starts it. */
  private static List<String> options() throws IOException {
    List<String> words = new ArrayList<>();
    try (JarFile jar = new JarFile(Place.property("it.program"));
        var in = jar.getInputStream(jar.getEntry("dist/sentinel.service"))) {
      Matcher options = OPTION.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      while (options.find()) {
        words.add(options.group());
      }
    }
    assertThat(words).contains("-Xmx32m");
    return words;
  }

  /**
   * What a process has used so far (proc(5)).
   *
   * @param nanos when, on a clock that never jumps
   * @param megabytes of memory now, its resident set
   * @param seconds of processor time
   */
  private record Measured(long nanos, double megabytes, double seconds, int threads) {
    static Measured of(long pid) throws IOException {
      Path proc = Path.of("/proc", Long.toString(pid));
      String status = Files.readString(proc.resolve("status"));
      String stat = Files.readString(proc.resolve("stat"));
      // the name of the program, in brackets, may hold blanks
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      double ticks = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
      return new Measured(
          System.nanoTime(),
          number(status, "VmRSS") / 1024,
          ticks / TICKS_PER_SECOND,
          (int) number(status, "Threads"));
    }

    private static double number(String status, String name) {
      Matcher matcher = Pattern.compile(name + ":\\s+(\\d+)").matcher(status);
      assertThat(matcher.find()).isTrue();
      return Double.parseDouble(matcher.group(1));
    }
  }
}
