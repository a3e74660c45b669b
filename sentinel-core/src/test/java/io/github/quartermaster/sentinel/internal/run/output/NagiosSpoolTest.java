package io.github.quartermaster.sentinel.internal.run.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.model.ResultOutput;
import io.github.quartermaster.sentinel.model.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passive results in Nagios' spool. */
class NagiosSpoolTest {
  @TempDir private Path spool;

  @Test
  void result_is_there_whole_with_the_empty_file_that_makes_it_valid() throws Exception {
    output(Map.of()).tell(TestBulletins.critical(), TestBulletins.ample());

    Path result = result();
    assertThat(result.getFileName().toString()).matches("c[A-Za-z0-9]{6}");
    assertThat(spool.resolve(result.getFileName() + ".ok")).isEmptyFile();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(result)))
        .isEqualTo("rw-r--r--");
    assertThat(Files.readString(result))
        .isEqualTo(
            """
            ### a passive result of Sentinel
            file_time=1795600800

            host_name=web1
            service_description=sentinel
            check_type=1
            check_options=0
            scheduled_check=0
            reschedule_check=0
            latency=0.0
            start_time=1795600800.000005
            finish_time=1795600800.000005
            early_timeout=0
            exited_ok=1
            return_code=2
            output=SENTINEL CRITICAL - disk:/var is critical|score=3802;316;3162;0;10000 'a b'=1\\n\
            1. disk:/var, share 56 %\\n   largest folder: C:\\\\logs
            """);
  }

  @Test
  void host_and_service_are_those_that_are_set() throws Exception {
    output(Map.of("host", "web1.example", "service", "Health"))
        .tell(TestBulletins.critical(), TestBulletins.ample());

    assertThat(Files.readString(result()))
        .contains("\nhost_name=web1.example\n", "\nservice_description=Health\n");
  }

  @Test
  void no_heap_grows_while_nagios_is_down() throws Exception {
    ResultOutput output = output(Map.of());

    for (int i = 0; i < 5; i++) {
      output.tell(TestBulletins.critical(), TestBulletins.ample());
    }

    assertThat(files()).hasSize(2);
  }

  @Test
  void files_of_others_stay_as_they_are() throws Exception {
    Files.writeString(spool.resolve("cABCDEF"), "theirs");
    Files.createFile(spool.resolve("cABCDEF.ok"));
    ResultOutput output = output(Map.of());

    output.tell(TestBulletins.critical(), TestBulletins.ample());
    output.tell(TestBulletins.critical(), TestBulletins.ample());

    assertThat(spool.resolve("cABCDEF")).hasContent("theirs");
    assertThat(files()).hasSize(4);
  }

  @Test
  void result_that_nagios_fetched_meanwhile_is_no_trouble() throws Exception {
    ResultOutput output = output(Map.of());
    output.tell(TestBulletins.critical(), TestBulletins.ample());
    for (Path file : files()) {
      Files.delete(file);
    }

    output.tell(TestBulletins.critical(), TestBulletins.ample());

    assertThat(files()).hasSize(2);
  }

  @Test
  void spool_that_is_not_there_is_named() {
    ResultOutput output = output(Map.of("folder", spool.resolve("none")));

    assertThatThrownBy(() -> output.tell(TestBulletins.critical(), TestBulletins.ample()))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "there is no folder " + spool.resolve("none") + ", the check_result_path of Nagios");
  }

  @Test
  void name_that_would_end_its_line_is_refused() {
    assertThatThrownBy(() -> output(Map.of("host", "web1\nreturn_code=0")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("host has none of ; and !");
  }

  private ResultOutput output(Map<String, Object> set) {
    Settings settings = Settings.of(Map.of("folder", spool, "service", "sentinel"));
    for (Map.Entry<String, Object> each : set.entrySet()) {
      settings = settings.with(each.getKey(), each.getValue());
    }
    return new NagiosSpoolFactory().create(settings);
  }

  private Path result() throws IOException {
    List<Path> results = files().stream().filter(file -> !file.toString().endsWith(".ok")).toList();
    assertThat(results).hasSize(1);
    return results.get(0);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(spool)) {
      return files.toList();
    }
  }
}
