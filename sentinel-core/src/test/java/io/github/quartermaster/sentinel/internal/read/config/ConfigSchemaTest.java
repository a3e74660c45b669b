package io.github.quartermaster.sentinel.internal.read.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.quartermaster.sentinel.internal.read.catalog.Factories;
import io.github.quartermaster.sentinel.internal.read.catalog.ProviderCatalog;
import io.github.quartermaster.sentinel.internal.read.catalog.ProviderType;
import io.github.quartermaster.sentinel.internal.run.action.BuiltInActions;
import io.github.quartermaster.sentinel.internal.run.output.OutputTypes;
import io.github.quartermaster.sentinel.internal.yaml.YamlMapping;
import io.github.quartermaster.sentinel.internal.yaml.YamlNode;
import io.github.quartermaster.sentinel.internal.yaml.YamlReader;
import io.github.quartermaster.sentinel.internal.yaml.YamlScalar;
import io.github.quartermaster.sentinel.internal.yaml.YamlSequence;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import io.github.quartermaster.sentinel.model.SentinelException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The schema of the configuration. To bring the one in the jar up to date, run this test with
 * {@code -Dupdate=true}.
 */
class ConfigSchemaTest {
  private static final Path SHIPPED =
      Path.of("src/main/resources/META-INF/quartermaster/sentinel-config-1.schema.json");
  private static final Path PAGE = Path.of("../docs/sentinel-configuration.md");
  private static final Path FILE = Path.of("s.yaml");
  private static final String HEAD = "{sentinel: 1, checks: {a: {type: cpu}}, ";
  private static final Map<String, String> ENVIRONMENT = Map.of("ONE", "1");
  private static final Schema SCHEMA =
      schema(ConfigSchema.of(Types.catalog().describe(), Types.catalog().actions().values()));

  @Test
  void schema_in_the_jar_knows_the_built_in_types() throws IOException {
    String upToDate = builtIn();

    if (Boolean.getBoolean("update")) {
      Files.createDirectories(SHIPPED.getParent());
      Files.writeString(SHIPPED, upToDate);
    }

    assertThat(Files.readString(SHIPPED)).isEqualTo(upToDate);
  }

