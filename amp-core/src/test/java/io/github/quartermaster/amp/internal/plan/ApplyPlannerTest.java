package io.github.quartermaster.amp.internal.plan;

import static io.github.quartermaster.amp.internal.plan.Wanted.amp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.ApplyRules;
import io.github.quartermaster.amp.model.ApplyRules.Correlation;
import io.github.quartermaster.amp.model.PlannedAction;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.amp.model.Severity;
import io.github.quartermaster.amp.model.Tier;
import io.github.quartermaster.amp.model.WarPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApplyPlannerTest {
  private static final ApplyRules DOWNGRADE =
      new ApplyRules(List.of(), true, false, Correlation.DEFAULT);
  private static final ApplyRules REINSTALL =
      new ApplyRules(List.of(), false, true, Correlation.DEFAULT);

  private final TestWar war = new TestWar().with("WEB-INF/web.xml", "web");

  @Test
  void newest_amp_of_each_module_is_installed() {
    WarPlan plan =
        war.apply(
            war.amp(amp("a", "1.9"), "WEB-INF/lib/a-1.9.jar", "old"),
            war.amp(amp("a", "1.10"), "WEB-INF/lib/a-1.10.jar", "new"));

    assertThat(steps(plan)).containsExactly("install a -> 1.10: not installed yet");
    assertThat(war.payload().keySet()).containsExactly("WEB-INF/lib/a-1.10.jar", "WEB-INF/web.xml");
  }

  @Test
  void upgrade_removes_what_only_the_old_version_had() {
    war.apply(
        war.amp(
            amp("a", "1"),
            "WEB-INF/lib/a-1.jar",
            "1",
            "scripts/shared.js",
            "one",
            "old/only/here.txt",
            "x"));

    WarPlan plan =
        war.apply(war.amp(amp("a", "2"), "WEB-INF/lib/a-2.jar", "2", "scripts/shared.js", "two"));

    assertThat(steps(plan)).containsExactly("upgrade a 1 -> 2: the AMP is newer");
    assertThat(war.payload())
        .isEqualTo(
            Map.of(
                "WEB-INF/lib/a-2.jar", "2", "scripts/shared.js", "two", "WEB-INF/web.xml", "web"));
    assertThat(war.directories()).contains("scripts").doesNotContain("old", "old/only");
    assertThat(war.record("a")).contains("mkdir|/scripts\n").doesNotContain("a-1.jar");
  }

  @Test
  void same_version_is_skipped_and_changes_nothing() {
    AmpFile one = war.amp(amp("a", "1.0"), "a.txt", "1");
    war.apply(one);

    ApplyPlan plan = war.planAll(ApplyRules.DEFAULT, war.amp(amp("a", "1.0.0"), "a.txt", "1"));

    assertThat(steps(plan.wars().get(0)))
        .containsExactly("skip a 1.0 -> 1.0.0: the same version is installed");
    assertThat(plan.changes()).isFalse();
  }

  @Test
  void same_version_is_installed_again_where_asked_for() {
    war.apply(war.amp(amp("a", "1"), "a.txt", "1"));

    WarPlan plan = war.apply(REINSTALL, war.amp(amp("a", "1"), "a.txt", "corrected"));

    assertThat(steps(plan)).containsExactly("reinstall a 1 -> 1: reinstalling is asked for");
    assertThat(war.payload()).containsEntry("a.txt", "corrected");
  }

  @Test
  void older_amp_is_skipped_unless_a_downgrade_is_allowed() {
    war.apply(war.amp(amp("a", "2"), "a.txt", "2"));
    AmpFile older = war.amp(amp("a", "1"), "a.txt", "1");

    assertThat(steps(war.plan(ApplyRules.DEFAULT, older)))
        .containsExactly("skip a 2 -> 1: the WAR holds a newer version");

    WarPlan plan = war.apply(DOWNGRADE, older);
    assertThat(steps(plan))
        .containsExactly("downgrade a 2 -> 1: the AMP is older, and that is allowed");
    assertThat(plan.problems())
        .extracting(Problem::code, Problem::severity)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(ProblemCode.DOWNGRADE, Severity.WARNING));
    assertThat(war.payload()).containsEntry("a.txt", "1");
  }

  @Test
  void module_known_under_a_former_id_is_replaced() {
    war.apply(war.amp(amp("former", "1"), "f.txt", "1"));

    WarPlan plan =
        war.apply(
            war.amp(amp("present", "2").key("module.aliases", "other, former"), "p.txt", "2"));

    assertThat(steps(plan))
        .containsExactly("upgrade present 1 -> 2: the AMP is newer; takes the place of former");
    assertThat(war.payload().keySet()).containsExactly("WEB-INF/web.xml", "p.txt");
    assertThat(war.inventory().modules())
        .extracting(m -> m.id().value())
        .containsExactly("present");
    assertThat(war.record("former")).isNull();
    assertThat(war.directories()).noneMatch(directory -> directory.endsWith("/former"));
  }

  @Test
  void newer_module_under_a_former_id_is_skipped_and_said_to_be_there_by_that_id() {
    war.apply(war.amp(amp("former", "2"), "f.txt", "1"));

    WarPlan plan = war.apply(war.amp(amp("present", "1").key("module.aliases", "former")));

    assertThat(steps(plan))
        .containsExactly("skip present 2 -> 1: the WAR holds a newer version, as former");
  }

  @Test
  void module_in_a_folder_of_another_name_moves_to_its_own() {
    war.with(
        "WEB-INF/classes/alfresco/module/odd/module.properties",
        "module.id=a\nmodule.version=1\nmodule.title=A\nmodule.description=D\n");

    war.apply(war.amp(amp("a", "2"), "a.txt", "2"));

    assertThat(war.inventory().modules())
        .extracting(module -> module.directory())
        .containsExactly("WEB-INF/classes/alfresco/module/a");
  }

  @Test
  void amp_of_a_former_id_gives_way_to_the_amp_that_names_it_as_alias() {
    WarPlan plan =
        war.apply(
            war.amp(amp("former", "1"), "f.txt", "1"),
            war.amp(amp("present", "2").key("module.aliases", "former"), "p.txt", "2"));

    assertThat(steps(plan)).containsExactly("install present -> 2: not installed yet");
  }

  @Test
  void same_version_under_a_former_id_is_renamed_once() {
    war.apply(war.amp(amp("former", "1"), "f.txt", "1"));
    AmpFile present = war.amp(amp("present", "1").key("module.aliases", "former"), "f.txt", "1");

    WarPlan plan = war.apply(present);

    assertThat(steps(plan))
        .containsExactly(
            "rename present 1 -> 1: the same version, by a new id; takes the place of former");
    assertThat(war.inventory().modules())
        .extracting(m -> m.id().value())
        .containsExactly("present");
    assertThat(war.plan(ApplyRules.DEFAULT, present).changes()).isFalse();
  }

  @Test
  void of_two_amps_that_name_each_other_as_former_the_newer_one_is_taken() {
    AmpFile one = war.amp(amp("one", "1").key("module.aliases", "two"), "f.txt", "1");
    AmpFile two = war.amp(amp("two", "2").key("module.aliases", "one"), "f.txt", "2");

    assertThat(steps(war.apply(one, two))).containsExactly("install two -> 2: not installed yet");
    assertThat(war.plan(ApplyRules.DEFAULT, one, two).changes()).isFalse();
  }

  @Test
  void of_two_ids_that_name_each_other_as_former_the_installed_one_stays() {
    war.apply(war.amp(amp("two", "1").key("module.aliases", "one"), "f.txt", "1"));

    WarPlan plan =
        war.plan(
            ApplyRules.DEFAULT,
            war.amp(amp("one", "1").key("module.aliases", "two"), "f.txt", "1"));

    assertThat(steps(plan))
        .containsExactly("skip one 1 -> 1: the same version is installed, as two");
  }

  @Test
  void newer_amp_of_a_former_id_is_a_contradiction() {
    ApplyPlan plan =
        war.planAll(
            ApplyRules.DEFAULT,
            war.amp(amp("former", "3")),
            war.amp(amp("present", "2").key("module.aliases", "former")));

    assertThat(errors(plan)).containsExactly(ProblemCode.ALIAS_CLASH);
  }

  @Test
  void two_amps_of_one_version_must_not_differ() {
    AmpFile one = war.amp(amp("a", "1").named("x/a.amp"), "a.txt", "1");
    AmpFile copy = war.amp(amp("a", "1").named("y/a.amp"), "a.txt", "1");
    AmpFile rival = war.amp(amp("a", "1.0").named("z/a.amp"), "a.txt", "another");

    assertThat(errors(war.planAll(ApplyRules.DEFAULT, one, copy))).isEmpty();
    ApplyPlan refused = war.planAll(ApplyRules.DEFAULT, one, copy, rival);
    assertThat(errors(refused)).containsExactly(ProblemCode.AMBIGUOUS_NEWEST);
    assertThat(refused.allProblems().get(0).message()).contains("x/a.amp").contains("z/a.amp");
  }

  @Test
  void modules_come_after_those_that_they_need() {
    WarPlan plan =
        war.apply(
            war.amp(amp("a", "1").key("module.depends.z", "1-2")),
            war.amp(amp("m", "1").key("module.depends.a", "*")),
            war.amp(amp("z", "1.5")));

    assertThat(plan.actions()).extracting(a -> a.module().value()).containsExactly("z", "a", "m");
  }

  @Test
  void dependencies_are_checked_against_what_is_there_in_the_end() {
    war.apply(
        war.amp(amp("base", "1")), war.amp(amp("user", "1").key("module.depends.base", "1-1.9")));

    ApplyPlan breaking = war.planAll(ApplyRules.DEFAULT, war.amp(amp("base", "2")));
    assertThat(errors(breaking)).containsExactly(ProblemCode.DEPENDENCY_UNMET);
    assertThat(breaking.allProblems().get(0).message())
        .contains("user 1")
        .contains("base in version 1-1.9")
        .contains("it would be 2");

    ApplyPlan together =
        war.planAll(
            ApplyRules.DEFAULT,
            war.amp(amp("base", "2")),
            war.amp(amp("user", "2").key("module.depends.base", "2-")));
    assertThat(errors(together)).isEmpty();
  }

  @Test
  void missing_dependency_is_named() {
    ApplyPlan plan =
        war.planAll(ApplyRules.DEFAULT, war.amp(amp("user", "1").key("module.depends.base", "1")));

    assertThat(errors(plan)).containsExactly(ProblemCode.DEPENDENCY_UNMET);
    assertThat(plan.allProblems().get(0).message()).contains("base").contains("would not be there");
  }

  @Test
  void circle_of_dependencies_is_named() {
    ApplyPlan plan =
        war.planAll(
            ApplyRules.DEFAULT,
            war.amp(amp("a", "1").key("module.depends.b", "*")),
            war.amp(amp("b", "1").key("module.depends.c", "*")),
            war.amp(amp("c", "1").key("module.depends.b", "*")));

    assertThat(errors(plan)).contains(ProblemCode.DEPENDENCY_CYCLE);
    assertThat(plan.allProblems().get(0).message()).contains("b needs c needs b");
  }

  @Test
  void version_of_the_war_must_lie_within_the_bounds() {
    AmpFile amp =
        war.amp(
            amp("a", "1")
                .key("module.repo.version.min", "7.0")
                .key("module.repo.version.max", "7.4"));

    assertThat(errors(war.planAll(ApplyRules.DEFAULT, amp)))
        .containsExactly(ProblemCode.VERSION_INCOMPATIBLE);
    assertThat(errors(new TestWar().version("7.4.0").planAll(ApplyRules.DEFAULT, amp))).isEmpty();
  }

  @Test
  void share_is_measured_by_its_own_bounds() {
    TestWar share = new TestWar().inTier(Tier.SHARE).version("7.0");
    Wanted wanted =
        amp("a", "1")
            .inTier(Tier.SHARE)
            .key("module.repo.version.min", "23")
            .key("module.share.version.min", "6");

    assertThat(errors(share.planAll(ApplyRules.DEFAULT, share.amp(wanted)))).isEmpty();
  }

  @Test
  void edition_must_be_among_those_named_and_blanks_count() {
    AmpFile community = war.amp(amp("a", "1").key("module.editions", "Enterprise,community"));
    AmpFile blank = war.amp(amp("a", "1").key("module.editions", "Enterprise, Community"));

    assertThat(errors(war.planAll(ApplyRules.DEFAULT, community))).isEmpty();
    assertThat(errors(war.planAll(ApplyRules.DEFAULT, blank)))
        .containsExactly(ProblemCode.EDITION_INCOMPATIBLE);
  }

  @Test
  void amp_of_the_other_tier_is_left_out_with_a_warning() {
    ApplyPlan plan =
        war.planAll(ApplyRules.DEFAULT, war.amp(amp("a", "1").inTier(Tier.SHARE), "a.txt", "1"));

    assertThat(plan.changes()).isFalse();
    assertThat(plan.isRefused()).isFalse();
    assertThat(plan.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.NO_WAR_FOR_TIER);
  }

  @Test
  void library_in_two_versions_is_warned_of() {
    war.with("WEB-INF/lib/commons-io-2.1.jar", "x").with("WEB-INF/lib/netty-4.1-linux.jar", "x");

    WarPlan plan =
        war.apply(
            war.amp(
                amp("a", "1"),
                "WEB-INF/lib/commons-io-2.11.0-RC1.jar",
                "y",
                "WEB-INF/lib/netty-4.2.jar",
                "y"));

    assertThat(plan.problems()).hasSize(1);
    assertThat(plan.problems().get(0).code()).isEqualTo(ProblemCode.DUPLICATE_LIBRARY);
    assertThat(plan.problems().get(0).message())
        .contains("commons-io-2.1.jar, commons-io-2.11.0-RC1.jar");
  }

  @Test
  void classifier_makes_another_library_and_a_word_of_a_version_does_not() {
    war.with("WEB-INF/lib/x-1.0-SNAPSHOT.jar", "x")
        .with("WEB-INF/lib/y-1.0-mysql.jar", "x")
        .with("WEB-INF/lib/z-1.0-RC-1-linux.jar", "x");

    WarPlan plan =
        war.apply(
            war.amp(
                amp("a", "1"),
                "WEB-INF/lib/x-1.0-M2.jar",
                "y",
                "WEB-INF/lib/y-1.1.jar",
                "y",
                "WEB-INF/lib/z-2.0.Final-linux.jar",
                "y"));

    assertThat(plan.problems()).extracting(Problem::subject).containsExactly("x", "z-linux");
  }

  @Test
  void names_made_to_be_hard_to_take_apart_are_taken_apart_in_no_time() {
    for (int i = 0; i < 2_000; i++) {
      war.with("WEB-INF/lib/a" + "-1-RC".repeat(190) + i + "!", "x");
      war.with("WEB-INF/lib/a" + "-1-RC".repeat(190) + i + "!.jar", "x");
    }
    AmpFile amp = war.amp(amp("a", "1"), "a.txt", "1");

    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> war.planAll(ApplyRules.DEFAULT, amp), "2,000 names");
  }

  static List<String> steps(WarPlan plan) {
    return plan.actions().stream().map(ApplyPlannerTest::step).toList();
  }

  private static String step(PlannedAction action) {
    return action.name()
        + " "
        + action.module()
        + action.from().map(from -> " " + from).orElse("")
        + action.to().map(to -> " -> " + to).orElse("")
        + ": "
        + action.reason();
  }

  static List<ProblemCode> errors(ApplyPlan plan) {
    return plan.allProblems().stream().filter(Problem::isError).map(Problem::code).toList();
  }
}
