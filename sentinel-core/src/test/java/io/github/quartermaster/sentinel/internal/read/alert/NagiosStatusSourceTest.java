package io.github.quartermaster.sentinel.internal.read.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.model.AlertNotice;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Settings;
import io.github.quartermaster.sentinel.model.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Nagios knows, by its status file. */
class NagiosStatusSourceTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private static final long CREATED = NOW.getEpochSecond() - 7;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void file() {
    file = folder.resolve("status.dat");
  }

  @Test
  void services_and_hosts_in_trouble_are_alerts() throws Exception {
    write(
        host("web1", 1, "ping lost"),
        host("web2", 0, "fine"),
        service("web1", "PostgreSQL", 2, "connection refused"),
        service("web1", "Load", 1, "a bit much"),
        service("web1", "Disk", 0, "fine"),
        service("web1", "Odd", 3, "no answer"));

    assertThat(alerts(Map.of()))
        .extracting(AlertNotice::labels, AlertNotice::status, AlertNotice::message)
        .containsExactly(
            tuple("web1", "", Status.CRITICAL, "ping lost"),
            tuple("web1", "PostgreSQL", Status.CRITICAL, "connection refused"),
            tuple("web1", "Load", Status.WARNING, "a bit much"),
            tuple("web1", "Odd", Status.UNKNOWN, "no answer"));
  }

  @Test
  void host_that_cannot_be_reached_is_unknown_since_another_one_is_the_trouble() throws Exception {
    write(host("behind", 2, "unreachable"));

    assertThat(alerts(Map.of())).extracting(AlertNotice::status).containsExactly(Status.UNKNOWN);
  }

  @Test
  void problem_that_is_not_confirmed_counts_only_where_that_is_asked_for() throws Exception {
    write(service("web1", "Load", 2, "once", "state_type=0"));

    assertThat(alerts(Map.of())).isEmpty();
    assertThat(alerts(Map.of("only", "any"))).hasSize(1);
  }

  @Test
  void problem_in_a_downtime_or_acknowledged_counts_only_where_that_is_asked_for()
      throws Exception {
    write(
        service("web1", "Load", 2, "planned", "scheduled_downtime_depth=1"),
        service("web1", "Disk", 2, "known", "problem_has_been_acknowledged=1"));

    assertThat(alerts(Map.of())).isEmpty();
    assertThat(alerts(Map.of("skip-downtime", false)))
        .extracting(AlertNotice::message)
        .containsExactly("planned");
    assertThat(alerts(Map.of("skip-acknowledged", false)))
        .extracting(AlertNotice::message)
        .containsExactly("known");
  }

  @Test
  void alert_began_when_the_state_last_changed() throws Exception {
    write(service("web1", "Load", 2, "x", "last_state_change=" + (CREATED - 60)));

    assertThat(alerts(Map.of()).get(0).since()).isEqualTo(Instant.ofEpochSecond(CREATED - 60));
  }

  @Test
  void file_that_is_not_there_means_that_nagios_is_down() {
    assertThatThrownBy(() -> alerts(Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessage("Nagios is down: it removes " + file + " when it stops, and there is none");
  }

  @Test
  void old_file_means_that_nagios_is_stuck() throws Exception {
    write(service("web1", "Load", 2, "x"));

    assertThatThrownBy(() -> alerts(Map.of("stale-after", Duration.ofSeconds(5))))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(
            "Nagios is stuck: it wrote " + file + " last at 2026-11-25T09:59:53Z");
  }

  @Test
  void other_file_and_a_folder_are_refused() throws Exception {
    Files.writeString(file, "root:x:0:0:root:/root:/bin/bash\n");

    assertThatThrownBy(() -> alerts(Map.of())).hasMessageContaining("it is no status file");

    Files.delete(file);
    Files.createDirectory(file);

    assertThatThrownBy(() -> alerts(Map.of())).hasMessage(file + " is no regular file");
  }

  @Test
  void half_a_file_is_refused() throws Exception {
    Files.writeString(file, "info {\n\tcreated=" + CREATED + "\n\t}\nservicestatus {\n\thost_name");

    assertThatThrownBy(() -> alerts(Map.of()))
        .hasMessage(file + " cannot be read: it ends within a block servicestatus");
  }

  private List<AlertNotice> alerts(Map<String, Object> set) throws Exception {
    Settings settings =
        Settings.of(Map.of("file", file, "stale-after", Duration.ofMinutes(2), "only", "hard"));
    for (Map.Entry<String, Object> each : set.entrySet()) {
      settings = settings.with(each.getKey(), each.getValue());
    }
    return new NagiosStatusFactory()
        .create(settings)
        .alerts(new ProbeContext(NOW, Deadline.in(Duration.ofSeconds(30))));
  }

  private void write(String... blocks) throws IOException {
    Files.writeString(
        file,
        "# a comment\n\ninfo {\n\tcreated="
            + CREATED
            + "\n\tversion=4.4.6\n\t}\n\n"
            + String.join("\n", blocks));
  }

  private static String host(String name, int state, String output) {
    return "hoststatus {\n\thost_name=%s\n\tcurrent_state=%d\n\tplugin_output=%s\n\tstate_type=1\n\t}\n"
        .formatted(name, state, output);
  }

  private static String service(
      String host, String name, int state, String output, String... more) {
    String type = String.join("", more).contains("state_type") ? "" : "\tstate_type=1\n";
    StringBuilder text =
        new StringBuilder(
            "servicestatus {\n\thost_name=%s\n\tservice_description=%s\n\tcurrent_state=%d\n%s\tplugin_output=%s\n"
                .formatted(host, name, state, type, output));
    for (String line : more) {
      text.append('\t').append(line).append('\n');
    }
    return text.append("\t}\n").toString();
  }

  private static org.assertj.core.groups.Tuple tuple(
      String host, String service, Status status, String message) {
    return org.assertj.core.groups.Tuple.tuple(
        Map.of("host", host, "service", service), status, message);
  }
}
