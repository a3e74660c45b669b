package io.github.quartermaster.sentinel.internal.read.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.quartermaster.sentinel.internal.process.Script;
import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.Evidence;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Secret;
import io.github.quartermaster.sentinel.model.Settings;
import io.github.quartermaster.sentinel.model.Status;
import io.github.quartermaster.sentinel.model.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What programs say about health, and what it means when they do not. */
@Timeout(60)
class CommandProvidersTest {
  private static final Duration AMPLE = Duration.ofSeconds(50);
  private static final Duration BRIEF = Duration.ofSeconds(2);
  private static final Path PLUGINS = Path.of("/usr/lib/nagios/plugins");

  private static final ComponentId IT = new ComponentId("it");

  @TempDir Path folder;
  private final NagiosProviderFactory nagios = new NagiosProviderFactory();
  private final ExecProviderFactory exec = new ExecProviderFactory();

  @Test
  void exit_code_of_a_plugin_is_the_only_truth() throws Exception {
    assertThat(plugin("echo 'CRITICAL: fine'; exit 0").verdict())
        .isEqualTo(new Verdict.Stated(Status.OK));
    assertThat(plugin("echo 'OK: bad'; exit 2").verdict())
        .isEqualTo(new Verdict.Stated(Status.CRITICAL));
    assertThat(plugin("echo 'OK'; exit 1").verdict()).isEqualTo(new Verdict.Stated(Status.WARNING));
    assertThat(plugin("echo 'CRITICAL - no ping'; exit 3"))
        .isEqualTo(Reading.unknown(IT, "CRITICAL - no ping"));
  }

  @Test
  void text_metrics_and_further_lines_of_a_plugin_arrive() throws Exception {
    Reading reading =
        plugin("printf 'DISK WARNING|/var=80%%;70;95;0;100\\n/var is filling\\n|x'; exit 1");

    assertThat(reading.message()).isEqualTo("DISK WARNING");
    assertThat(reading.metrics())
        .containsExactly(
            new Metric(
                "/var", 80, "%", new Range(0, 70, false), new Range(0, 95, false), 0.0, 100.0));
    assertThat(reading.evidence())
        .containsExactly(
            new Evidence("output", "/var is filling"),
            new Evidence("unreadable performance data", "1: x"));
  }

  @Test
  void label_that_stands_twice_is_left_out() throws Exception {
    Reading reading = plugin("echo 'x|a=1 a=2 b=3'");

    assertThat(reading.metrics()).extracting(Metric::label).containsExactly("a", "b");
    assertThat(reading.evidence()).hasSize(1);
  }

  @Test
  void standard_error_counts_only_where_nothing_else_is_printed() throws Exception {
    assertThat(plugin("echo trouble >&2; exit 2").message()).isEqualTo("trouble");
    assertThat(plugin("echo trouble >&2; echo out; exit 2").message()).isEqualTo("out");
    assertThat(plugin("exit 2").message()).isEqualTo("plugin ended with 2 and printed nothing");
  }

  @Test
  void plugin_that_does_not_work_is_unknown_or_as_nagios_has_it_critical() throws Exception {
    assertThat(plugin("echo odd; exit 9"))
        .satisfies(
            reading -> {
              assertThat(reading.verdict()).isEqualTo(new Verdict.Unknown());
              assertThat(reading.message()).isEqualTo("plugin ended with 9, which is no state");
              assertThat(reading.evidence()).containsExactly(new Evidence("output", "odd"));
            });
    Settings critical = command("exit 9").with("broken", "critical");
    assertThat(probe(nagios, critical, AMPLE).verdict())
        .isEqualTo(new Verdict.Stated(Status.CRITICAL));
  }

  @Test
  void killed_plugin_is_unknown_and_the_signal_named() throws Exception {
    Reading reading = plugin("echo 'OK - so far'; kill -KILL $$");

    assertThat(reading.verdict()).isEqualTo(new Verdict.Unknown());
    assertThat(reading.message()).startsWith("plugin was killed by signal 9");
    assertThat(reading.evidence()).containsExactly(new Evidence("output", "OK - so far"));
  }

