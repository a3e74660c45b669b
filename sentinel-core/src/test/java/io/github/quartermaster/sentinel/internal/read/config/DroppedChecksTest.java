package io.github.quartermaster.sentinel.internal.read.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.internal.read.catalog.ProviderCatalog;
import io.github.quartermaster.sentinel.model.CheckSpec;
import io.github.quartermaster.sentinel.model.Dependency.Origin;
import io.github.quartermaster.sentinel.model.Requirement;
import io.github.quartermaster.sentinel.model.SentinelConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executables in the folder of plugins, as part of a configuration. */
class DroppedChecksTest {
  @TempDir private Path temp;
  private Path plugin;

  @BeforeEach
  void drop() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("plugins.d"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    plugin = folder.resolve("check_queue.sh");
    header("provides=queue requires=disk,process:broker timeout=20s");
  }

  @Test
  void executable_is_a_check_of_every_configuration() throws IOException {
    SentinelConfig config = read("{sentinel: 1, checks: {cpu: {type: cpu}}}");

    assertThat(config.checks()).extracting(CheckSpec::name).containsExactly("check_queue", "cpu");
    CheckSpec check = config.checks().get(0);
    assertThat(check.type()).isEqualTo("nagios");
    assertThat(check.settings().texts("command")).containsExactly(plugin.toString());
    assertThat(check.provides()).containsExactly("queue");
    assertThat(check.timeout()).isEqualTo(Duration.ofSeconds(20));
    assertThat(check.requires())
        .containsExactly(
            new Requirement("tag:disk", 1, Origin.TAG),
            new Requirement("process:broker", 1, Origin.DECLARED));
  }

  @Test
  void configuration_changes_it_or_switches_it_off() throws IOException {
    assertThat(read("{sentinel: 1, checks: {check_queue: {timeout: 1s, depth: 5}}}").checks())
        .singleElement()
        .satisfies(check -> assertThat(check.timeout()).isEqualTo(Duration.ofSeconds(1)))
        .satisfies(check -> assertThat(check.settings().has("depth")).isTrue())
        .satisfies(check -> assertThat(check.provides()).containsExactly("queue"));
    assertThat(
            read("{sentinel: 1, checks: {cpu: {type: cpu}, check_queue: {enabled: false}}}")
                .checks())
        .extracting(CheckSpec::name)
        .containsExactly("cpu");
  }

  @Test
  void mistake_in_its_header_is_named_in_its_file() throws IOException {
    header("provides=a/b timeout=20");

    assertThatThrownBy(() -> read("{sentinel: 1}"))
        .hasMessageContaining(plugin + ":2:1 checks.check_queue.provides: expected names")
        .hasMessageContaining(plugin + ":2:1 checks.check_queue.timeout: expected a time")
        .hasMessageContaining("Did you mean 20s?");
  }

  @Test
  void plugin_that_cannot_be_used_stops_the_work() throws IOException {
    Files.setPosixFilePermissions(plugin, PosixFilePermissions.fromString("rwxr-xrwx"));

    assertThatThrownBy(() -> read("{sentinel: 1, checks: {cpu: {type: cpu}}}"))
        .hasMessage(
            "PROVIDER_UNUSABLE: tried to use the plugin %s; everybody may write to it; take that right away with chmod o-w. Mend that, or remove it"
                .formatted(plugin));
  }

  private void header(String settings) throws IOException {
    Files.writeString(plugin, "#!/bin/sh\n# sentinel: " + settings + "\nexit 0\n");
    Files.setPosixFilePermissions(plugin, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private SentinelConfig read(String text) throws IOException {
    try (ProviderCatalog catalog =
        ProviderCatalog.of(List.of(Types.CPU, Types.NAGIOS), plugin.getParent())) {
      return new ConfigReader(catalog, Map.of())
          .read(Path.of("s.yaml"), text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
