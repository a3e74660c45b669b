package io.github.quartermaster.sentinel.internal.read.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.quartermaster.sentinel.internal.read.catalog.Factories;
import io.github.quartermaster.sentinel.internal.read.catalog.ProviderCatalog;
import io.github.quartermaster.sentinel.model.ActionLimit;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Healing;
import io.github.quartermaster.sentinel.model.MaintenanceWindow;
import io.github.quartermaster.sentinel.model.Mode;
import io.github.quartermaster.sentinel.model.Remedy;
import io.github.quartermaster.sentinel.model.RemedyStep;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.SentinelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a configuration says about remedies. */
class HealingSectionTest {
  private static final Path FILE = Path.of("/etc/sentinel/s.yaml");
  private static final String CHECKS =
      "sentinel: 1\nchecks: {nginx: {type: cpu}, disk: {type: disk}}\n";
  private static final ActionLimit TWO_AN_HOUR = new ActionLimit(2, Duration.ofHours(1));
  private static final ActionLimit FIVE_A_DAY = new ActionLimit(5, Duration.ofDays(1));

  @TempDir Path folder;

  @Test
  void everything_about_remedies_is_read() {
    Healing healing =
        read(
            """
            mode: act
            remedies:
              - when: { cause: nginx, status: warning }
                steps:
                  - { action: service.restart, unit: nginx, timeout: 2m, settle: 3s, within: 40s }
                  - { action: notify, to: ops }
                cooldown: 7m
                limits: [ { max: 3, per: 2h } ]
              - name: free the disk
                when: { cause: "disk:/var", min-score: 4000 }
                steps:
                  - { action: disk.clean, root: logs, glob: "*.gz", older-than: 14d }
                allow-irreversible: true
            limits: { global: [ { max: 9, per: 1h } ], target: { max: 4, per: 1d },
                      confirm: 3, healthy-for: 20m, breaker-reset: 2h }
            maintenance: [ { days: [sat, Sunday], from: "22:00", to: "24:00", zone: Europe/Berlin } ]
            kill-switch: STOP
            notify: { ops: { exec: [page, ops] } }
            allow: [service.restart, notify]
            """);

    assertThat(healing.mode()).isEqualTo(Mode.ACT);
    assertThat(healing.limits()).containsExactly(new ActionLimit(9, Duration.ofHours(1)));
    assertThat(healing.targetLimits()).containsExactly(new ActionLimit(4, Duration.ofDays(1)));
    assertThat(healing.confirm()).isEqualTo(3);
    assertThat(healing.healthyFor()).isEqualTo(Duration.ofMinutes(20));
    assertThat(healing.breakerReset()).isEqualTo(Duration.ofHours(2));
    assertThat(healing.allowed()).containsExactlyInAnyOrder("service.restart", "notify");
    assertThat(healing.killSwitch()).contains(Path.of("/etc/sentinel/STOP"));
    assertThat(healing.maintenance())
        .containsExactly(
            new MaintenanceWindow(
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                LocalTime.of(22, 0),
                LocalTime.MIDNIGHT,
                ZoneId.of("Europe/Berlin")));

    Remedy restart = healing.remedies().get(0);
    assertThat(restart.name()).isEqualTo("nginx");
    assertThat(restart.cause()).isEqualTo(new ComponentId("nginx"));
    assertThat(restart.from()).isEqualTo(Score.WARNING);
    assertThat(restart.coolDown()).isEqualTo(Duration.ofMinutes(7));
    assertThat(restart.limits()).containsExactly(new ActionLimit(3, Duration.ofHours(2)));
    assertThat(restart.allowIrreversible()).isFalse();
    RemedyStep first = restart.steps().get(0);
    assertThat(first.action()).isEqualTo("service.restart");
    assertThat(first.settings().text("unit")).contains("nginx");
    assertThat(List.of(first.timeout(), first.settle(), first.within()))
        .containsExactly(Duration.ofMinutes(2), Duration.ofSeconds(3), Duration.ofSeconds(40));

    Remedy clean = healing.remedies().get(1);
    assertThat(clean.name()).isEqualTo("free the disk");
    assertThat(clean.from()).isEqualTo(new Score(4000));
    assertThat(clean.allowIrreversible()).isTrue();
    assertThat(clean.steps().get(0).settings().path("root"))
        .contains(Path.of("/etc/sentinel/logs"));
    assertThat(clean.steps().get(0).settings().integer("keep")).contains(0L);
  }