  @Test
  void plugin_that_forks_and_sleeps_is_given_up_before_the_check_is() throws Exception {
    ProbeContext context = new ProbeContext(Instant.now(), Deadline.in(BRIEF));
    HealthProvider provider = nagios.create("it", command("sleep 300 & sleep 300"));

    Reading reading = provider.probe(context).get(0);

    assertThat(reading.message()).startsWith("plugin did not end within ");
    assertThat(reading.verdict()).isEqualTo(new Verdict.Unknown());
  }

  @Test
  void plugin_that_leaves_something_running_is_heard() throws Exception {
    Reading reading = plugin("sleep 20 & echo fine; exit 0");

    assertThat(reading.message()).isEqualTo("fine");
    assertThat(reading.verdict()).isEqualTo(new Verdict.Stated(Status.OK));
  }

  @Test
  void plugin_that_prints_for_ever_is_unknown() throws Exception {
    Reading reading = plugin("exec yes");

    assertThat(reading.verdict()).isEqualTo(new Verdict.Unknown());
    assertThat(reading.message()).startsWith("plugin printed without end");
  }

  @Test
  void missing_plugin_is_unknown_and_named() throws Exception {
    Path missing = folder.resolve("check_missing");
    Settings settings = Settings.of(Map.of("command", List.of(missing.toString())));

    assertThat(probe(nagios, settings, AMPLE))
        .isEqualTo(Reading.unknown(IT, missing + " is not there"));
  }

  @Test
  void environment_and_folder_are_those_that_are_set() throws Exception {
    Settings settings =
        command("echo \"$PASS $(basename $(pwd))\"")
            .with("environment", Map.of("PASS", new Secret("word")))
            .with("folder", Files.createDirectory(folder.resolve("here")));

    assertThat(probe(nagios, settings, AMPLE).message()).isEqualTo("word here");
  }

  @Test
  void blame_is_inheritable_unless_said_otherwise() throws Exception {
    assertThat(component(command("exit 0")).blame()).isEqualTo(Blame.INHERITABLE);
    assertThat(component(command("exit 0").with("blame", "own")).blame()).isEqualTo(Blame.OWN);
    assertThat(component(command("exit 0")).type()).isEqualTo("nagios");
  }

  @Test
  void executable_is_judged_by_the_exit_codes_that_are_healthy() throws Exception {
    Settings settings = command("exit 7").with("healthy-exit", List.of(0L, 7L));
    assertThat(probe(exec, settings, AMPLE).verdict()).isEqualTo(new Verdict.Stated(Status.OK));

    Settings other = command("echo out; echo err >&2; exit 3").with("healthy-exit", List.of(0L));
    Reading reading = probe(exec, other, AMPLE);
    assertThat(reading.verdict()).isEqualTo(new Verdict.Stated(Status.CRITICAL));
    assertThat(reading.message()).isEqualTo("plugin ended with 3");
    assertThat(reading.evidence())
        .containsExactly(new Evidence("output", "out"), new Evidence("error output", "err"));
  }

  @Test
  void executable_without_such_codes_is_judged_like_a_plugin() throws Exception {
    assertThat(probe(exec, command("exit 1"), AMPLE).verdict())
        .isEqualTo(new Verdict.Stated(Status.WARNING));
    assertThat(probe(exec, command("exit 3"), AMPLE).verdict()).isEqualTo(new Verdict.Unknown());
    assertThat(probe(exec, command("exit 77"), AMPLE).verdict()).isEqualTo(new Verdict.Unknown());
    assertThat(probe(exec, command("kill -9 $$"), AMPLE).verdict())
        .isEqualTo(new Verdict.Unknown());
  }

