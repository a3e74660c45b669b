package io.github.quartermaster.sentinel.internal.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the machine that runs the tests really says. */
@EnabledOnOs(OS.LINUX)
class ThisHostTest {
  private final ThisHost host = new ThisHost();

  @Test
  void memory_and_processor_are_told_in_sensible_ranges() {
    MemoryState memory = host.memory().orElseThrow();
    assertThat(memory.available()).isBetween(0L, memory.total());
    assertThat(memory.usedPercent()).isBetween(0.0, 100.0);
    CpuTicks ticks = host.cpuTicks().orElseThrow();
    assertThat(ticks.idle()).isPositive();
    assertThat(ticks.busy()).isPositive();
    assertThat(host.processors()).isPositive();
    assertThat(host.load().orElseThrow()).isNotNegative();
  }

  @Test
  void two_looks_at_the_processor_in_short_order_differ() throws Exception {
    CpuTicks before = host.cpuTicks().orElseThrow();
    for (int i = 0; i < 400 && host.cpuTicks().orElseThrow().equals(before); i++) {
      // a tick is 10 ms
      Thread.sleep(5);
    }
    assertThat(host.cpuTicks().orElseThrow().since(before).total()).isPositive();
  }

  @Test
  void the_root_is_mounted_and_its_space_agrees_with_df() throws Exception {
    assertThat(host.mounts()).anyMatch(mount -> mount.path().equals(Path.of("/")));
    long df = dfPercent("/");
    assertThat(host.space(Path.of("/")).usedPercent()).isBetween(df - 1.0, df + 1.0);
  }

  private static long dfPercent(String path) throws IOException {
    Process df = new ProcessBuilder("df", "-P", "--", path).start();
    String row =
        new String(df.getInputStream().readAllBytes()).lines().skip(1).findFirst().orElse("");
    return Long.parseLong(row.replaceAll(".*\\s(\\d+)%.*", "$1"));
  }

  @Test
  void inodes_are_told_where_the_file_system_counts_any() throws Exception {
    Path root = Path.of("/");
    var inodes = host.inodes(List.of(root), Duration.ofSeconds(20));
    assumeThat(inodes).containsKey(root);
    assertThat(inodes.get(root).used()).isBetween(1L, inodes.get(root).total());
  }

  @Test
  void a_df_that_hangs_or_is_not_there_costs_only_the_answer() throws Exception {
    List<Path> root = List.of(Path.of("/"));
    assertThat(InodeTable.ask(List.of("sleep", "60"), root, Duration.ofMillis(50))).isEmpty();
    assertThat(InodeTable.ask(List.of("/no/such/df"), root, Duration.ofSeconds(5))).isEmpty();
  }

  @Test
  void a_process_that_was_killed_is_gone_or_a_zombie() throws Exception {
    Process sleep = new ProcessBuilder("sleep", "300").start();
    try {
      assertThat(find(sleep.pid())).matches(it -> !it.zombie() && it.name().equals("sleep"));
      assertThat(find(sleep.pid()).commandLine()).isEqualTo("sleep 300");
    } finally {
      sleep.destroyForcibly();
    }
    assertThat(sleep.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(host.processes().orElseThrow())
        .noneMatch(it -> it.pid() == sleep.pid() && !it.zombie());
  }

  @Test
  void a_zombie_is_seen_as_such_though_the_jdk_says_it_is_alive() throws Exception {
    // the shell becomes a sleep that knows nothing of the child it has begun
    Process parent = new ProcessBuilder("sh", "-c", "true & exec sleep 300").start();
    try {
      ProcessHandle child = null;
      for (int i = 0; i < 400 && child == null; i++) {
        child = parent.children().filter(it -> find(it.pid()).zombie()).findFirst().orElse(null);
        Thread.sleep(25);
      }
      assertThat(child).isNotNull();
      assertThat(child.isAlive()).isTrue();
      assertThat(find(child.pid()).zombie()).isTrue();
    } finally {
      parent.destroyForcibly();
    }
  }

  private HostProcess find(long pid) {
    return host.processes().orElseThrow().stream()
        .filter(it -> it.pid() == pid)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no process " + pid));
  }

  @Test
  void a_listening_socket_is_found_with_its_owner_until_it_is_closed() throws Exception {
    int port;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
      assertThat(host.listeningPorts().orElseThrow())
          .contains(new ListeningPort(port, ProcessHandle.current().pid()));
    }
    assertThat(host.listeningPorts().orElseThrow()).noneMatch(it -> it.port() == port);
  }

  @Test
  void the_loopback_interface_is_up_and_an_unknown_one_is_not_there() {
    assertThat(host.link("lo").orElseThrow().up()).isTrue();
    assertThat(host.link("nosuch0")).isEmpty();
  }

  @Test
  void a_small_file_system_fills_up_and_stays_read_only_when_asked(@TempDir Path folder)
      throws Exception {
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=1m", "none", folder.toString())).isZero();
    try {
      Files.write(folder.resolve("full"), new byte[1000 * 1024]);
      assertThat(host.space(folder).usedPercent()).isGreaterThanOrEqualTo(95);
      assertThat(host.inodes(List.of(folder), Duration.ofSeconds(20))).containsKey(folder);
      assertThat(run("mount", "-o", "remount,ro", folder.toString())).isZero();
      assertThat(host.mounts())
          .filteredOn(mount -> mount.path().equals(folder))
          .singleElement()
          .matches(mount -> mount.mountedReadOnly() && mount.type().equals("tmpfs"));
    } finally {
      run("umount", folder.toString());
    }
  }

  private static int run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1;
    }
  }

  @Test
  void a_call_that_hangs_is_left_alone_and_can_be_waited_for_again() throws Exception {
    var latch = new java.util.concurrent.CountDownLatch(1);
    HangingCall<String> call =
        HangingCall.start(
            "test",
            () -> {
              latch.await();
              return "there";
            });
    assertThat(call.await(Duration.ofMillis(20))).isEmpty();
    assertThat(call.isDone()).isFalse();
    latch.countDown();
    assertThat(call.await(Duration.ofSeconds(20))).contains("there");
  }

  @Test
  void a_call_that_fails_says_so() {
    HangingCall<String> call =
        HangingCall.start(
            "test",
            () -> {
              throw new IOException("no");
            });
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> call.await(Duration.ofSeconds(20)))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("no");
  }
}
