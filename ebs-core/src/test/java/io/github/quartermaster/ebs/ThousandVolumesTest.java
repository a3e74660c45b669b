package io.github.quartermaster.ebs;

import static io.github.quartermaster.ebs.EmulatedCloud.HOME;
import static io.github.quartermaster.ebs.EmulatedCloud.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.model.VolumeSpec;
import io.github.quartermaster.ebs.testkit.model.EmulatedVolume;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand volumes with a copy each through the SDK, under EC2's own limits, in a JVM of 256 MB
 * that holds the emulated account as well.
 */
@Tag("thorough")
class ThousandVolumesTest {
  private static final int VOLUMES = 1000;

  @TempDir private Path folder;

  @Test
  void a_thousand_volumes_with_copies_are_backed_up_once_in_256_mb() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                Fleet.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(printed).isZero();
    System.out.print(printed);
    assertThat(printed).contains("complete true, 1000 snapshots, 1000 copies, throttled 0");
    assertThat(number(printed, "describes")).as(printed).isLessThan(2500);
    // 20 copies of one minute at once, after creations at 4 a second from a burst of 50
    assertThat(number(printed, "seconds")).as(printed).isLessThan(2 * VOLUMES / 20 * 60);
  }

  private static int number(String printed, String what) {
    return Integer.parseInt(printed.replaceAll("(?s).*?(\\d+) " + what + ".*", "$1"));
  }

  /** The run, in a JVM of its own. */
  static final class Fleet {
    private Fleet() {}

    public static void main(String[] arguments) throws IOException {
      try (EmulatedCloud cloud = new EmulatedCloud()) {
        List<VolumeSpec> specs = IntStream.range(0, VOLUMES).mapToObj(Fleet::spec).toList();
        for (VolumeSpec spec : specs) {
          cloud.ec2().account().add(EmulatedVolume.of(HOME.name(), spec.id().value(), 8));
        }
        cloud.ec2().clock().advance(Duration.ofHours(1));
        Instant start = cloud.ec2().clock().instant();
        BackupResult result = cloud.backup(Path.of(arguments[0]), specs.toArray(VolumeSpec[]::new));
        Duration span = Duration.between(start, cloud.ec2().clock().instant());
        result.problems().forEach(System.out::println);
        System.out.printf(
            "complete %s, %d snapshots, %d copies, throttled %d, %d seconds, %d describes, %d MB used%n",
            result.isComplete(),
            cloud.ec2().snapshots(HOME.name()).size(),
            cloud.ec2().snapshots(WEST.name()).size(),
            count(cloud, "RequestLimitExceeded"),
            span.toSeconds(),
            cloud.ec2().requests("DescribeSnapshots").size(),
            (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
      }
    }

    private static VolumeSpec spec(int number) {
      return new VolumeSpec(
          new VolumeId("vol-%08x".formatted(0xa0000000 + number)),
          "Volume " + number,
          List.of(WEST),
          0);
    }

    private static long count(EmulatedCloud cloud, String outcome) {
      return cloud.ec2().requests().stream()
          .filter(request -> request.outcome().contains(outcome))
          .count();
    }
  }
}
