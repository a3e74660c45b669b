package io.github.quartermaster.sentinel.internal.read.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.internal.host.HostProcess;
import io.github.quartermaster.sentinel.internal.host.ListeningPort;
import io.github.quartermaster.sentinel.internal.host.ThisHost;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProcessProviderTest {
  private static final Verdict DOWN = new Verdict.Given(Score.DOWN);
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final FakeHost host = new FakeHost();
  private final HealthProviderFactory factory = new ProcessFactory(host);

  private Reading reading(Map<String, Object> set) throws Exception {
    return Probing.only(Probing.provider(factory, "shop", set));
  }

  private void process(long pid, String name, String command) {
    process(pid, name, command, false);
  }

  private void process(long pid, String name, String command, boolean zombie) {
    host.processes.add(
        new HostProcess(pid, name, command, zombie, 100L << 20, Duration.ofSeconds(1), START));
  }

  @Test
  void a_program_that_runs_is_healthy_and_tells_where_it_listens() throws Exception {
    process(10, "nginx", "nginx: master process /usr/sbin/nginx");
    process(11, "nginx", "nginx: worker process");
    host.ports.add(new ListeningPort(443, 11));
    host.ports.add(new ListeningPort(22, 1));
    Reading reading = reading(Map.of("name", "nginx"));
    assertThat(reading.message()).isEqualTo("2 processes");
    assertThat(Probing.judged(reading)).isEqualTo("fine");
    assertThat(reading.evidence())
        .extracting(it -> it.label() + ": " + it.text())
        .containsExactly("processes: nginx 10, nginx 11", "listens on: 443");
    assertThat(Probing.metric(reading, "memory").value()).isEqualTo(200 << 20);
  }

  @Test
  void a_program_that_does_not_run_is_down() throws Exception {
    process(10, "nginx-exporter", "/usr/bin/nginx-exporter");
    Reading reading = reading(Map.of("name", "nginx"));
    assertThat(reading.verdict()).isEqualTo(DOWN);
    assertThat(reading.message()).isEqualTo("does not run");
  }

  @Test
  void a_zombie_does_not_run() throws Exception {
    process(10, "nginx", "", true);
    Reading reading = reading(Map.of("name", "nginx"));
    assertThat(reading.verdict()).isEqualTo(DOWN);
    assertThat(reading.message()).contains("zombie");
  }

  @Test
  void too_few_and_too_many_are_critical_and_the_message_says_what_is_wanted() throws Exception {
    process(10, "nginx", "nginx");
    Reading few = reading(Map.of("name", "nginx", "min", 2L));
    assertThat(Probing.judged(few)).isEqualTo("critical");
    assertThat(few.message()).isEqualTo("1 process (at least 2 wanted)");
    Reading many = reading(Map.of("name", "nginx", "min", 0L, "max", 0L));
    assertThat(Probing.judged(many)).isEqualTo("critical");
    assertThat(many.message()).isEqualTo("1 process (0 to 0 wanted)");
  }

  @Test
  void a_long_name_is_not_mistaken_for_another_that_the_kernel_cuts_alike() throws Exception {
    process(10, "gnome-keyring-d", "/usr/bin/gnome-keyring-daemon --start");
    assertThat(Probing.judged(reading(Map.of("name", "gnome-keyring-daemon")))).isEqualTo("fine");
    assertThat(reading(Map.of("name", "gnome-keyring-dummy")).verdict()).isEqualTo(DOWN);
  }

  @Test
  void a_script_with_a_long_name_is_found_though_a_shell_runs_it() throws Exception {
    process(10, "nightly-backup-", "/bin/sh /opt/bin/nightly-backup-of-shop");
    assertThat(Probing.judged(reading(Map.of("name", "nightly-backup-of-shop")))).isEqualTo("fine");
    assertThat(reading(Map.of("name", "nightly-backup-of-blog")).verdict()).isEqualTo(DOWN);
  }

  @Test
  void an_editor_that_has_the_program_open_is_not_the_program() throws Exception {
    process(10, "vi", "vi /etc/nginx");
    assertThat(reading(Map.of("name", "nginx")).verdict()).isEqualTo(DOWN);
  }

  @Test
  void the_check_itself_counts_only_where_asked(@TempDir Path folder) throws Exception {
    long self = ProcessHandle.current().pid();
    process(self, "java", "java -jar shop.jar");
    assertThat(reading(Map.of("command", "shop.jar")).verdict()).isEqualTo(DOWN);
    assertThat(Probing.judged(reading(Map.of("command", "shop.jar", "self", true))))
        .isEqualTo("fine");
    Path file = Files.writeString(folder.resolve("pid"), Long.toString(self));
    assertThat(Probing.judged(reading(Map.of("pid-file", file)))).isEqualTo("fine");
  }

  @Test
  void the_command_line_tells_one_java_program_from_another() throws Exception {
    process(10, "java", "java -Dcatalina.base=/opt/shop org.apache.catalina.startup.Bootstrap");
    assertThat(Probing.judged(reading(Map.of("command", "catalina.base=/opt/shop\\b"))))
        .isEqualTo("fine");
    assertThat(reading(Map.of("name", "java", "command", "/opt/blog")).verdict()).isEqualTo(DOWN);
  }

  @Test
  void a_pattern_that_never_ends_is_stopped() throws Exception {
    process(10, "java", "a".repeat(40) + "!");
    Reading reading =
        Probing.provider(factory, "shop", Map.of("command", "^(.*a){12}$"))
            .probe(Probing.context(Duration.ofMillis(200)))
            .get(0);
    assertThat(reading.verdict()).isInstanceOf(Verdict.Unknown.class);
    assertThat(reading.message()).contains("takes too long");
  }

  @Test
  void a_pattern_that_needs_too_much_stack_is_unknown() throws Exception {
    process(10, "java", "ab".repeat(60_000));
    assertThat(reading(Map.of("command", "^(a|b)*$")).verdict())
        .isInstanceOf(Verdict.Unknown.class);
  }

  @Test
  void a_pid_file_names_the_process(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("shop.pid");
    Map<String, Object> set = Map.of("pid-file", file);
    assertThat(reading(set).message()).isEqualTo("does not run: there is no " + file);
    Files.writeString(file, "10\n");
    assertThat(reading(set).verdict()).isEqualTo(DOWN);
    process(10, "java", "java");
    assertThat(Probing.judged(reading(set))).isEqualTo("fine");
    // the process has begun long after the file was written: the number was given away again
    Files.setLastModifiedTime(file, FileTime.from(START.minusSeconds(3600)));
    Reading stranger = reading(set);
    assertThat(stranger.verdict()).isEqualTo(DOWN);
    assertThat(stranger.message()).contains("java 10, which began after the file was written");
    // a name tells better than a clock, which may have been set
    assertThat(Probing.judged(reading(Map.of("pid-file", file, "name", "java")))).isEqualTo("fine");
    assertThat(reading(Map.of("pid-file", file, "name", "nginx")).verdict()).isEqualTo(DOWN);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_real_program_is_found_by_its_pid_file_until_it_is_killed(@TempDir Path folder)
      throws Exception {
    Process sleep = new ProcessBuilder("sleep", "300").start();
    try {
      Path file = Files.writeString(folder.resolve("pid"), sleep.pid() + "\n");
      Map<String, Object> set = Map.of("pid-file", file);
      HealthProviderFactory real = new ProcessFactory(new ThisHost());
      Reading running = Probing.only(Probing.provider(real, "sleep", set));
      assertThat(running.verdict()).isInstanceOf(Verdict.Measured.class);
      assertThat(running.message()).isEqualTo("1 process");
      sleep.destroyForcibly();
      assertThat(sleep.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(Probing.only(Probing.provider(real, "sleep", set)).verdict()).isEqualTo(DOWN);
    } finally {
      sleep.destroyForcibly();
    }
  }

  @Test
  void a_pid_file_with_nonsense_is_an_error_that_names_it(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("shop.pid"), "starting...");
    assertThatThrownBy(() -> reading(Map.of("pid-file", file)))
        .hasMessage(file + " holds no number of a process");
  }

  @Test
  void a_program_that_runs_but_does_not_listen_is_down() throws Exception {
    process(10, "java", "java");
    Reading reading = reading(Map.of("name", "java", "port", 8080L));
    assertThat(reading.verdict()).isEqualTo(DOWN);
    assertThat(reading.message()).isEqualTo("runs (java 10), but nobody listens on port 8080");
  }

  @Test
  void a_port_held_by_another_program_does_not_count() throws Exception {
    process(10, "java", "java");
    host.ports.add(new ListeningPort(8080, 99));
    assertThat(reading(Map.of("name", "java", "port", 8080L)).verdict()).isEqualTo(DOWN);
    host.ports.set(0, new ListeningPort(8080, 10));
    assertThat(Probing.judged(reading(Map.of("name", "java", "port", 8080L)))).isEqualTo("fine");
  }

  @Test
  void a_port_whose_owner_cannot_be_seen_is_taken_for_the_program() throws Exception {
    process(10, "java", "java");
    host.ports.add(new ListeningPort(8080, 0));
    assertThat(Probing.judged(reading(Map.of("name", "java", "port", 8080L)))).isEqualTo("fine");
    assertThat(reading(Map.of("port", 8080L)).message()).isEqualTo("somebody listens on port 8080");
  }

  @Test
  void the_memory_of_all_processes_is_held_to_its_limits() throws Exception {
    process(10, "java", "java");
    process(11, "java", "java");
    Reading reading =
        reading(
            Map.of(
                "name", "java",
                "memory-warn", Range.atMost(150 << 20),
                "memory-crit", Range.atMost(300 << 20)));
    assertThat(Probing.judged(reading)).isEqualTo("warning");
    assertThat(reading.message()).isEqualTo("2 processes, 200 MiB of memory (150 MiB/300 MiB)");
  }

  @Test
  void it_needs_cpu_and_memory_softly_and_provides_its_port() throws Exception {
    Component component =
        Probing.provider(factory, "shop", Map.of("port", 8080L))
            .components(Probing.context())
            .get(0);
    assertThat(component.id().value()).isEqualTo("shop");
    assertThat(component.provides()).containsExactly("port:8080", "process");
    assertThat(component.requires())
        .extracting(it -> it.target() + " " + it.weight())
        .containsExactly("tag:cpu 0.5", "tag:memory 0.5");
  }

  @Test
  void settings_that_name_no_process_are_refused() {
    assertThatThrownBy(() -> Probing.provider(factory, "shop", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing says which process is meant");
    assertThatThrownBy(() -> Probing.provider(factory, "shop", Map.of("command", "(")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no regular expression");
    assertThatThrownBy(
            () -> Probing.provider(factory, "shop", Map.of("name", "x", "min", 3L, "max", 2L)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_system_that_does_not_tell_its_processes_is_not_checked() throws Exception {
    host.tellsProcesses = false;
    assertThat(reading(Map.of("name", "x")).verdict()).isInstanceOf(Verdict.Unknown.class);
  }
}