  @Test
  void what_is_not_said_is_careful() {
    Healing healing =
        read("remedies: {when: {cause: nginx}, steps: {action: service.restart, unit: x}}");

    assertThat(healing.mode()).isEqualTo(Mode.DRY_RUN);
    assertThat(healing.limits()).containsExactly(Healing.DEFAULT_LIMIT);
    assertThat(healing.confirm()).isEqualTo(2);
    Remedy remedy = healing.remedies().get(0);
    assertThat(remedy.from()).isEqualTo(Score.CRITICAL);
    assertThat(remedy.limits()).containsExactly(TWO_AN_HOUR, FIVE_A_DAY);
    assertThat(remedy.coolDown()).isEqualTo(Duration.ofMinutes(5));
    assertThat(remedy.allowIrreversible()).isFalse();
    RemedyStep step = remedy.steps().get(0);
    assertThat(List.of(step.timeout(), step.settle(), step.within()))
        .containsExactly(Duration.ofMinutes(1), Duration.ofSeconds(5), Duration.ofSeconds(30));
  }

  @Test
  void without_a_word_about_remedies_there_are_none() {
    assertThat(read("")).isEqualTo(Healing.NONE);
  }

  @Test
  void step_tells_a_recipient_by_name_or_in_its_own_words() {
    Healing healing =
        read(
            """
            notify:
              ops: { exec: [page, ops] }
              night: { action: pager, key: secret }
            remedies:
              when: { cause: nginx }
              steps:
                - { action: notify, to: ops, timeout: 5s }
                - { action: notify, to: night }
                - { action: notify, exec: other }
            """);

    List<RemedyStep> steps = healing.remedies().get(0).steps();
    assertThat(steps).extracting(RemedyStep::action).containsExactly("notify", "pager", "notify");
    assertThat(steps.get(0).settings().texts("exec")).containsExactly("page", "ops");
    assertThat(steps.get(0).settings().text("to")).contains("ops");
    assertThat(steps.get(0).timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(steps.get(1).settings().secret("key").orElseThrow().reveal()).isEqualTo("secret");
    assertThat(steps.get(2).settings().texts("exec")).containsExactly("other");
  }

  @Test
  void included_file_names_recipients_and_the_one_that_includes_it_adds_to_them() throws Exception {
    Files.writeString(
        folder.resolve("common.yaml"),
        CHECKS + "notify: {ops: {exec: page}}\nlimits: {confirm: 5}\nmode: act\n");
    Path file =
        Files.writeString(
            folder.resolve("s.yaml"),
            """
            sentinel: 1
            include: common.yaml
            mode: observe
            notify: { night: { exec: call } }
            limits: { global: { max: 1, per: 1h } }
            remedies:
              when: { cause: nginx }
              steps: [ { action: notify, to: ops }, { action: notify, to: night } ]
            """);

    Healing healing = new ConfigReader(Types.catalog(), Map.of()).read(file).healing();

    assertThat(healing.mode()).isEqualTo(Mode.OBSERVE);
    assertThat(healing.confirm()).isEqualTo(5);
    assertThat(healing.limits()).containsExactly(new ActionLimit(1, Duration.ofHours(1)));
    assertThat(healing.remedies().get(0).steps())
        .extracting(step -> step.settings().texts("exec").get(0))
        .containsExactly("page", "call");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          mode: acting                      | 3:7 mode: expected one of observe, dry-run, act, found "acting". It means: how far to go: only look, say what would be done, or do it
          mode: atc                         | 3:7 mode: expected one of observe, dry-run, act, found "atc". Did you mean act?
          allow: [service.restrat]          | 3:8 allow: there is no action "service.restrat". Did you mean service.restart?
          limits: 5                         | 3:9 limits: expected names and values, found a single value. Write {global: [{max: 6, per: 1h}]}
          limits: {gloabl: []}              | 3:10 limits.gloabl: the section limits has no such key. Did you mean global?
          limits: {global: []}              | 3:18 limits.global: expected limits, found none. Write each as {max: 2, per: 1h}
          limits: {global: [{max: 0, per: 1h}]} | 3:19 limits.global[0]: expected max from 1 to 1000, found 0. Change the settings of the limit
          limits: {global: {max: 1, per: 0s}} | 3:18 limits.global: expected per to be longer than 0s. Change the settings of the limit
          limits: {global: {max: 1}}        | 3:18 limits.global: per is missing, which a limit needs. Set per. It means: in any time so long
          limits: {global: {max: 1, per: 1h, pre: 1h}} | 3:36 limits.global.pre: a limit has no such key. Did you mean per?
          limits: {confirm: 0}              | 3:9 limits: expected confirm from 1 to 100, found 0. Change the settings of the section limits
          maintenance: {days: [sta], from: "02:00", to: "04:00"} | 3:14 maintenance: expected days of the week such as sat, found one that is none. Change the settings of the maintenance window
          maintenance: {from: "25:00", to: "04:00"} | 3:14 maintenance: expected from as a time of the day such as 02:00. Change the settings of the maintenance window
          maintenance: {from: "2:00", to: "04:00", zone: Berlin} | 3:14 maintenance: expected zone as one such as Europe/Berlin or UTC, found one that is none. Change the settings of the maintenance window
          maintenance: sat                  | 3:14 maintenance: expected maintenance windows, found a single value. Write each as {days: [sat], from: "02:00", to: "04:00"}
          notify: ops                       | 3:9 notify: expected recipients by their names, found a single value. Write one on each line, such as ops: {exec: [/usr/local/bin/page-ops]}
          notify: {ops: {exce: x}}          | 3:16 notify.ops.exce: the type notify has no such key. Did you mean exec?
          notify: {ops: {exec: x, timeout: 5s}} | 3:25 notify.ops.timeout: the type notify has no such key. What can be set for notify: exec, webhook
          notify: {ops: {action: service.restart, unit: x}} | 3:10 notify.ops: expected an action that only tells somebody, found service.restart, which does something. Put it into the steps of a remedy, or name another one
          remedies: {when: {cause: nginx}, steps: []} | 3:41 remedies.steps: expected steps, found none. Write each as {action: service.restart, unit: nginx}
          remedies: {when: {cause: nginx}}  | 3:11 remedies: steps is missing, which a remedy needs. Set steps. It means: what is to be done
          remedies: [{steps: {action: notify, exec: x}}] | 3:12 remedies[0]: when is missing, which a remedy needs. Set when. It means: which cause it is for, such as {cause: nginx}
          remedies: [{when: nginx, steps: {action: notify, exec: x}}] | 3:19 remedies[0].when: expected a cause, found a single value. Write {cause: nginx, status: critical}
          remedies: {when: {cause: ngnix}, steps: {action: notify, exec: x}} | 3:26 remedies.when.cause: no check has a component "ngnix". Did you mean nginx?
          remedies: {when: {cause: nginx, status: ok}, steps: {action: notify, exec: x}} | 3:41 remedies.when.status: expected one of warning, critical, found "ok". It means: from which state on anything is done; critical where nothing is said
          remedies: {when: {cause: nginx, status: warning, min-score: 5}, steps: {action: notify, exec: x}} | 3:18 remedies.when: expected status or min-score, found both. Change the settings of the condition
          remedies: {when: {cause: nginx, min-score: 10001}, steps: {action: notify, exec: x}} | 3:18 remedies.when: expected min-score from 1 to 10000, found 10001. Change the settings of the condition
          remedies: {when: {cause: nginx}, steps: {acton: notify}} | 3:41 remedies.steps: action is missing. Write action: with one of disk.clean, notify, pager, service.restart
          remedies: {when: {cause: nginx}, steps: {action: notfy, exec: x}} | 3:50 remedies.steps.action: there is no action "notfy". Did you mean notify?
          remedies: {when: {cause: nginx}, steps: {action: service.restart}} | 3:41 remedies.steps: unit is missing, which the type service.restart needs. Set unit. It means: the name of the service
          remedies: {when: {cause: nginx}, steps: [{action: service.restart, unit: x, wihtin: 5s}]} | 3:77 remedies.steps[0].wihtin: the type service.restart has no such key. Did you mean within?
          remedies: {when: {cause: nginx}, steps: {action: service.restart, unit: x, within: 2h}} | 3:41 remedies.steps: expected within of at most 1h. Change the settings of the step
          remedies: {when: {cause: nginx}, steps: {action: service.restart, unit: x, timeout: 0s}} | 3:41 remedies.steps: expected timeout to be longer than 0s. Change the settings of the step
          remedies: {when: {cause: nginx}, steps: {action: notify, to: ops}} | 3:62 remedies.steps.to: there is no recipient "ops". Name one under notify:, such as ops: {mail: ops@example.org}
          remedies: {when: {cause: nginx}, steps: {action: service.restart, to: ops, unit: x}} | 3:67 remedies.steps.to: the type service.restart has no such key. What can be set for service.restart: unit
          remedies: {when: {cause: nginx}, cooldown: 0s, steps: {action: notify, exec: x}} | 3:11 remedies: expected cooldown to be longer than 0s. Change the settings of the remedy
          """)
  void mistake_is_named_with_place_and_way_out(String line, String message) {
    assertThat(mistakes(CHECKS + line)).containsExactly("/etc/sentinel/s.yaml:" + message);
  }

  @Test
  void two_remedies_of_one_name_are_refused() {
    assertThat(
            mistakes(
                CHECKS
                    + """
                    remedies:
                      - { when: {cause: nginx}, steps: {action: notify, exec: x} }
                      - { when: {cause: nginx, status: warning}, steps: {action: notify, exec: x} }
                      - { name: nginx, when: {cause: disk}, steps: {action: notify, exec: x} }
                    """))
        .containsExactly(
            "/etc/sentinel/s.yaml:5:5 remedies[1]: expected a name of its own, found that of the"
                + " remedy at /etc/sentinel/s.yaml:4:5. Set name, since both are for one cause",
            "/etc/sentinel/s.yaml:6:5 remedies[2]: expected a name of its own, found that of the"
                + " remedy at /etc/sentinel/s.yaml:4:5. Change name");
  }

  @Test
  void mistyped_recipient_is_named_with_the_one_that_was_meant() {
    assertThat(
            mistakes(
                CHECKS
                    + "notify: {ops: {exec: x}}\n"
                    + "remedies: {when: {cause: nginx}, steps: {action: notify, to: osp, exec: y}}"))
        .containsExactly(
            "/etc/sentinel/s.yaml:4:67 remedies.steps.exec: a step with to has no such key. Set it"
                + " for the recipient, under notify:",
            "/etc/sentinel/s.yaml:4:62 remedies.steps.to: there is no recipient \"osp\". Did you"
                + " mean ops?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nginx      |
          far        |
          'disk:/x'  |
          'net:link' |
          'queue:a'  |
          'tcp:a:1'  |
          disk       | Name the part of it that is meant, such as disk:/var
          net        | Name the part of it that is meant, such as net:gateway
          apache     | What there is: far, nginx, queue
          'x:y'      | What there is: far, nginx, queue
          nginxx     | Did you mean nginx?
          """)
  void cause_that_no_check_can_have_is_refused_where_that_is_known(String cause, String wayOut)
      throws Exception {
    String text =
        "sentinel: 1\nchecks: {nginx: {type: process, name: nginx, aliases: far}, disk: {type:"
            + " disk}, net: {type: network}, queue: {type: prometheus, url: 'http://x', query: q}}\n"
            + "remedies: {when: {cause: '"
            + cause
            + "'}, steps: {action: service.restart, unit: x}}";
    try (ProviderCatalog catalog =
        ProviderCatalog.load(
            ConfigReader.class.getClassLoader(), List.of(Types.RESTART), Factories.NONE, null)) {
      ConfigReader reader = new ConfigReader(catalog, Map.of());
      if (wayOut == null) {
        assertThat(reader.read(FILE, text.getBytes(UTF_8)).healing().remedies()).hasSize(1);
      } else {
        SentinelException e =
            catchThrowableOfType(
                SentinelException.class, () -> reader.read(FILE, text.getBytes(UTF_8)));
        assertThat(e.problems()).hasSize(1);
        assertThat(e.problems().get(0).remedy()).isEqualTo(wayOut);
      }
    }
  }

  @Test
  void cause_of_a_provider_that_is_in_no_file_is_let_through() {
    String text =
        "sentinel: 1\nchecks: {a: {type: cpu}}\nremedies: {when: {cause: 'queue:x'}, steps:"
            + " {action: service.restart, unit: x}}";

    assertThat(
            new ConfigReader(Types.catalog(), Map.of(), List.of(), true)
                .read(FILE, text.getBytes(UTF_8))
                .healing()
                .remedies())
        .hasSize(1);
  }

  @Test
  void nothing_that_was_put_in_is_ever_shown() {
    String text =
        CHECKS
            + """
            mode: "${env:SECRET}"
            allow: ["${env:SECRET}"]
            notify: { ops: { action: "${env:SECRET}" }, b: { webhook: x, "exec": "${env:SECRET}", c: 1 } }
            maintenance: { from: "${env:SECRET}", to: "${env:SECRET}" }
            limits: { global: { max: "${env:SECRET}", per: 1h } }
            remedies:
              - { when: { cause: "nginx${env:NEARLY}" }, steps: { action: "${env:SECRET}" } }
              - { name: n, when: { cause: nginx }, steps: { action: notify, to: "${env:SECRET}" } }
            """;

    SentinelException e =
        catchThrowableOfType(
            SentinelException.class,
            () ->
                new ConfigReader(Types.catalog(), Map.of("SECRET", "hunter2", "NEARLY", "zz"))
                    .read(FILE, text.getBytes(UTF_8)));

    assertThat(e.problems()).hasSizeGreaterThan(7);
    assertThat(e.getMessage()).doesNotContain("hunter2", "nginxzz");
  }

  private static Healing read(String text) {
    return new ConfigReader(Types.catalog(), Map.of())
        .read(FILE, (CHECKS + text).getBytes(UTF_8))
        .healing();
  }

  private static List<String> mistakes(String text) {
    return catchThrowableOfType(
            SentinelException.class,
            () -> new ConfigReader(Types.catalog(), Map.of()).read(FILE, text.getBytes(UTF_8)))
        .problems()
        .stream()
        .map(problem -> problem.message() + ". " + problem.remedy())
        .toList();
  }
}
