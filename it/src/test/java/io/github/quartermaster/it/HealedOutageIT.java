package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The whole of it: a disk fills up and takes a web application down; the daemon frees it, sees that
 * the application is well again, and tells Nagios and Prometheus. When the same happens a third
 * time within the hour it does nothing, and says why.
 */
@EnabledOnOs(OS.LINUX)
class HealedOutageIT {
  private static final int MEGABYTES = 24;

  @BeforeEach
  void needs_a_disk_of_its_own() {
    Skipped.unless(
        SmallDisk.isPossible() && "root".equals(System.getProperty("user.name")),
        "a disk that the daemon frees",
        "this user may not have a disk of its own, or not see into it");
  }

  @Test
  void a_full_disk_is_freed_twice_and_left_alone_the_third_time() throws IOException {
    Path folder = Place.work("healed-outage");
    HttpServer shop =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    configure(folder, shop.getAddress().getPort());
    try (RunningDaemon daemon = RunningDaemon.start(folder, onADisk())) {
      Path disk = Path.of("/proc", Long.toString(daemon.pid()), "root", "mnt");
      shop.createContext(
          "/",
          exchange -> {
            boolean sold = sell(disk);
            exchange.sendResponseHeaders(sold ? 200 : 500, -1);
            exchange.close();
          });
      shop.start();
      daemon.says("SENTINEL OK");

      for (int time = 1; time <= 2; time++) {
        fill(disk, time);
        daemon.says("SENTINEL CRITICAL: disk:/mnt is critical");
        daemon.saysInAnyOrder("Did disk.clean for disk:/mnt: FIXED", "SENTINEL OK");
        assertThat(logs(disk)).isEmpty();
        assertThat(sell(disk)).isTrue();
      }
      assertThat(Files.readString(folder.resolve("state/last.nagios"))).startsWith("SENTINEL OK");
      assertThat(daemon.get("/metrics").body())
          .contains("sentinel_actions_total{action=\"disk.clean\",outcome=\"fixed\"} 2\n");

      fill(disk, 3);
      daemon.says("SENTINEL CRITICAL: disk:/mnt is critical");
      assertThat(daemon.says("[LIMIT]"))
          .contains("Does nothing, disk.clean for disk:/mnt: ", "not before ");

      assertThat(logs(disk)).isNotEmpty();
      assertThat(daemon.get("/metrics").body())
          .contains("sentinel_actions_total{action=\"disk.clean\",outcome=\"fixed\"} 2\n")
          .contains("sentinel_suppressed_total{guard_rail=\"limit\"} ");
      assertThat(Files.readString(folder.resolve("state/last.nagios")))
          .startsWith("SENTINEL CRITICAL - disk:/mnt");
      assertThat(daemon.get("/").body()).contains("Does nothing", "disk.clean", "[limit]");
      assertThat(Files.readString(folder.resolve("state/audit.jsonl")))
          .contains("\"guardRail\":\"limit\"");
    } finally {
      shop.stop(0);
    }
  }

  private static void configure(Path folder, int port) throws IOException {
    Files.writeString(
        folder.resolve("sentinel.yaml"),
        """
        sentinel: 1
        defaults: {interval: 5s, timeout: 4s}
        checks:
          disk: {type: disk, include: [/mnt], warn: 70%%, crit: 95%%}
          shop: {type: http, url: "http://127.0.0.1:%d/", requires: [disk]}
        mode: act
        remedies:
          - when: {cause: "disk:/mnt"}
            steps:
              - {action: disk.clean, root: /mnt/log, glob: "*.log", older-than: 1m, settle: 1s}
            allow-irreversible: true
            cooldown: 1s
            limits: [{max: 2, per: 1h}]
        """
            .formatted(port));
  }

  /** What comes in front of the daemon's command line so that it has a small disk of its own. */
  private static List<String> onADisk() {
    return List.of(
        "unshare",
        "--mount",
        "sh",
        "-c",
        "mount -t tmpfs -o size="
            + MEGABYTES
            + "m tmpfs /mnt && mkdir /mnt/log /mnt/orders && exec \"$@\"",
        "sh");
  }

  /** A shop that cannot write an order down sells nothing. */
  private static boolean sell(Path disk) {
    try {
      Path order = Files.createTempFile(disk.resolve("orders"), "order", "");
      try {
        Files.write(order, new byte[64 << 10]);
      } finally {
        Files.delete(order);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Somebody logs until nothing fits any more, and had done so for long. */
  private static void fill(Path disk, int time) throws IOException {
    Path log = disk.resolve("log/chatty-" + time + ".log");
    try (OutputStream out = Files.newOutputStream(log)) {
      byte[] lines = new byte[64 << 10];
      for (int i = 0; i < MEGABYTES * 16 + 1; i++) {
        out.write(lines);
      }
    } catch (IOException e) {
      // no space is left, which is what it is about
      assertThat(e).hasMessageContaining("No space left");
    }
    Files.setLastModifiedTime(log, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
  }

  private static List<Path> logs(Path disk) throws IOException {
    try (Stream<Path> files = Files.list(disk.resolve("log"))) {
      return files.toList();
    }
  }
}
