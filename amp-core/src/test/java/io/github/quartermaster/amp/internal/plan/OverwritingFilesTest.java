package io.github.quartermaster.amp.internal.plan;

import static io.github.quartermaster.amp.internal.plan.ApplyPlannerTest.errors;
import static io.github.quartermaster.amp.internal.plan.Wanted.amp;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.ApplyRules;
import io.github.quartermaster.amp.model.ApplyRules.Correlation;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.amp.model.WarLayout;
import io.github.quartermaster.amp.model.WarPlan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverwritingFilesTest {
  private static final ApplyRules ANYTHING = overwriting("**");

  private final TestWar war = new TestWar().with("jsp/login.jsp", "original");

  @Test
  void another_content_in_the_war_is_a_conflict() {
    ApplyPlan plan =
        war.planAll(ApplyRules.DEFAULT, war.amp(amp("a", "1"), "jsp/login.jsp", "ours"));

    assertThat(errors(plan)).containsExactly(ProblemCode.FILE_CONFLICT);
    assertThat(plan.allProblems().get(0).message())
        .contains("jsp/login.jsp")
        .contains("a-1.amp")
        .contains("from the WAR itself");
  }

  @Test
  void identical_content_in_the_war_is_no_conflict_and_stays_the_wars_own() {
    war.apply(war.amp(amp("a", "1"), "jsp/login.jsp", "original"));
    war.apply(war.amp(amp("a", "2"), "other.txt", "x"));

    assertThat(war.payload()).containsEntry("jsp/login.jsp", "original");
    assertThat(war.originals()).isEmpty();
  }

  @Test
  void pattern_allows_to_overwrite_and_the_original_comes_back_with_the_upgrade() {
    WarPlan first =
        war.apply(overwriting("jsp/*.jsp"), war.amp(amp("a", "1"), "jsp/login.jsp", "ours"));

    assertThat(first.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.FILE_OVERWRITTEN);
    assertThat(war.payload()).containsEntry("jsp/login.jsp", "ours");
    assertThat(war.originals()).hasSize(1);
    assertThat(war.record("a")).startsWith("update|/jsp/login.jsp|/" + war.originals().get(0));

    war.apply(war.amp(amp("a", "2")));
    assertThat(war.payload()).isEqualTo(Map.of("jsp/login.jsp", "original"));
    assertThat(war.originals()).isEmpty();
  }

  @Test
  void upgrade_may_go_on_overwriting_what_the_module_had_overwritten() {
    war.apply(ANYTHING, war.amp(amp("a", "1"), "jsp/login.jsp", "ours"));

    war.apply(war.amp(amp("a", "2"), "jsp/login.jsp", "ours, better"));

    assertThat(war.payload()).containsEntry("jsp/login.jsp", "ours, better");
    assertThat(war.originals()).hasSize(1);
    assertThat(war.files()).containsEntry(war.originals().get(0), "original");
  }

  @Test
  void pattern_does_not_allow_more_than_it_says() {
    war.with("jsp/admin/login.jsp", "original");
    AmpFile amp = war.amp(amp("a", "1"), "jsp/admin/login.jsp", "ours");

    assertThat(errors(war.planAll(overwriting("/jsp/*.jsp"), amp)))
        .containsExactly(ProblemCode.FILE_CONFLICT);
    assertThat(errors(war.planAll(overwriting("/jsp/**/*.jsp"), amp))).isEmpty();
    assertThat(errors(war.planAll(overwriting("jsp/admin/logi?.jsp"), amp))).isEmpty();
    assertThat(errors(war.planAll(overwriting("jsp.admin.login.jsp"), amp)))
        .containsExactly(ProblemCode.FILE_CONFLICT);
  }

  @Test
  void two_amps_that_bring_different_contents_are_a_conflict() {
    ApplyPlan plan =
        war.planAll(
            ApplyRules.DEFAULT,
            war.amp(amp("a", "1"), "x.txt", "a"),
            war.amp(amp("b", "1"), "x.txt", "b"));

    assertThat(errors(plan)).containsExactly(ProblemCode.FILE_CONFLICT);
    assertThat(plan.allProblems().get(0).message()).contains("b-1.amp").contains("from module a");
  }

  @Test
  void library_that_two_amps_bring_alike_stays_until_both_are_gone() {
    war.apply(
        war.amp(amp("a", "1"), "WEB-INF/lib/x-1.jar", "x"),
        war.amp(amp("b", "1"), "WEB-INF/lib/x-1.jar", "x"));

    war.apply(war.amp(amp("a", "2")));
    assertThat(war.payload()).containsEntry("WEB-INF/lib/x-1.jar", "x");

    war.apply(war.amp(amp("b", "2")));
    assertThat(war.payload()).isEqualTo(Map.of("jsp/login.jsp", "original"));
    assertThat(war.originals()).isEmpty();
  }

  @Test
  void module_below_can_go_first_and_what_it_hid_shows_again_in_the_end() {
    war.apply(ANYTHING, war.amp(amp("a", "1"), "jsp/login.jsp", "a"));
    war.apply(ANYTHING, war.amp(amp("b", "1"), "jsp/login.jsp", "b"));

    war.apply(war.amp(amp("a", "2")));
    assertThat(war.payload()).containsEntry("jsp/login.jsp", "b");
    assertThat(war.originals()).hasSize(1);

    war.apply(war.amp(amp("b", "2")));
    assertThat(war.payload()).isEqualTo(Map.of("jsp/login.jsp", "original"));
    assertThat(war.originals()).isEmpty();
  }

  @Test
  void upgrade_of_the_module_below_leaves_the_one_above_on_top() {
    war.apply(war.amp(amp("a", "1"), "new.txt", "a1"));
    war.apply(ANYTHING, war.amp(amp("b", "1"), "new.txt", "b"));

    war.apply(war.amp(amp("a", "2"), "new.txt", "a2"));
    assertThat(war.payload()).containsEntry("new.txt", "b");

    war.apply(war.amp(amp("b", "2")));
    assertThat(war.payload()).containsEntry("new.txt", "a2");
    assertThat(war.record("a")).contains("add|/new.txt");
  }

  @Test
  void missing_original_stops_an_upgrade_that_needs_it() {
    war.apply(ANYTHING, war.amp(amp("a", "1"), "jsp/login.jsp", "ours"));
    war.files().remove(war.originals().get(0));

    ApplyPlan plan = war.planAll(ApplyRules.DEFAULT, war.amp(amp("a", "2")));

    assertThat(errors(plan)).containsExactly(ProblemCode.ORIGINAL_MISSING);
    assertThat(plan.allProblems().get(0).message()).contains("jsp/login.jsp");
  }

  @Test
  void file_that_somebody_deleted_does_not_stop_an_upgrade() {
    war.apply(war.amp(amp("a", "1"), "gone.txt", "a", "kept.txt", "a"));
    war.files().remove("gone.txt");

    war.apply(war.amp(amp("a", "2"), "kept.txt", "a2"));

    assertThat(war.payload()).containsEntry("kept.txt", "a2").doesNotContainKey("gone.txt");
  }

  @Test
  void file_in_the_place_of_a_folder_is_a_conflict_whatever_is_allowed() {
    assertThat(errors(war.planAll(ANYTHING, war.amp(amp("a", "1"), "jsp", "file"))))
        .containsExactly(ProblemCode.FILE_CONFLICT);
    assertThat(errors(war.planAll(ANYTHING, war.amp(amp("a", "1"), "jsp/login.jsp/x", "file"))))
        .containsExactly(ProblemCode.FILE_CONFLICT);
  }

  @Test
  void module_that_came_inside_another_amp_is_upgraded_and_comes_back_with_that_amp() {
    String bundled = WarLayout.MODULES + "/inner/module.properties";
    String state =
        "module.id=inner\nmodule.version=1\nmodule.title=Inner\nmodule.description=Bundled\n";
    war.apply(war.amp(amp("outer", "1"), bundled, state, "WEB-INF/lib/inner.jar", "1"));
    assertThat(war.inventory().modules()).hasSize(2);

    WarPlan plan = war.apply(war.amp(amp("inner", "2"), "WEB-INF/lib/inner.jar", "2"));
    assertThat(ApplyPlannerTest.steps(plan))
        .containsExactly("upgrade inner 1 -> 2: the AMP is newer");
    assertThat(plan.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.MODULE_UNRECORDED);
    assertThat(war.payload()).containsEntry("WEB-INF/lib/inner.jar", "2");

    war.apply(war.amp(amp("outer", "2")));
    assertThat(war.inventory().modules())
        .extracting(module -> module.module().label())
        .containsExactly("inner 2", "outer 2");
    assertThat(war.payload()).containsEntry("WEB-INF/lib/inner.jar", "2");
  }

  private static ApplyRules overwriting(String... patterns) {
    return new ApplyRules(List.of(patterns), false, false, Correlation.DEFAULT);
  }
}
