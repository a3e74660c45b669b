package io.github.quartermaster.amp.internal.plan;

import static io.github.quartermaster.amp.internal.plan.ApplyPlannerTest.errors;
import static io.github.quartermaster.amp.internal.plan.ApplyPlannerTest.steps;
import static io.github.quartermaster.amp.internal.plan.Wanted.amp;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.ApplyRules;
import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.amp.model.WarLayout;
import io.github.quartermaster.amp.model.WarPlan;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Modules that come along in the AMP of another one. */
class BundledModulesTest {
  private static final String INNER = WarLayout.MODULES + "/inner/module.properties";

  private final TestWar war = new TestWar().with("WEB-INF/web.xml", "web");

  @Test
  void module_that_comes_along_is_there_for_who_needs_it() {
    war.apply(
        war.amp(amp("outer", "1"), INNER, state("inner", "1", "")),
        war.amp(amp("user", "1").key("module.depends.inner", "1")));

    assertThat(modules()).containsExactly("inner 1", "outer 1", "user 1");
  }

  @Test
  void new_version_of_a_module_that_comes_along_is_checked_against_who_needs_it() {
    war.apply(
        war.amp(amp("outer", "1"), INNER, state("inner", "1", "")),
        war.amp(amp("user", "1").key("module.depends.inner", "1")));

    ApplyPlan plan =
        war.planAll(ApplyRules.DEFAULT, war.amp(amp("outer", "2"), INNER, state("inner", "2", "")));

    assertThat(errors(plan)).containsExactly(ProblemCode.DEPENDENCY_UNMET);
    assertThat(plan.allProblems().get(0).message()).contains("it would be 2");
  }

  @Test
  void module_that_comes_along_needs_its_modules_too() {
    ApplyPlan plan =
        war.planAll(
            ApplyRules.DEFAULT,
            war.amp(amp("outer", "1"), INNER, state("inner", "1", "module.depends.base=*")));

    assertThat(errors(plan)).containsExactly(ProblemCode.DEPENDENCY_UNMET);
    assertThat(plan.allProblems().get(0).message()).contains("inner 1").contains("base");
  }

  @Test
  void newer_amp_of_a_module_that_comes_along_takes_over_in_one_run_as_in_two() {
    war.apply(outer());
    war.apply(inner("2"));
    SortedMap<String, String> inTwoRuns = new TreeMap<>(war.payload());
    TestWar other = new TestWar().with("WEB-INF/web.xml", "web");

    WarPlan plan = other.apply(outer(other), inner(other, "2"));

    assertThat(steps(plan))
        .containsExactly(
            "install outer -> 1: not installed yet",
            "upgrade inner 1 -> 2: the AMP is newer than the one that outer brings");
    assertThat(other.payload()).isEqualTo(inTwoRuns).containsEntry("WEB-INF/lib/inner.jar", "2");
    assertThat(other.inventory().modules())
        .extracting(module -> module.module().label())
        .containsExactly("inner 2", "outer 1");
  }

  @Test
  void amp_of_a_module_that_comes_along_in_the_same_or_a_newer_version_is_skipped() {
    assertThat(steps(war.plan(ApplyRules.DEFAULT, outer(), inner("1.0"))))
        .contains("skip inner 1 -> 1.0: outer 1 brings the same version");
    assertThat(steps(war.plan(ApplyRules.DEFAULT, outer(), inner("0.9"))))
        .contains("skip inner 1 -> 0.9: outer 1 brings a newer version");
  }

  @Test
  void module_in_its_own_right_is_not_replaced_by_one_that_comes_along() {
    war.apply(inner("0.9"));

    war.apply(war.amp(amp("outer", "1"), INNER, state("inner", "1", "")));

    assertThat(modules()).containsExactly("inner 0.9", "outer 1");
  }

  @Test
  void module_that_came_along_is_gone_once_it_goes_by_a_new_id() {
    war.apply(outer());

    war.apply(present());

    assertThat(modules()).containsExactly("outer 1", "present 2");
    assertThat(war.record("outer")).doesNotContain("inner/module.properties");

    war.apply(war.amp(amp("outer", "2"), INNER, state("inner", "1", "")));
    assertThat(modules()).containsExactly("outer 2", "present 2");
  }

  @Test
  void module_that_would_come_along_does_not_where_it_goes_by_a_new_id() {
    war.apply(present(), outer());

    assertThat(modules()).containsExactly("outer 1", "present 2");
    assertThat(war.plan(ApplyRules.DEFAULT, present(), outer()).changes()).isFalse();
  }

  private AmpFile outer() {
    return outer(war);
  }

  private static AmpFile outer(TestWar war) {
    return war.amp(amp("outer", "1"), INNER, state("inner", "1", ""), "WEB-INF/lib/inner.jar", "1");
  }

  private AmpFile inner(String version) {
    return inner(war, version);
  }

  private static AmpFile inner(TestWar war, String version) {
    return war.amp(amp("inner", version), "WEB-INF/lib/inner.jar", version);
  }

  private AmpFile present() {
    return war.amp(
        amp("present", "2").key("module.aliases", "inner"), "WEB-INF/lib/inner.jar", "2");
  }

  private List<String> modules() {
    return war.inventory().modules().stream().map(module -> module.module().label()).toList();
  }

  private static String state(String id, String version, String furtherKey) {
    return "module.id="
        + id
        + "\nmodule.version="
        + version
        + "\nmodule.title=T\nmodule.description=D\n"
        + furtherKey
        + "\n";
  }
}