  @Test
  void schema_is_one() {
    Schema meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(
            meta.validate(
                ConfigSchema.of(Types.catalog().describe(), Types.catalog().actions().values()),
                InputFormat.JSON))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{sentinel: 1, checks: {a: {type: cpu, warn: 80%, crit: '~:90', sample: 500ms}}}",
        "{sentinel: 1, checks: {a: {type: cpu, warn: 80}, b: {type: cpu, sample: 0}}}",
        "{sentinel: 1, checks: {a: {type: disk, include: /, free-warn: 10GiB, free-crit: 1000}}}",
        "{sentinel: 1, checks: {a: {type: http, url: x, status: [200, '204'], follow: 'true'}}}",
        "{sentinel: 1, checks: {a: {type: http, url: '${env:ONE}', status: '${env:ONE}'}}}",
        "{sentinel: 1, defaults: {timeout: 2s}, checks: {a: {type: cpu, timeout: 1.5m}}}",
        "{sentinel: 1, defaults: {interval: 9s}, checks: {a: {type: cpu, interval: 1.5m}}}",
        "{sentinel: 1, daemon: {listen: off, state: x}, checks: {a: {type: cpu}}}",
        "{sentinel: 1, checks: {a: {type: cpu, requires: [x, {target: y, weight: soft}]}}}",
        "{sentinel: 1, checks: {a: {type: cpu, requires: {target: y, weight: 0.25}}}}",
        "{sentinel: 1, checks: {a: {type: file-age, path: x, labels: {a: 1, b: true}}}}",
        HEAD + "mode: act, kill-switch: STOP, allow: [service.restart, notify]}",
        HEAD + "mode: '${env:MODE:observe}', allow: notify}",
        HEAD + "limits: {global: {max: 6, per: 1h}, target: [{max: 1, per: 1d}], confirm: 3}}",
        HEAD + "maintenance: {days: [sat, sun], from: 02:00, to: '04:00', zone: UTC}}",
        HEAD + "notify: {ops: {exec: page}, far: {action: pager, key: x}}}",
        HEAD + "remedies: {when: {cause: a}, steps: {action: service.restart, unit: x}}}",
        HEAD
            + "remedies: [{name: r, when: {cause: a, status: warning}, cooldown: 1m,"
            + " limits: {max: 1, per: 1h}, allow-irreversible: true, steps: [{action: disk.clean,"
            + " root: /data/x, glob: '*.gz', older-than: 1d, timeout: 5m}, {action: notify,"
            + " exec: [x]}]}]}",
        HEAD
            + "notify: {ops: {exec: page}}, remedies: {when: {cause: a, min-score: 500}, steps:"
            + " [{action: notify, to: ops, within: 1s}, {action: '${env:A:pager}', key: k}]}}"
      })
  void what_is_right_fits(String text) throws Exception {
    assertThat(errors(text)).isEmpty();
    assertThat(isRead(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{checks: {a: {type: cpu}}}",
        "{sentinel: 2, checks: {a: {type: cpu}}}",
        "{sentinel: 1, chekcs: {}}",
        HEAD + "mode: acting}",
        HEAD + "limits: {global: {max: 6}}}",
        HEAD + "limits: {globl: {max: 6, per: 1h}}}",
        HEAD + "maintenance: {days: sat, from: '02:00'}}",
        HEAD + "notify: [ops]}",
        HEAD + "notify: {ops: {mail: x}}}",
        HEAD + "notify: {ops: {action: pager}}}",
        HEAD + "notify: {ops: {exec: x, timeout: 5s}}}",
        HEAD + "remedies: {a: {}}}",
        HEAD + "remedies: {when: {cause: a}}}",
        HEAD + "remedies: {when: {status: critical}, steps: {action: notify, exec: x}}}",
        HEAD + "remedies: {when: {cause: a}, steps: {unit: x}}}",
        HEAD + "remedies: {when: {cause: a}, steps: {action: service.restart}}}",
        HEAD + "remedies: {when: {cause: a}, steps: {action: service.restart, unit: x, to: y}}}",
        HEAD + "remedies: {when: {cause: a}, cooldwn: 1m, steps: {action: notify, exec: x}}}",
        HEAD + "remedies: {when: {cause: a}, steps: {action: notify, exec: x, settle: 5}}}",
        "{sentinel: 1, defaults: {intervall: 9s}, checks: {a: {type: cpu}}}",
        "{sentinel: 1, daemon: {listen: [1]}, checks: {a: {type: cpu}}}",
        "{sentinel: 1, daemon: {port: 7878}, checks: {a: {type: cpu}}}",
        "{sentinel: 1, daemon: {log-level: loud}, checks: {a: {type: cpu}}}",
        "{sentinel: 1, checks: {a: {type: cpu, wran: 80%}}}",
        "{sentinel: 1, checks: {a: {type: cpu, warn: 8O%}}}",
        "{sentinel: 1, checks: {a: {type: cpu, warn: 80MB}}}",
        "{sentinel: 1, checks: {a: {type: cpu, warn: [80]}}}",
        "{sentinel: 1, checks: {a: {type: cpu, sample: 5}}}",
        "{sentinel: 1, checks: {a: {type: cpu, timeout: 5}}}",
        "{sentinel: 1, checks: {a: {type: cpu, enabled: no}}}",
        "{sentinel: 1, checks: {a: {type: http}}}",
        "{sentinel: 1, checks: {a: {type: http, url: }}}",
        "{sentinel: 1, checks: {a: {type: http, url: x, method: PUT}}}",
        "{sentinel: 1, checks: {a: {type: http, url: x, latency-warn: 500}}}",
        "{sentinel: 1, checks: {a: {type: http, url: x, headers: [a]}}}",
        "{sentinel: 1, checks: {a: {type: nagios, command: []}}}",
        "{sentinel: 1, checks: {a: {type: cpu, requires: [{weight: 1}]}}}",
        "{sentinel: 1, checks: {a: {type: cpu, requires: [{target: x, weight: 2}]}}}",
        "{sentinel: 1, checks: [a]}",
        "{sentinel: 1, checks: {a: cpu}}"
      })
  void what_is_wrong_does_not_fit(String text) throws Exception {
    assertThat(errors(text)).isNotEmpty();
    assertThat(isRead(text)).isFalse();
  }

  @Property(tries = 2000)
  void what_the_schema_refuses_the_reader_refuses(@ForAll("configurations") String text)
      throws Exception {
    if (isRead(text)) {
      assertThat(errors(text)).as(text).isEmpty();
    }
  }

  @Property(tries = 2000)
  void what_the_schema_refuses_of_remedies_the_reader_refuses(@ForAll("remedies") String text)
      throws Exception {
    if (isRead(text)) {
      assertThat(errors(text)).as(text).isEmpty();
    }
  }

  @Test
  void there_are_remedies_of_both_kinds_among_them() {
    List<Boolean> read =
        remedies().sampleStream().limit(300).map(ConfigSchemaTest::isRead).toList();

    assertThat(read).contains(true, false);
  }

  @Provide
  Arbitrary<String> remedies() {
    Arbitrary<String> values =
        Arbitraries.of(
            "1",
            "'2'",
            "0",
            "5m",
            "'5 m'",
            "0s",
            "500ms",
            "true",
            "'false'",
            "no",
            "~",
            "''",
            "x",
            "[]",
            "[x]",
            "{}",
            "[{}]",
            "sat",
            "[mon, tue]",
            "02:00",
            "'24:00'",
            "act",
            "dry-run",
            "{max: 1, per: 1h}",
            "[{max: 1, per: 1h}]",
            "[{max: x, per: 1h}]",
            "{cause: a}",
            "{cause: a, status: critical}",
            "{cause: a, min-score: 9}",
            "{exec: x}",
            "{o: {exec: x}}",
            "{action: notify, exec: x}",
            "[{action: notify, to: o}]",
            "'${env:ONE}'",
            "'${env:NO}'",
            "{action: service.restart, unit: u}",
            "[{action: pager, key: k, within: 2m}]");
    Arbitrary<String> keys =
        Arbitraries.of(
            "name",
            "when",
            "steps",
            "cooldown",
            "limits",
            "allow-irreversible",
            "x",
            "cause",
            "status",
            "min-score",
            "action",
            "to",
            "exec",
            "unit",
            "timeout",
            "settle",
            "within",
            "max",
            "per",
            "days",
            "from",
            "zone",
            "global",
            "target",
            "confirm",
            "healthy-for");
    Arbitrary<String> settings =
        Combinators.combine(keys, values)
            .as((key, value) -> key + ": " + value)
            .list()
            .uniqueElements(setting -> setting.substring(0, setting.indexOf(':')))
            .ofMaxSize(2)
            .map(list -> String.join(", ", list));
    Arbitrary<String> places =
        Arbitraries.of(
            "notify: {o: {exec: x}}, remedies: {@}",
            "notify: {o: {exec: x}}, remedies: [{when: {cause: a}, steps: {action: notify, to: o}, @}]",
            "remedies: {when: {cause: a}, @}",
            "remedies: {when: {cause: a}, steps: {action: service.restart, @}}",
            "remedies: {when: {cause: a}, steps: [{action: notify, @}]}",
            "remedies: {when: {@}, steps: {action: notify, exec: x}}",
            "limits: {@}",
            "limits: {global: {max: 1, @}}",
            "maintenance: {from: 01:00, @}",
            "notify: {o: {@}}",
            "notify: {o: {action: pager, @}}",
            "mode: act, @");
    return Combinators.combine(places, settings)
        .as(
            (place, setting) ->
                HEAD
                    + place
                        .replace(", @", "@")
                        .replace(
                            "@",
                            setting.isEmpty()
                                ? ""
                                : place.contains(", @") ? ", " + setting : setting)
                    + "}");
  }

  @Test
  void there_are_configurations_of_both_kinds_among_them() {
    List<Boolean> read =
        configurations().sampleStream().limit(300).map(ConfigSchemaTest::isRead).toList();

    assertThat(read).contains(true, false);
  }

  @Provide
  Arbitrary<String> configurations() {
    Arbitrary<String> values =
        Arbitraries.of(
            "80%",
            "80",
            "'80'",
            "-1",
            "0",
            "0.0",
            "+0",
            "5s",
            "'5 s'",
            "1.5GiB",
            "1e3",
            "0x1F",
            "true",
            "True",
            "'true'",
            "no",
            "~",
            "''",
            "' '",
            "'10:20'",
            "'@1:2'",
            "'~:5'",
            "':'",
            "10:",
            "'10 :20'",
            "' 80% '",
            "[]",
            "[1]",
            "[a, b]",
            "{}",
            "{a: 1}",
            "{target: x}",
            "{target: x, weight: 0.5}",
            "{target: x, weight: '1'}",
            "{a: ~}",
            "'${env:ONE}'",
            "'${env:ONE}%'",
            "'${env:NO}'",
            "'$${'",
            "GET",
            "ignore",
            "x",
            "a,b",
            ".inf",
            "1_000",
            "[{target: x, weight: hard}]",
            "[[1]]",
            "99999999999999999999");
    Arbitrary<String> keys =
        Arbitraries.of(
            Stream.concat(
                    Stream.of("x", "Warn", "mode"),
                    Stream.concat(
                        ProviderType.COMMON_KEYS.stream(),
                        Types.catalog().describe().stream()
                            .flatMap(type -> type.parameters().stream())
                            .map(parameter -> parameter.name())))
                .distinct()
                .toList());
    Arbitrary<String> settings =
        Combinators.combine(keys, values)
            .as((key, value) -> key + ": " + value)
            .list()
            .uniqueElements(setting -> setting.substring(0, setting.indexOf(':')))
            .ofMaxSize(3)
            .map(list -> String.join(", ", list));
    Arbitrary<String> types =
        Arbitraries.of(
            "type: cpu, ",
            "type: disk, ",
            "type: http, url: x, ",
            "type: file-age, path: p, ",
            "type: nagios, command: c, ",
            "type: memory, ",
            "type: none, ",
            "");
    Arbitrary<String> heads =
        Arbitraries.of(
            "sentinel: 1",
            "sentinel: 1",
            "sentinel: 1",
            "'sentinel': '1'",
            "sentinel: 1.0",
            "sentinel: 1, defaults: {timeout: 5s}",
            "sentinel: 1, include: []");
    return Combinators.combine(heads, types, settings)
        .as((head, type, rest) -> "{" + head + ", checks: {a: {" + type + rest + "}}}");
  }

  @ParameterizedTest
  @MethodSource("examplesOfTheBuiltInTypes")
  void examples_of_the_page_fit_the_schema_of_the_jar(String example) throws Exception {
    assertThat(schema(Files.readString(SHIPPED)).validate(json(example), InputFormat.JSON))
        .isEmpty();
  }

  static Stream<String> examplesOfTheBuiltInTypes() throws IOException {
    return Stream.concat(
        Stream.of(
            Files.readString(
                Path.of(
                    "src/main/resources/io/github/quartermaster/sentinel/internal/read/config/built-in.yaml"))),
        Files.exists(PAGE) ? PageExamples.of(PAGE).stream() : Stream.of());
  }

  private static String builtIn() throws IOException {
    try (ProviderCatalog catalog =
        ProviderCatalog.load(
            ConfigSchema.class.getClassLoader(), BuiltInActions.all(), Factories.NONE, null)) {
      return ConfigSchema.of(
          catalog.describe().stream()
              .filter(type -> type.origin().equals(ProviderDescription.BUILT_IN))
              .toList(),
          catalog.actions().values().stream()
              .filter(type -> type.description().origin().equals(ProviderDescription.BUILT_IN))
              .toList(),
          OutputTypes.all());
    }
  }

  private static Schema schema(String text) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text, InputFormat.JSON);
  }

  private static List<?> errors(String text) throws Exception {
    return SCHEMA.validate(json(text), InputFormat.JSON);
  }

  private static boolean isRead(String text) {
    try {
      new ConfigReader(Types.catalog(), ENVIRONMENT).read(FILE, text.getBytes(UTF_8));
      return true;
    } catch (SentinelException e) {
      return false;
    }
  }

  private static String json(String yaml) throws Exception {
    return new ObjectMapper().writeValueAsString(json(YamlReader.read(FILE, yaml.getBytes(UTF_8))));
  }

  /** What an editor makes of it: the core schema of YAML 1.2.2, section 10.3.2. */
  private static JsonNode json(YamlNode node) {
    JsonNodeFactory factory = JsonNodeFactory.instance;
    if (node instanceof YamlMapping mapping) {
      ObjectNode object = factory.objectNode();
      mapping.entries().forEach(entry -> object.set(entry.name(), json(entry.value())));
      return object;
    }
    if (node instanceof YamlSequence sequence) {
      ArrayNode array = factory.arrayNode();
      sequence.items().forEach(item -> array.add(json(item)));
      return array;
    }
    YamlScalar scalar = (YamlScalar) node;
    String text = scalar.text();
    if (!scalar.plain()) {
      return factory.textNode(text);
    }
    if (scalar.isNull()) {
      return factory.nullNode();
    }
    if (text.matches("true|True|TRUE|false|False|FALSE")) {
      return factory.booleanNode(Boolean.parseBoolean(text));
    }
    if (text.matches("[-+]?[0-9]+")) {
      return factory.numberNode(new BigInteger(text));
    }
    if (text.matches("0x[0-9a-fA-F]+")) {
      return factory.numberNode(new BigInteger(text.substring(2), 16));
    }
    if (text.matches("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?")) {
      return factory.numberNode(new BigDecimal(text));
    }
    return factory.textNode(text);
  }
}