  @Test
  void executable_is_judged_by_what_it_prints() throws Exception {
    Settings settings =
        command("echo 'queue is empty'; echo all fine")
            .with("contains", List.of("empty"))
            .with("not-contains", List.of("error"));
    Reading fine = probe(exec, settings, AMPLE);
    assertThat(fine.verdict()).isEqualTo(new Verdict.Stated(Status.OK));
    assertThat(fine.message()).isEqualTo("queue is empty");
    assertThat(fine.evidence()).containsExactly(new Evidence("output", "all fine"));

    Reading missing = probe(exec, settings.with("contains", List.of("full")), AMPLE);
    assertThat(missing.verdict()).isEqualTo(new Verdict.Stated(Status.CRITICAL));
    assertThat(missing.message()).isEqualTo("plugin did not print \"full\"");
    assertThat(probe(exec, settings.with("not-contains", List.of("fine")), AMPLE).message())
        .isEqualTo("plugin printed \"fine\"");
  }

  @Test
  void unwanted_text_beyond_what_is_kept_is_not_taken_for_absent() throws Exception {
    Settings settings =
        command("head -c 100000 /dev/zero | tr '\\0' .; echo error")
            .with("not-contains", List.of("error"));

    Reading reading = probe(exec, settings, AMPLE);

    assertThat(reading.verdict()).isEqualTo(new Verdict.Unknown());
    assertThat(reading.message()).contains("printed more than is searched");
  }

  @Test
  void real_plugins_are_understood() throws Exception {
    assumeTrue(Files.isExecutable(PLUGINS.resolve("check_disk")), "monitoring-plugins-basic");

    Reading disk = real("check_disk", "-w", "1%", "-c", "1%", "-p", "/");
    assertThat(disk.metrics()).hasSize(1);
    assertThat(disk.metrics().get(0).label()).isEqualTo("/");
    assertThat(disk.metrics().get(0).warning()).isNotNull();

    Reading dummy = real("check_dummy", "2", "boom|x=1");
    assertThat(dummy.verdict()).isEqualTo(new Verdict.Stated(Status.CRITICAL));
    assertThat(dummy.message()).isEqualTo("CRITICAL: boom");
    assertThat(dummy.metrics()).containsExactly(Metric.of("x", 1, ""));

    Reading refused = real("check_tcp", "-H", "127.0.0.1", "-p", "1");
    assertThat(refused.verdict()).isEqualTo(new Verdict.Stated(Status.CRITICAL));
    assertThat(refused.message()).contains("refused");

    assertThat(real("check_load", "-w", "900", "-c", "1000").metrics())
        .extracting(Metric::label)
        .contains("load1", "load5", "load15");
    assertThat(real("check_disk", "-V").verdict()).isEqualTo(new Verdict.Unknown());
    assertThat(real("negate", PLUGINS.resolve("check_dummy").toString(), "0", "fine"))
        .satisfies(
            reading -> {
              assertThat(reading.message()).isEqualTo("OK: fine");
              assertThat(reading.verdict()).isEqualTo(new Verdict.Stated(Status.CRITICAL));
            });
  }

  private Reading real(String plugin, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(arguments));
    command.add(0, PLUGINS.resolve(plugin).toString());
    return probe(nagios, Settings.of(Map.of("command", command)), AMPLE);
  }

  private Reading plugin(String body) throws Exception {
    return probe(nagios, command(body), AMPLE);
  }

  private Settings command(String body) throws Exception {
    return Settings.of(Map.of("command", List.of(Script.of(folder, "plugin", body).toString())));
  }

  private Component component(Settings settings) throws Exception {
    return nagios
        .create("it", settings)
        .components(new ProbeContext(Instant.now(), Deadline.in(AMPLE)))
        .get(0);
  }

  private static Reading probe(HealthProviderFactory factory, Settings settings, Duration time)
      throws Exception {
    ProbeContext context = new ProbeContext(Instant.now(), Deadline.in(time));
    List<Reading> readings = factory.create("it", settings).probe(context);
    assertThat(readings).hasSize(1);
    return readings.get(0);
  }
}
