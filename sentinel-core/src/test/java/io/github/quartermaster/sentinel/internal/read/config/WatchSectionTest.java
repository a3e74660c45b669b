package io.github.quartermaster.sentinel.internal.read.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.model.CheckSpec;
import io.github.quartermaster.sentinel.model.LogLevel;
import io.github.quartermaster.sentinel.model.SentinelConfig;
import io.github.quartermaster.sentinel.model.SentinelException;
import io.github.quartermaster.sentinel.model.WatchSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchSectionTest {
  private static final Path FILE = Path.of("/etc/sentinel/s.yaml");

  @TempDir Path folder;

  @Test
  void without_a_word_about_it_the_daemon_listens_on_loopback() {
    assertThat(read("").watch()).isEqualTo(WatchSettings.DEFAULT);
    assertThat(WatchSettings.DEFAULT.host()).isEqualTo("127.0.0.1");
    assertThat(WatchSettings.DEFAULT.port()).isEqualTo(7878);
  }

  @Test
  void everything_can_be_said() {
    WatchSettings watch =
        read("""
                daemon:
                  listen: "[::1]:8000"
                  token-file: token
                  plugins: plugins.d
                  state: /srv/state
                  log: /var/log/sentinel.log
                  log-level: debug
                """)
            .watch();

    assertThat(watch)
        .isEqualTo(
            new WatchSettings(
                "::1",
                8000,
                Path.of("/etc/sentinel/token"),
                Path.of("/etc/sentinel/plugins.d"),
                Path.of("/srv/state"),
                Path.of("/var/log/sentinel.log"),
                LogLevel.DEBUG));
  }

  @ParameterizedTest
  @CsvSource({
    "off, 127.0.0.1, 0",
    "8000, 127.0.0.1, 8000",
    "localhost:80, 127.0.0.1, 80",
    "127.0.0.2:65535, 127.0.0.2, 65535"
  })
  void it_listens_where_loopback_is(String text, String host, int port) {
    WatchSettings watch = read("daemon: {listen: '" + text + "'}\n").watch();

    assertThat(watch.host()).isEqualTo(host);
    assertThat(watch.port()).isEqualTo(port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0:80",
        "192.0.2.1:80",
        "shop.example:80",
        "[::]:80",
        "127.0.0.1:0",
        "127.0.0.1:65536",
        "127.0.0.256:80",
        "127.0.0.1",
        "no",
        "99999999999"
      })
  void it_listens_nowhere_else(String text) {
    assertThatThrownBy(() -> read("daemon: {listen: '" + text + "'}\n"))
        .isInstanceOf(SentinelException.class)
        .hasMessageContaining("s.yaml:2:18 daemon.listen: expected an address on loopback");
  }

  @Test
  void mistakes_are_told_with_their_place_and_what_was_probably_meant() {
    assertThatThrownBy(() -> read("daemon: {listn: off, log-level: debg}\n"))
        .hasMessageContaining("s.yaml:2:10 daemon.listn: the daemon has no such key")
        .hasMessageContaining("listen")
        .hasMessageContaining(
            "s.yaml:2:33 daemon.log-level: expected one of error, warn, info, debug")
        .hasMessageContaining("Did you mean debug?");
    assertThatThrownBy(() -> read("daemon: yes\n"))
        .hasMessageContaining("daemon: expected names and values");
  }

  @Test
  void a_check_is_made_as_often_as_it_says_or_else_as_the_defaults_say() {
    assertThat(interval("", "{type: cpu}")).isEqualTo(Duration.ofSeconds(30));
    assertThat(interval("defaults: {interval: 1m}\n", "{type: cpu}"))
        .isEqualTo(Duration.ofMinutes(1));
    assertThat(interval("defaults: {interval: 1m}\n", "{type: cpu, interval: 10s}"))
        .isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void a_check_that_may_take_long_is_made_more_rarely() {
    assertThat(interval("", "{type: cpu, timeout: 40s}")).isEqualTo(Duration.ofSeconds(80));
    assertThat(interval("defaults: {timeout: 1h}\n", "{type: cpu}")).isEqualTo(Duration.ofHours(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: cpu, interval: 5s}",
        "{type: cpu, timeout: 10s, interval: 9s}",
        "{type: cpu, interval: 0s}",
        "{type: cpu, interval: 500ms}",
        "{type: cpu, interval: 2d}",
        "{type: cpu, interval: 30}"
      })
  void an_interval_is_longer_than_the_time_out_and_a_second_at_least(String check) {
    assertThatThrownBy(() -> interval("", check))
        .isInstanceOf(SentinelException.class)
        .hasMessageContaining("checks.a.interval: expected");
  }

  @Test
  void the_plugins_are_known_before_the_rest_of_the_file_can_be_understood() throws IOException {
    Path config = folder.resolve("sentinel.yaml");
    Files.writeString(
        config, "sentinel: 1\ndaemon: {plugins: p.d}\nchecks: {q: {type: of-a-plugin}}\n");

    assertThat(ConfigReader.pluginsOf(config, Map.of())).contains(folder.resolve("p.d"));
    Files.writeString(config, "no: [yaml");
    assertThat(ConfigReader.pluginsOf(config, Map.of())).isEmpty();
    assertThat(ConfigReader.pluginsOf(folder.resolve("none.yaml"), Map.of())).isEmpty();
  }

  private static Duration interval(String before, String check) {
    CheckSpec spec = config(before + "checks: {a: " + check + "}\n").checks().get(0);
    return spec.interval();
  }

  private static SentinelConfig read(String section) {
    return config(section + "checks: {a: {type: cpu}}\n");
  }

  private static SentinelConfig config(String text) {
    return new ConfigReader(Types.catalog(), Map.of())
        .read(FILE, ("sentinel: 1\n" + text).getBytes(UTF_8));
  }
}
