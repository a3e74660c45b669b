package io.github.quartermaster.sentinel.internal.read.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.quartermaster.sentinel.internal.read.catalog.ProviderCatalog;
import io.github.quartermaster.sentinel.model.SentinelException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about each kind of mistake. */
class ConfigMistakesTest {
  private static final Path FILE = Path.of("s.yaml");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          cpu: {type: cpu, warn: 7O%}           | s.yaml:3:25 checks.cpu.warn: expected a limit such as 80%, or a range such as "10:20", found "7O%". Did you mean 70%?
          cpu: {type: cpu, warn: 70 percent}    | s.yaml:3:25 checks.cpu.warn: expected a limit such as 80%, or a range such as "10:20", found "70 percent". Did you mean 70%?
          cpu: {type: cpu, warn: "20:10"}       | s.yaml:3:25 checks.cpu.warn: expected a limit such as 80%, or a range such as "10:20", found "20:10". It means: load that is worth a warning
          cpu: {type: cpu, warn: [70%]}         | s.yaml:3:25 checks.cpu.warn: expected a limit such as 80%, or a range such as "10:20", found a list. It means: load that is worth a warning
          cpu: {type: cpu, warn: 95%, crit: 70%}| s.yaml:3:25 checks.cpu.warn: expected warn to be reached before crit, found warn 95% and crit 70%. Swap the two, or set both
          cpu: {type: cpu, crit: 70%}           | s.yaml:3:25 checks.cpu.crit: expected warn to be reached before crit, found warn 80% by default and crit 70%. Swap the two, or set both
          d: {type: disk, free-warn: 1GiB, free-crit: 2GiB} | s.yaml:3:29 checks.d.free-warn: expected free-warn to be reached before free-crit, found free-warn 1GiB and free-crit 2GiB. Swap the two, or set both
          d: {type: disk, free-warn: 10G}       | s.yaml:3:29 checks.d.free-warn: expected a size such as 64KiB or 10GB, or a range such as "1MiB:2GiB", found "10G". Did you mean 10GiB?
          cpu: {type: cpu, sample: 5}           | s.yaml:3:27 checks.cpu.sample: expected a time such as 500ms, 5s, 10m, 2h or 3d, found "5". Did you mean 5s?
          cpu: {type: cpu, sample: 5 sec}       | s.yaml:3:27 checks.cpu.sample: expected a time such as 500ms, 5s, 10m, 2h or 3d, found "5 sec". Did you mean 5s?
          cpu: {type: cpu, sample: }            | s.yaml:3:26 checks.cpu.sample: expected a time such as 500ms, 5s, 10m, 2h or 3d, found nothing. It means: how long to measure
          cpu: {type: cpu, timeout: 0s}         | s.yaml:3:28 checks.cpu.timeout: expected a time above 0s and at most 1h, found another. It means: how long a probe may take, at most 1h
          cpu: {type: cpu, timeout: 2h}         | s.yaml:3:28 checks.cpu.timeout: expected a time above 0s and at most 1h, found another. It means: how long a probe may take, at most 1h
          cpu: {type: cpu, on-unknown: ignroe}  | s.yaml:3:31 checks.cpu.on-unknown: expected one of fail, ignore, found "ignroe". Did you mean ignore?
          cpu: {type: cpu, enabled: no}         | s.yaml:3:28 checks.cpu.enabled: expected true or false, found "no". Did you mean false?
          cpu: {type: cpu, time_out: 5s}        | s.yaml:3:19 checks.cpu.time_out: the type cpu has no such key. Did you mean timeout?
          cpu: {type: cpu, colour: red}         | s.yaml:3:19 checks.cpu.colour: the type cpu has no such key. What can be set for cpu: crit, sample, warn
          cpu: {type: cpu, schedule: 30s}       | s.yaml:3:19 checks.cpu.schedule: the type cpu has no such key. What can be set for cpu: crit, sample, warn
          cpu: {type: cppu}                     | s.yaml:3:14 checks.cpu.type: there is no type "cppu". Did you mean cpu?
          cpu: {type: gpu-of-nvidia}            | s.yaml:3:14 checks.cpu.type: there is no type "gpu-of-nvidia". What there is: cpu, disk, file-age, http, memory, nagios, network
          cpu: {type: [cpu]}                    | s.yaml:3:14 checks.cpu.type: expected the name of a type, found a list. Write one of cpu, disk, file-age, http, memory, nagios, network
          cpu: {}                               | s.yaml:3:2 checks.cpu: type is missing. Did you mean type: cpu?
          web: {}                               | s.yaml:3:2 checks.web: type is missing. Write type: with one of cpu, disk, file-age, http, memory, nagios, network; or, where it is to change a plugin, name the folder of plugins that has one of that name
          cpu: cpu                              | s.yaml:3:7 checks.cpu: expected the settings of a check, found a single value. Write {type: ...} with one of cpu, disk, file-age, http, memory, nagios, network
          cpu:                                  | s.yaml:3:6 checks.cpu: expected the settings of a check, found nothing. Write {type: ...} with one of cpu, disk, file-age, http, memory, nagios, network
          "a,b": {type: cpu}                    | s.yaml:3:2 checks.a,b: expected a name of 1 to 200 characters without commas, without blanks around it and without tag: in front, found another. Change the name of the check
          "tag:x": {type: cpu}                  | s.yaml:3:2 checks.tag:x: expected a name of 1 to 200 characters without commas, without blanks around it and without tag: in front, found another. Change the name of the check
          web: {type: http, url: ""}            | s.yaml:3:25 checks.web.url: expected a text, found "". It means: where to ask
          web: {type: http, url: x, status: [200, OK]} | s.yaml:3:42 checks.web.status[1]: expected a whole number, found "OK". It means: codes that are fine
          web: {type: http, url: x, method: HAED} | s.yaml:3:36 checks.web.method: expected one of GET, HEAD, found "HAED". Did you mean HEAD?
          web: {type: http, url: x, latency-warn: 500} | s.yaml:3:42 checks.web.latency-warn: expected a time such as 500ms, 2s or 14d, or a range such as "1s:5s", found "500". Did you mean 500s?
          web: {type: http, url: x, headers: [a]} | s.yaml:3:37 checks.web.headers: expected names and their values, such as {name: value}, found a list. It means: headers to send
          log: {type: file-age, path: ~/x.log}  | s.yaml:3:30 checks.log.path: expected a path, in which ~ means nothing, found "~/x.log". Did you mean ${env:HOME}/x.log?
          log: {type: file-age, path: a, most-bytes: 64kib} | s.yaml:3:45 checks.log.most-bytes: expected a size such as 512B, 64KiB or 10GB, found "64kib". Did you mean 64KiB?
          q: {type: nagios, command: []}        | s.yaml:3:29 checks.q.command: expected at least one item, found none. Write what is meant: the program and its arguments
          cpu: {type: cpu, requires: cpu}       | s.yaml:3:29 checks.cpu.requires: cpu requires itself. Remove that
          ngnix: {type: cpu, requires: [{target: a, weight: 2}]} | s.yaml:3:52 checks.ngnix.requires[0].weight: expected soft, hard, or a number above 0 and at most 1, found "2". A hard requirement, weight 1, is what a check cannot do without; a soft one has 0.5
          a: {type: cpu, requires: [{weight: 1}]} | s.yaml:3:28 checks.a.requires[0]: target is missing. Write target: and the name of a check or component, or tag: and a tag
          a: {type: cpu, requires: [{taget: b}]} | s.yaml:3:29 checks.a.requires[0].taget: a requirement has no such key. Did you mean target?
          a: {type: cpu, requires: ["tag:"]}    | s.yaml:3:28 checks.a.requires[0]: expected the name of a check or component, or tag: and a tag, found "tag:". Mend the name
          a: {type: cpu, provides: [a b]}       | s.yaml:3:27 checks.a.provides: expected names, found what can be none. It means: tags that others can require, besides the type of the check
          a: {type: cpu, sample: "${env:NOPE}"} | s.yaml:3:25 checks.a.sample: expected a value that can be put in, found ${env:NOPE}, which is not set. Set the variable NOPE, or write ${env:NOPE:...} with what holds without it
          a: {type: cpu, sample: "${evn:NOPE}"} | s.yaml:3:25 checks.a.sample: expected a value that can be put in, found ${ without env:NAME} or file:PATH} behind it. Write ${env:NAME}, ${env:NAME:default} or ${file:PATH}; a ${ that is meant so is $${
          a: {type: cpu, sample: "${file:/none}"} | s.yaml:3:25 checks.a.sample: expected a value that can be put in, found ${file:/none}, where there is no regular file. Check the name of the file
          """)
  void mistake_in_a_check_is_named_with_place_and_way_out(String check, String message) {
    assertThat(mistakes("sentinel: 1\nchecks:\n " + check)).contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          checks: {cpu: {type: cpu}}    | CONFIG_INVALID: s.yaml:1:1 sentinel: the version of the format is missing. Begin the file with the line sentinel: 1
          {sentinel: 2, checks: {}}     | CONFIG_INVALID: s.yaml:1:12 sentinel: expected 1, the version of the format, found another. Write sentinel: 1, or use a newer Sentinel
          [1]                           | CONFIG_INVALID: s.yaml:1:1: expected sentinel: 1 and then checks:, found a list. Begin the file with the line sentinel: 1
          {sentinel: 1, checks: [cpu]}  | CONFIG_INVALID: s.yaml:1:23 checks: expected checks by their names, found a list. Write one on each line, such as cpu: {type: cpu}
          {sentinel: 1, checks: {}}     | NO_CHECKS: s.yaml:1:1: no check is left to be made. Write one under checks:, such as cpu: {type: cpu}
          {sentinel: 1}                 | NO_CHECKS: s.yaml:1:1: no check is left to be made. Write one under checks:, such as cpu: {type: cpu}
          {sentinel: 1, mdoe: act}      | CONFIG_UNKNOWN_KEY: s.yaml:1:15 mdoe: a configuration has no such key. Did you mean mode?
          {sentinel: 1, defaults: {schedule: 5s}} | CONFIG_UNKNOWN_KEY: s.yaml:1:26 defaults.schedule: there is no default for such a key. What there can be: interval, on-unknown, timeout
          {sentinel: 1, defaults: 5s}   | CONFIG_INVALID: s.yaml:1:25 defaults: expected names and values, found a single value. Write {timeout: 5s}, or leave it out
          {sentinel: 1, include: none.yaml} | CONFIG_UNREADABLE: s.yaml:1:24 include: tried to read none.yaml; there is no such file. Name a file that this user may read
          {sentinel: 1, sentinel: 1}    | CONFIG_MALFORMED: s.yaml:1:15: no YAML, the name sentinel is there twice. Remove one of the two
          {sentinel: 1, checks: !x {}}  | CONFIG_MALFORMED: s.yaml:1:23: no YAML, the tag !x means nothing here. Remove the word with the !
          """)
  void mistake_in_the_file_is_named_with_place_and_way_out(String text, String message) {
    assertThat(refusal(text)).hasMessage(message);
  }

  @Test
  void mistyped_reference_is_named_and_others_are_left_to_the_providers() {
    assertThat(
            mistakes(
                """
                sentinel: 1
                checks:
                  nginx: {type: cpu, provides: [proxy]}
                  node1: {type: cpu}
                  a: {type: cpu, requires: [ngnix, tag:porxy, node2, "disk:/", tag:other, tag:dsik, nginx]}
                  disk: {type: disk}
                """))
        .containsExactly(
            "s.yaml:5:29 checks.a.requires[0]: there is no check ngnix. Did you mean nginx?",
            "s.yaml:5:36 checks.a.requires[1]: there is no tag porxy. Did you mean tag:proxy?",
            "s.yaml:5:75 checks.a.requires[5]: there is no tag dsik. Did you mean tag:disk?");
  }

  @Test
  void secret_is_in_no_message_whatever_is_wrong() {
    String text =
        """
        sentinel: 1
        checks:
          a: {type: http, url: x, password: [hunter2], headers: {A: [hunter2]}}
          b: {type: http, url: x, passwort: hunter2, password: {hunter2: x}}
          c: {type: http, url: x, method: "${env:SECRET}", follow: "${env:SECRET}"}
          d: {type: http, url: x, latency-warn: "${env:SECRET}", requires: ["${env:SECRET} "]}
          e: {type: "${env:SECRET}"}
          f: {type: cpu, warn: "${env:NINE}%", crit: 80%}
          g: {type: cpu, timeout: "${env:NONE:hunter2}", enabled: "${env:SECRET}"}
          h: {type: cpu, requires: {target: x, weight: "${env:SECRET}"}}
          i: {type: file-age, path: "~/${env:SECRET}", lines: "${env:SECRET}"}
          hunter: {type: cpu, requires: "${env:NEARLY}"}
        """;

    SentinelException e =
        catchThrowableOfType(
            SentinelException.class,
            () ->
                new ConfigReader(
                        Types.catalog(),
                        Map.of("SECRET", "hunter2", "NINE", "99", "NEARLY", "hunterr"))
                    .read(FILE, text.getBytes(UTF_8)));

    assertThat(e.problems()).hasSizeGreaterThan(14);
    assertThat(e.getMessage()).doesNotContain("hunter2", "99", "hunterr");
  }

  @Test
  void secret_is_taken_out_of_what_a_provider_says() {
    AnyType talkative =
        new AnyType(
            "http",
            Types.HTTP.parameters(),
            settings -> {
              throw new IllegalArgumentException(
                  "user "
                      + settings.text("user").orElse("")
                      + " has "
                      + settings.secret("password").orElseThrow().reveal()
                      + " and "
                      + settings.secrets("headers").get("A").reveal());
            });
    String text =
        "{sentinel: 1, checks: {a: {type: http, url: x, user: '${env:U}', password: hunter2,"
            + " headers: {A: Bearer y}}}}";

    SentinelException e =
        catchThrowableOfType(
            SentinelException.class,
            () ->
                new ConfigReader(
                        ProviderCatalog.of(List.of(talkative)), Map.of("U", "alice", "V", ""))
                    .read(FILE, text.getBytes(UTF_8)));

    assertThat(e)
        .hasMessage(
            "CONFIG_INVALID: s.yaml:1:24 checks.a: user *** has *** and ***."
                + " Change the settings of the check");
  }

  @Test
  void short_secret_silences_a_provider() {
    AnyType talkative =
        new AnyType(
            "http",
            Types.HTTP.parameters(),
            settings -> {
              throw new IllegalArgumentException("the password is x1");
            });
    String text = "{sentinel: 1, checks: {a: {type: http, url: x, password: x1}}}";

    assertThat(
            catchThrowableOfType(
                SentinelException.class,
                () ->
                    new ConfigReader(ProviderCatalog.of(List.of(talkative)), Map.of())
                        .read(FILE, text.getBytes(UTF_8))))
        .hasMessageContaining("its settings contradict each other")
        .hasMessageNotContaining("x1");
  }

  @Test
  void provider_that_breaks_is_a_problem_of_its_own() {
    AnyType broken =
        new AnyType(
            "cpu",
            List.of(),
            settings -> {
              throw new NoClassDefFoundError("javax/inject/Inject");
            });

    assertThat(
            catchThrowableOfType(
                SentinelException.class,
                () ->
                    new ConfigReader(ProviderCatalog.of(List.of(broken)), Map.of())
                        .read(FILE, "{sentinel: 1, checks: {a: {type: cpu}}}".getBytes(UTF_8))))
        .hasMessage(
            "PROVIDER_UNUSABLE: s.yaml:1:24 checks.a: the type cpu (given by the program) fails"
                + " when a check is to be made: java.lang.NoClassDefFoundError."
                + " Ask its author, or remove the check");
  }

  @Test
  void message_has_no_control_characters_whatever_the_file_has() {
    assertThat(
            refusal(
                    "{sentinel: 1, \"\\e[2J\\n\": 1, checks: {\"a\\e[31m\": 1, b: {type: cpu,"
                        + " warn: \"\\e]0;x\\a\\u202e\"}}}")
                .problems())
        .hasSize(3)
        .allSatisfy(
            problem ->
                assertThat(problem.toString().codePoints())
                    .noneMatch(c -> Character.isISOControl(c) || c == 0x202e));
  }

  @Test
  void endless_mistakes_are_told_in_short() {
    StringBuilder text = new StringBuilder("sentinel: 1\nchecks:\n  a:\n    type: cpu\n");
    for (int i = 0; i < 5000; i++) {
      text.append("    x").append(i).append(": 1\n");
    }

    List<String> mistakes = mistakes(text.toString());

    assertThat(mistakes).hasSize(101);
    assertThat(mistakes.get(100))
        .isEqualTo(
            "there are 4900 more mistakes from s.yaml:105:5 on. Mend the first ones, which often"
                + " mends others");
  }

  @Test
  void endless_checks_are_refused() {
    StringBuilder text = new StringBuilder("sentinel: 1\nchecks:\n");
    for (int i = 0; i < 1001; i++) {
      text.append(" a").append(i).append(": {type: cpu}\n");
    }

    assertThat(mistakes(text.toString()))
        .containsExactly(
            "s.yaml:3:2 checks: expected at most 1000 checks, found 1001. Check that it is the"
                + " right file");
  }

  @Property(tries = 300)
  void any_text_is_a_configuration_or_a_refusal(@ForAll("texts") String text) {
    try {
      assertThat(
              new ConfigReader(Types.catalog(), Map.of("HOME", "/root"))
                  .read(FILE, text.getBytes(UTF_8))
                  .checks())
          .isNotEmpty();
    } catch (SentinelException e) {
      assertThat(e.problems()).isNotEmpty();
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> words =
        Arbitraries.of(
            "sentinel",
            "checks",
            "remedies",
            "when",
            "cause",
            "steps",
            "action",
            "limits",
            "max",
            "per",
            "notify",
            "to",
            "defaults",
            "include",
            "type",
            "cpu",
            "disk",
            "http",
            "url",
            "requires",
            "target",
            "weight",
            "warn",
            "crit",
            "80%",
            "1s",
            "tag:x",
            "${env:HOME}",
            "${",
            "1",
            "true",
            ": ",
            ", ",
            "[",
            "]",
            "{",
            "}",
            "\n",
            "  ",
            "- ",
            "'",
            "\"",
            "&a",
            "*a",
            "!",
            "~",
            "\t",
            "@10:20",
            "\u0000",
            "é",
            "|\n",
            "---\n");
    Arbitrary<String> soup = words.list().ofMaxSize(40).map(list -> String.join("", list));
    Arbitrary<String> values = words.list().ofMaxSize(6).map(list -> String.join("", list));
    return Arbitraries.oneOf(
        soup,
        values.map(value -> "sentinel: 1\nchecks: {a: {type: cpu, warn: " + value + "}}"),
        values.map(value -> "sentinel: 1\nchecks: {a: {type: http, " + value + "}}"),
        values.map(value -> "sentinel: 1\nchecks:\n  " + value + ": {type: cpu}"),
        values.map(value -> "sentinel: 1\nchecks: {a: {type: cpu}}\nremedies: " + value),
        values.map(
            value ->
                "sentinel: 1\nchecks: {a: {type: cpu}}\nremedies: {when: {cause: a}, steps: {"
                    + value
                    + "}}"),
        Arbitraries.strings());
  }

  @Example
  void there_is_a_text_that_is_a_configuration() {
    assertThat(mistakes("sentinel: 1\nchecks: {a: {type: cpu, warn: 80%}}")).isEmpty();
  }

  private static List<String> mistakes(String text) {
    SentinelException e = refusal(text);
    return e == null
        ? List.of()
        : e.problems().stream()
            .map(problem -> problem.message() + ". " + problem.remedy())
            .toList();
  }

  private static SentinelException refusal(String text) {
    return catchThrowableOfType(
        SentinelException.class,
        () -> new ConfigReader(Types.catalog(), Map.of()).read(FILE, text.getBytes(UTF_8)));
  }
}
