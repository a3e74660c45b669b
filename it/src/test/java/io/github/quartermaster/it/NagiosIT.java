package io.github.quartermaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sentinel as a plugin of a real Nagios, and the plugins of Nagios as providers of Sentinel. */
class NagiosIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Path PLUGINS = Path.of("/usr/lib/nagios/plugins");

  @BeforeEach
  void needs_nagios_and_its_plugins() {
    Skipped.unless(
        Nagios.isInstalled(), "Sentinel as a plugin of Nagios", "there is no nagios4 to run");
    Skipped.unless(
        Files.isExecutable(PLUGINS.resolve("check_tcp")),
        "plugins of Nagios as providers",
        "there are none in " + PLUGINS);
  }

  @Test
  void nagios_shows_the_probable_cause_and_has_the_scores() throws IOException {
    Path folder = Place.work("nagios-critical");
    Path config = config(folder, freePort());
    String command = SentinelProgram.commandLine("check", "-c", config.toString(), "-f", "nagios");

    try (Nagios nagios = Nagios.checking(folder, command)) {
      Map<String, String> service = nagios.service(PATIENCE);

      assertThat(service)
          .containsEntry("current_state", "2")
          .hasEntrySatisfying(
              "plugin_output",
              output ->
                  assertThat(output).startsWith("SENTINEL CRITICAL - database").contains("shop"))
          .hasEntrySatisfying(
              "performance_data",
              data -> assertThat(data).startsWith("score=").contains("shop=", "database="))
          .hasEntrySatisfying(
              "long_plugin_output",
              reasons -> assertThat(reasons).contains("1. database", "explains"));
    }
  }

  @Test
  void nagios_is_content_where_all_is_well() throws IOException {
    Path folder = Place.work("nagios-ok");
    try (ServerSocket database = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Path config = config(folder, database.getLocalPort());
      String command =
          SentinelProgram.commandLine("check", "-c", config.toString(), "-f", "nagios");

      try (Nagios nagios = Nagios.checking(folder, command)) {
        assertThat(nagios.service(PATIENCE))
            .containsEntry("current_state", "0")
            .hasEntrySatisfying(
                "plugin_output", output -> assertThat(output).startsWith("SENTINEL OK"));
      }
    }
  }

  /** A shop that is down wherever its database is, both as plugins of Nagios see them. */
  private static Path config(Path folder, int port) throws IOException {
    Path config = folder.resolve("sentinel.yaml");
    String checkTcp = PLUGINS.resolve("check_tcp") + ", -H, 127.0.0.1, -p, \"" + port + "\"";
    Files.writeString(
        config,
        """
        sentinel: 1
        checks:
          shop: {type: nagios, command: [%s], requires: [database]}
          database: {type: nagios, command: [%s]}
        """
            .formatted(checkTcp, checkTcp));
    return config;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
