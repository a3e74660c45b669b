package io.github.quartermaster.sentinel.internal.read.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.model.CheckSpec;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.SentinelConfig;
import io.github.quartermaster.sentinel.model.SentinelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Included files, and values that come from elsewhere. */
class ConfigFilesTest {
  @TempDir private Path folder;

  @Test
  void file_changes_single_keys_of_what_it_includes() throws IOException {
    write(
        "base.yaml",
        """
        sentinel: 1
        defaults: {timeout: 9s, on-unknown: ignore}
        checks:
          cpu: {type: cpu, warn: 60%, crit: 70%}
          disk: {type: disk}
        """);
    SentinelConfig config =
        read(
            """
            sentinel: 1
            include: base.yaml
            defaults: {timeout: 3s}
            checks:
              cpu: {crit: 90%}
              disk: {enabled: false}
              memory: {type: memory}
            """);

    assertThat(config.checks()).extracting(CheckSpec::name).containsExactly("cpu", "memory");
    CheckSpec cpu = config.checks().get(0);
    assertThat(cpu.settings().range("warn")).contains(Range.atMost(60));
    assertThat(cpu.settings().range("crit")).contains(Range.atMost(90));
    assertThat(cpu.timeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(cpu.unknownCounts()).isFalse();
  }

  @Test
  void check_that_states_its_type_replaces_the_one_below() throws IOException {
    write("base.yaml", "{sentinel: 1, checks: {a: {type: cpu, warn: 60%, timeout: 1s}}}");

    CheckSpec check =
        read("{sentinel: 1, include: base.yaml, checks: {a: {type: http, url: x}}}")
            .checks()
            .get(0);

    assertThat(check.type()).isEqualTo("http");
    assertThat(check.settings().has("warn")).isFalse();
    assertThat(check.timeout()).isEqualTo(CheckSpec.DEFAULT_TIMEOUT);
  }

  @Test
  void later_include_holds_over_an_earlier_one() throws IOException {
    write("one.yaml", "{sentinel: 1, checks: {a: {type: cpu, warn: 10%}}}");
    write("two.yaml", "{sentinel: 1, checks: {a: {warn: 20%}}}");

    assertThat(
            read("{sentinel: 1, include: [one.yaml, two.yaml]}")
                .checks()
                .get(0)
                .settings()
                .range("warn"))
        .contains(Range.atMost(20));
  }

  @Test
  void same_file_may_be_included_on_two_ways() throws IOException {
    write("base.yaml", "{sentinel: 1, checks: {a: {type: cpu}}}");
    write("one.yaml", "{sentinel: 1, include: base.yaml}");
    write("two.yaml", "{sentinel: 1, include: base.yaml}");

    assertThat(read("{sentinel: 1, include: [one.yaml, two.yaml]}").checks()).hasSize(1);
  }

  @Test
  void paths_are_relative_to_the_file_that_says_them() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    write(
        "sub/base.yaml",
        "{sentinel: 1, include: ../other.yaml, checks: {a: {type: file-age, path: a.log}}}");
    write("other.yaml", "{sentinel: 1, checks: {b: {type: file-age, path: b.log}}}");

    assertThat(read("{sentinel: 1, include: sub/base.yaml}").checks())
        .extracting(check -> check.settings().path("path").orElseThrow())
        .containsExactly(folder.resolve("b.log"), folder.resolve("sub/a.log"));
  }

  @Test
  void mistake_of_an_included_file_is_named_there() throws IOException {
    write("base.yaml", "sentinel: 1\nchecks:\n  a: {type: cpu, wran: 1%}\n");

    assertThatThrownBy(() -> read("{sentinel: 1, include: base.yaml}"))
        .hasMessage(
            "CONFIG_UNKNOWN_KEY: "
                + folder.resolve("base.yaml")
                + ":3:18 checks.a.wran: the type cpu has no such key. Did you mean warn?");
  }

