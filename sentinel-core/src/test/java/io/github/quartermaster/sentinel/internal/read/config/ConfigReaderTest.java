package io.github.quartermaster.sentinel.internal.read.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.quartermaster.sentinel.model.CheckSpec;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency.Origin;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Requirement;
import io.github.quartermaster.sentinel.model.SentinelConfig;
import io.github.quartermaster.sentinel.model.SentinelException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigReaderTest {
  private static final Path FILE = Path.of("/etc/sentinel/sentinel.yaml");

  @Test
  void checks_come_in_the_order_of_the_file_with_defaults_in_place() {
    SentinelConfig config =
        read(
            """
            sentinel: 1
            defaults: {timeout: 10s}
            checks:
              disk:   {type: disk, warn: 70%, include: /var}
              cpu:    {type: cpu, timeout: 2s}
            """);

    assertThat(config.checks()).extracting(CheckSpec::name).containsExactly("disk", "cpu");
    CheckSpec disk = config.checks().get(0);
    assertThat(disk.timeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(disk.settings().range("warn")).contains(Range.atMost(70));
    assertThat(disk.settings().range("crit")).contains(Range.atMost(95));
    assertThat(disk.settings().texts("include")).containsExactly("/var");
    assertThat(disk.settings().texts("exclude-types")).containsExactly("tmpfs", "overlay");
    assertThat(disk.settings().has("free-warn")).isFalse();
    CheckSpec cpu = config.checks().get(1);
    assertThat(cpu.timeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(cpu.settings().duration("sample")).contains(Duration.ofSeconds(1));
    assertThat(cpu.unknownCounts()).isTrue();
  }

  @Test
  void every_kind_of_value_arrives_as_what_it_is() {
    SentinelConfig config =
        read(
            """
            sentinel: 1
            checks:
              log:
                type: file-age
                path: app/log.txt
                most-bytes: 1.5KiB
                lines: "20"
                labels: {team: ops, "on": 1.10}
              shop:
                type: http
                url: https://shop.example/
                status: [200, 204]
                contains: 404
                latency-warn: 500ms
                latency-crit: 2s
                password: hunter2
                headers: {Authorization: Bearer x}
                follow: true
                method: HEAD
              disk: {type: disk, free-warn: 10GiB, free-crit: 2GB}
              queue: {type: nagios, command: [check, -w, 5], depth: "@10:20"}
            """);

    CheckSpec log = config.checks().get(0);
    assertThat(log.settings().path("path")).contains(Path.of("/etc/sentinel/app/log.txt"));
    assertThat(log.settings().integer("most-bytes")).contains(1536L);
    assertThat(log.settings().integer("lines")).contains(20L);
    assertThat(log.settings().map("labels")).isEqualTo(Map.of("team", "ops", "on", "1.10"));
    CheckSpec shop = config.checks().get(1);
    assertThat(shop.settings().integers("status")).containsExactly(200L, 204L);
    assertThat(shop.settings().text("contains")).contains("404");
    assertThat(shop.settings().range("latency-warn")).contains(Range.atMost(0.5));
    assertThat(shop.settings().range("latency-crit")).contains(Range.atMost(2));
    assertThat(shop.settings().secret("password").orElseThrow().reveal()).isEqualTo("hunter2");
    assertThat(shop.settings().secrets("headers").get("Authorization").reveal())
        .isEqualTo("Bearer x");
    assertThat(shop.settings().flag("follow")).isTrue();
    assertThat(shop.settings().text("method")).contains("HEAD");
    CheckSpec disk = config.checks().get(2);
    assertThat(disk.settings().range("free-warn")).contains(Range.atLeast(10.0 * (1 << 30)));
    assertThat(disk.settings().range("free-crit")).contains(Range.atLeast(2e9));
    CheckSpec queue = config.checks().get(3);
    assertThat(queue.settings().texts("command")).containsExactly("check", "-w", "5");
    assertThat(queue.settings().range("depth")).contains(new Range(10, 20, true));
  }

  @Test
  void what_a_check_needs_and_provides_arrives() {
    CheckSpec shop =
        read("""
                sentinel: 1
                checks:
                  cpu: {type: cpu}
                  shop:
                    type: http
                    url: http://localhost/
                    provides: [web]
                    aliases: lb
                    on-unknown: ignore
                    requires: [disk:/var, tag:network, {target: cpu, weight: soft},
                               {target: tag:disk, weight: 0.25}]
                """)
            .checks()
            .get(1);

    assertThat(shop.provides()).containsExactly("web");
    assertThat(shop.aliases()).containsExactly(new ComponentId("lb"));
    assertThat(shop.unknownCounts()).isFalse();
    assertThat(shop.requires())
        .containsExactly(
            new Requirement("disk:/var", 1, Origin.DECLARED),
            new Requirement("tag:network", 1, Origin.TAG),
            new Requirement("cpu", 0.5, Origin.DECLARED),
            new Requirement("tag:disk", 0.25, Origin.TAG));
  }

  @Test
  void json_will_do_as_well() {
    assertThat(read("{\"sentinel\": 1, \"checks\": {\"cpu\": {\"type\": \"cpu\"}}}").checks())
        .hasSize(1);
  }

  @Test
  void windows_files_with_a_byte_order_mark_will_do_as_well() {
    assertThat(read("\uFEFFsentinel: 1\r\nchecks:\r\n  cpu: {type: cpu}\r\n").checks()).hasSize(1);
  }

  @Test
  void a_check_that_is_switched_off_is_not_there_and_not_required() {
    SentinelConfig config =
        read(
            """
            sentinel: 1
            checks:
              cpu: {type: cpu}
              net: {type: network, enabled: false, provides: [wire]}
              old: {type: no-such-plugin, enabled: false, password: "${env:NOT_SET}"}
              shop: {type: http, url: x, requires: [net, cpu, tag:wire, tag:network]}
            """);

    assertThat(config.checks()).extracting(CheckSpec::name).containsExactly("cpu", "shop");
    assertThat(config.checks().get(1).requires())
        .containsExactly(new Requirement("cpu", 1, Origin.DECLARED));
  }

  @Test
  void all_mistakes_are_said_at_once() {
    SentinelException e =
        refusal(
            """
            sentinel: 1
            chekcs: {}
            checks:
              cpu: {type: cpu, wran: 70%}
              disk: {type: dsk}
              web: {type: http, follow: yes}
            """);

    assertThat(e)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                List.of(
                    "CONFIG_UNKNOWN_KEY: /etc/sentinel/sentinel.yaml:2:1 chekcs: a configuration"
                        + " has no such key. Did you mean checks?",
                    "CONFIG_UNKNOWN_KEY: /etc/sentinel/sentinel.yaml:4:20 checks.cpu.wran: the"
                        + " type cpu has no such key. Did you mean warn?",
                    "PROVIDER_UNKNOWN: /etc/sentinel/sentinel.yaml:5:16 checks.disk.type: there"
                        + " is no type \"dsk\". Did you mean disk?",
                    "CONFIG_INVALID: /etc/sentinel/sentinel.yaml:6:3 checks.web: url is missing,"
                        + " which the type http needs. Set url. It means: where to ask",
                    "CONFIG_INVALID: /etc/sentinel/sentinel.yaml:6:29 checks.web.follow: expected"
                        + " true or false, found \"yes\". Did you mean true?")));
    assertThat(e.problems().get(1).subject()).isEqualTo("/etc/sentinel/sentinel.yaml:4:20");
  }

  @Test
  void built_in_configuration_is_one() {
    assertThat(new ConfigReader(Types.catalog(), Map.of()).builtIn().checks())
        .extracting(CheckSpec::type)
        .containsExactly("cpu", "memory", "disk", "network");
  }

  private static SentinelConfig read(String text) {
    return new ConfigReader(Types.catalog(), Map.of()).read(FILE, text.getBytes(UTF_8));
  }

  private static SentinelException refusal(String text) {
    return catchThrowableOfType(SentinelException.class, () -> read(text));
  }
}
