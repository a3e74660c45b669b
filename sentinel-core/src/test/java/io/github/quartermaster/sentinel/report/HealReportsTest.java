package io.github.quartermaster.sentinel.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.HealResult;
import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Attempt.Outcome;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Decision;
import io.github.quartermaster.sentinel.model.GuardRail;
import io.github.quartermaster.sentinel.model.Mode;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HealReportsTest {
  private static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");
  private static final ComponentId DISK = new ComponentId("disk:/var");
  private static final Decision WOULD =
      decision(GuardRail.MODE, "the mode is dry-run", "would remove 12 files", null);
  private static final Decision OTHER =
      new Decision(
          AT,
          "postgres",
          0,
          "service.restart",
          new ComponentId("postgres"),
          GuardRail.OTHER_CAUSE,
          "disk:/var is more probably the cause",
          "",
          null);
  private static final Decision LIMITED =
      decision(GuardRail.LIMIT, "2 of 2 attempts were in the last 1h", "", AT.plusSeconds(300));

  @Test
  void text_says_what_would_be_done_and_what_not_and_why() {
    assertThat(text(Mode.DRY_RUN, List.of(WOULD, OTHER), List.of()))
        .isEqualTo(
            """
            Remedies    mode dry-run
            Would do    disk.clean on disk:/var: would remove 12 files
            Not doing   service.restart on postgres: disk:/var is more probably the cause [other-cause]
            """);
  }

  @Test
  void text_says_what_was_done_and_when_it_may_be_done_again() {
    HealResult result = result(Mode.ACT, List.of(LIMITED), List.of(fixed()));

    assertThat(new HealTextReport(100).of(result))
        .isEqualTo(
            """
            Remedies    mode act
            Fixed       disk.clean on disk:/var: removed 12 files; disk:/var is healthy
            Not doing   disk.clean on disk:/var: 2 of 2 attempts were in the last 1h [limit], not before
                        2026-11-25 10:05:00 UTC
            """);
    assertThat(HealTextReport.reason(result))
        .startsWith("not doing disk.clean on disk:/var: 2 of 2");
  }

  @Test
  void text_says_that_there_is_nothing_to_be_done_or_with() {
    assertThat(new HealTextReport(100).of(result(Mode.ACT, List.of(), List.of())))
        .endsWith("            no remedy is configured\n");
    CheckResult well = Results.healthy();
    assertThat(
            new HealTextReport(100)
                .of(new HealResult(Mode.ACT, well, well, List.of(), List.of(), List.of())))
        .endsWith("            nothing is to be done\n");
  }

  @Test
  void words_of_strangers_stay_on_their_line() {
    Decision hostile =
        decision(GuardRail.PRECONDITION, "evil\u001b[31m\nAttack   done", "x\r\ny", null);

    assertThat(text(Mode.ACT, List.of(hostile), List.of()))
        .doesNotContain("\u001b", "\r")
        .hasLineCount(2);
  }

  @Test
  void json_fits_its_schema_strictly() throws IOException {
    for (HealResult result : results()) {
      assertThat(JsonReportTest.errors("sentinel-heal-1", HealJsonReport.of(result))).isEmpty();
    }
  }

  @Test
  void json_members_come_in_the_order_of_the_schema() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(schema());
    JsonNode report = new ObjectMapper().readTree(HealJsonReport.of(results().get(1)));

    assertThat(names(report)).isEqualTo(names(schema.path("properties")));
    assertThat(names(report.at("/plan/0")))
        .isEqualTo(names(schema.at("/$defs/decision/properties")));
    assertThat(names(report.at("/attempts/0")))
        .isEqualTo(names(schema.at("/$defs/attempt/properties")));
  }

  @Test
  void schema_names_all_guard_rails_and_outcomes() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(schema());

    assertThat(texts(schema.at("/$defs/decision/properties/guardRail/enum")))
        .containsExactlyElementsOf(words(GuardRail.values()));
    assertThat(texts(schema.at("/$defs/attempt/properties/outcome/enum")))
        .containsExactlyElementsOf(words(Outcome.values()));
  }

  @Test
  void json_says_what_is_done_would_be_done_and_is_not() throws IOException {
    JsonNode dry = new ObjectMapper().readTree(HealJsonReport.of(results().get(0)));
    JsonNode acting = new ObjectMapper().readTree(HealJsonReport.of(results().get(1)));

    assertThat(dry.at("/plan/0/decision").asText()).isEqualTo("would-act");
    assertThat(dry.at("/plan/1/decision").asText()).isEqualTo("nothing");
    assertThat(dry.path("changed").asBoolean()).isFalse();
    assertThat(acting.at("/plan/0/decision").asText()).isEqualTo("act");
    assertThat(acting.at("/plan/0/guardRail").isNull()).isTrue();
    assertThat(acting.path("changed").asBoolean()).isTrue();
    assertThat(acting.path("statusBefore").asText()).isEqualTo("critical");
    assertThat(acting.path("status").asText()).isEqualTo("ok");
  }

  private static List<HealResult> results() {
    CheckResult before = Results.fullDisk();
    Problem problem =
        Problem.error(ProblemCode.STATE_UNWRITABLE, "/var/lib/sentinel", "tried to", "Make room");
    return List.of(
        result(Mode.DRY_RUN, List.of(WOULD, OTHER), List.of()),
        new HealResult(
            Mode.ACT,
            before,
            Results.healthy(),
            List.of(decision(null, "is the cause", "would remove 12 files", null), OTHER),
            List.of(fixed()),
            List.of()),
        new HealResult(
            Mode.ACT,
            before,
            before,
            List.of(LIMITED, decision(GuardRail.MEMORY, "it is lost", "", null)),
            List.of(),
            List.of(problem)));
  }

  private static String text(Mode mode, List<Decision> decisions, List<Attempt> attempts) {
    return new HealTextReport(100).of(result(mode, decisions, attempts));
  }

  private static HealResult result(Mode mode, List<Decision> decisions, List<Attempt> attempts) {
    CheckResult check = Results.fullDisk();
    return new HealResult(mode, check, check, decisions, attempts, List.of());
  }

  private static Attempt fixed() {
    return new Attempt(
        "disk:/var",
        0,
        "disk.clean",
        DISK,
        AT.minus(Duration.ofMinutes(1)),
        Outcome.FIXED,
        "removed 12 files; disk:/var is healthy");
  }

  private static Decision decision(
      @Nullable GuardRail rail, String reason, String preview, @Nullable Instant next) {
    return new Decision(AT, "disk:/var", 0, "disk.clean", DISK, rail, reason, preview, next);
  }

  private static List<String> words(Enum<?>[] constants) {
    return Arrays.stream(constants)
        .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(
        each -> {
          if (!each.isNull()) {
            texts.add(each.asText());
          }
        });
    return texts;
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String schema() throws IOException {
    String resource = "/META-INF/quartermaster/sentinel-heal-1.schema.json";
    try (InputStream stream = HealJsonReport.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