  @Test
  void circle_of_includes_is_refused() throws IOException {
    write("one.yaml", "{sentinel: 1, include: two.yaml}");
    write("two.yaml", "{sentinel: 1, include: one.yaml}");

    assertThatThrownBy(() -> read("{sentinel: 1, include: one.yaml}"))
        .isInstanceOf(SentinelException.class)
        .hasMessageContaining(
            folder.resolve("two.yaml") + ":1:24 include: expected includes that come to an end");
    assertThatThrownBy(() -> read("{sentinel: 1, include: sentinel.yaml}"))
        .hasMessageContaining("is being included by");
  }

  @Test
  void number_of_included_files_is_bounded() throws IOException {
    write("base.yaml", "{sentinel: 1, checks: {a: {type: cpu}}}");
    for (int i = 0; i < 12; i++) {
      String twice =
          i == 0 ? "base.yaml, base.yaml" : "f" + (i - 1) + ".yaml, f" + (i - 1) + ".yaml";
      write("f" + i + ".yaml", "{sentinel: 1, include: [" + twice + "]}");
    }

    assertThatThrownBy(() -> read("{sentinel: 1, include: f11.yaml}"))
        .hasMessageContaining("expected at most 100 included files, found more");
  }

  @Test
  void file_that_cannot_be_read_is_refused() {
    ConfigReader reader = new ConfigReader(Types.catalog(), Map.of());

    assertThatThrownBy(() -> reader.read(folder.resolve("none.yaml")))
        .hasMessage(
            "CONFIG_UNREADABLE: %1$s: tried to read %1$s; there is no such file. Name a file"
                    .formatted(folder.resolve("none.yaml"))
                + " that this user may read");
    assertThatThrownBy(() -> reader.read(folder)).hasMessageContaining("it is a folder");
  }

  @Test
  void values_come_from_the_environment_and_from_files() throws IOException {
    Files.writeString(folder.resolve("secret"), "p\u00e4ss$1\\x\n");
    CheckSpec check =
        read(
                """
                sentinel: 1
                checks:
                  a:
                    type: ${env:KIND}
                    url: http://${env:HOST}:${env:PORT:8080}/${env:NONE:}
                    contains: costs $${5}
                    password: ${file:secret}
                    follow: ${env:YES}
                    latency-warn: ${env:SECONDS}s
                """,
                Map.of("KIND", "http", "HOST", "localhost", "YES", "true", "SECONDS", "2"))
            .checks()
            .get(0);

    assertThat(check.settings().text("url")).contains("http://localhost:8080/");
    assertThat(check.settings().text("contains")).contains("costs ${5}");
    assertThat(check.settings().secret("password").orElseThrow().reveal())
        .isEqualTo("p\u00e4ss$1\\x");
    assertThat(check.settings().flag("follow")).isTrue();
    assertThat(check.settings().range("latency-warn")).contains(Range.atMost(2));
  }

  @Test
  void what_is_put_in_is_not_looked_through_again() throws IOException {
    assertThat(
            read(
                    "{sentinel: 1, checks: {a: {type: http, url: '${env:A}'}}}",
                    Map.of("A", "${env:B}", "B", "b"))
                .checks()
                .get(0)
                .settings()
                .text("url"))
        .contains("${env:B}");
  }

  @Test
  void file_that_never_ends_is_not_read() {
    assertThatThrownBy(
            () -> read("{sentinel: 1, checks: {a: {type: http, url: '${file:/dev/zero}'}}}"))
        .hasMessageContaining("${file:/dev/zero}, where there is no regular file");
  }

  @Test
  void large_or_binary_file_is_refused_without_its_content() throws IOException {
    Files.write(folder.resolve("large"), new byte[70_000]);
    Files.write(folder.resolve("binary"), new byte[] {'k', 'e', 'y', (byte) 0xFF});

    assertThatThrownBy(
            () ->
                read(
                    "{sentinel: 1, checks: {a: {type: http, url: '${file:large}', user: '${file:binary}'}}}"))
        .hasMessageContaining("${file:large}, which is larger than 64 KiB")
        .hasMessageContaining("${file:binary}, which is not UTF-8")
        .hasMessageNotContaining("key");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private SentinelConfig read(String text) throws IOException {
    return read(text, Map.of());
  }

  private SentinelConfig read(String text, Map<String, String> environment) throws IOException {
    write("sentinel.yaml", text);
    return new ConfigReader(Types.catalog(), environment).read(folder.resolve("sentinel.yaml"));
  }
}
