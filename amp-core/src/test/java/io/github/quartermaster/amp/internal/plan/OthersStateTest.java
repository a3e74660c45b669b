package io.github.quartermaster.amp.internal.plan;

import static io.github.quartermaster.amp.internal.plan.ApplyPlannerTest.errors;
import static io.github.quartermaster.amp.internal.plan.Wanted.amp;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.ApplyRules;
import io.github.quartermaster.amp.model.ApplyRules.Correlation;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.amp.model.WarLayout;
import io.github.quartermaster.amp.model.WarPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a module's record may not make an upgrade do to the WAR and to the other modules. */
class OthersStateTest {
  private static final ApplyRules ANYTHING =
      new ApplyRules(List.of("**"), false, false, Correlation.DEFAULT);
  private static final String MODULES = WarLayout.MODULES + "/";

  private final TestWar war = new TestWar().with("WEB-INF/web.xml", "web");

  @Test
  void module_that_came_in_with_its_bundler_survives_the_bundlers_upgrade() {
    war.apply(
        war.amp(amp("inner", "2"), "WEB-INF/lib/inner.jar", "2"),
        war.amp(amp("outer", "1"), MODULES + "inner/module.properties", state("inner", "1")));

    war.apply(war.amp(amp("outer", "2")));

    assertThat(war.inventory().modules())
        .extracting(module -> module.module().label())
        .containsExactly("inner 2", "outer 2");
  }

  @Test
  void module_that_goes_with_its_bundler_is_missed_by_who_needs_it() {
    war.apply(war.amp(amp("outer", "1"), MODULES + "inner/module.properties", state("inner", "1")));
    war.apply(war.amp(amp("user", "1").key("module.depends.inner", "*")));

    ApplyPlan plan = war.planAll(ApplyRules.DEFAULT, war.amp(amp("outer", "2")));

    assertThat(errors(plan)).containsExactly(ProblemCode.DEPENDENCY_UNMET);
    assertThat(plan.allProblems().get(0).message()).contains("user 1").contains("inner");
  }

  @Test
  void upgrade_leaves_the_state_of_another_module_that_the_record_claims() {
    war.apply(war.amp(amp("a", "1"), "a.txt", "a"), war.amp(amp("b", "1"), "b.txt", "b"));
    String stateOfB = war.files().get(MODULES + "b/module.properties");
    String recordOfB = war.record("b");
    war.with(
        MODULES + "a/modifications.install",
        "add|/a.txt\nadd|/"
            + MODULES
            + "b/module.properties\nadd|/"
            + MODULES
            + "b/modifications.install\n");

    war.apply(war.amp(amp("a", "2")));

    assertThat(war.files())
        .containsEntry(MODULES + "b/module.properties", stateOfB)
        .containsEntry(MODULES + "b/modifications.install", recordOfB)
        .doesNotContainKey("a.txt");
  }

  @Test
  void upgrade_leaves_what_no_war_can_be_without() {
    war.with("META-INF/MANIFEST.MF", "manifest");
    war.apply(war.amp(amp("a", "1"), "a.txt", "a"));
    war.with(
        MODULES + "a/modifications.install",
        "add|/a.txt\nadd|/META-INF/MANIFEST.MF\nadd|/WEB-INF/web.xml\n");

    WarPlan plan = war.apply(war.amp(amp("a", "2")));

    assertThat(war.payload()).containsOnlyKeys("META-INF/MANIFEST.MF", "WEB-INF/web.xml");
    assertThat(plan.problems())
        .extracting(Problem::code)
        .containsOnly(ProblemCode.MODULE_STATE_BROKEN);
    assertThat(plan.problems())
        .extracting(Problem::message)
        .anyMatch(message -> message.contains("META-INF/MANIFEST.MF"))
        .anyMatch(message -> message.contains("WEB-INF/web.xml"));
  }

  @Test
  void state_that_came_with_the_war_is_kept_through_every_upgrade() {
    war.with(MODULES + "inner/module.properties", state("inner", "1"));
    war.apply(war.amp(amp("inner", "2")));
    war.apply(war.amp(amp("inner", "3")));

    assertThat(war.originals()).hasSize(1);
    assertThat(war.files().get(war.originals().get(0))).isEqualTo(state("inner", "1"));
    assertThat(war.record("inner"))
        .contains("update|/" + MODULES + "inner/module.properties|/" + war.originals().get(0));
  }

  @Test
  void record_that_cannot_be_read_is_not_written_over() {
    war.with(MODULES + "a/modifications.install", "add|/WEB-INF/lib/a-1.jar\n")
        .with("WEB-INF/lib/a-1.jar", "old");

    ApplyPlan plan =
        war.planAll(ApplyRules.DEFAULT, war.amp(amp("a", "2"), "WEB-INF/lib/a-2.jar", "new"));

    assertThat(errors(plan)).containsExactly(ProblemCode.MODULE_STATE_BROKEN);
    assertThat(plan.allProblems().get(0).message())
        .contains(MODULES + "a/modifications.install")
        .contains("a-2.amp");
  }

  @Test
  void two_amps_cannot_both_take_the_place_of_one_module() {
    war.apply(war.amp(amp("former", "1"), "f.txt", "1"));

    ApplyPlan plan =
        war.planAll(
            ApplyRules.DEFAULT,
            war.amp(amp("one", "2").key("module.aliases", "former"), "1.txt", "2"),
            war.amp(amp("two", "2").key("module.aliases", "former"), "2.txt", "2"));

    assertThat(errors(plan)).containsExactly(ProblemCode.ALIAS_CLASH);
    assertThat(plan.allProblems().get(0).message()).contains("one").contains("two");
  }

  @Test
  void empty_folder_in_the_place_of_a_file_is_a_conflict() {
    war.with("notes", "file");

    assertThat(errors(war.planAll(ANYTHING, war.amp(amp("a", "1").directory("notes")))))
        .containsExactly(ProblemCode.FILE_CONFLICT);
    assertThat(errors(war.planAll(ANYTHING, war.amp(amp("a", "1").directory("notes/deep")))))
        .containsExactly(ProblemCode.FILE_CONFLICT);
  }

  @Test
  void file_in_the_place_of_a_modules_folder_is_a_conflict() {
    assertThat(errors(war.planAll(ANYTHING, war.amp(amp("a", "1"), MODULES + "a", "file"))))
        .containsExactly(ProblemCode.FILE_CONFLICT);
    assertThat(
            errors(
                war.planAll(
                    ANYTHING,
                    war.amp(amp("a", "1"), MODULES + "b", "file"),
                    war.amp(amp("b", "1")))))
        .containsExactly(ProblemCode.FILE_CONFLICT);
  }

  @Test
  void empty_folder_that_two_modules_brought_stays_until_both_are_gone() {
    war.apply(war.amp(amp("a", "1").directory("drop")), war.amp(amp("b", "1").directory("drop")));

    war.apply(war.amp(amp("a", "2")));
    assertThat(war.directories()).contains("drop");

    war.apply(war.amp(amp("b", "2")));
    assertThat(war.directories()).doesNotContain("drop");
  }

  private static String state(String id, String version) {
    return "module.id="
        + id
        + "\nmodule.version="
        + version
        + "\nmodule.title=T\nmodule.description=D\n";
  }
}
