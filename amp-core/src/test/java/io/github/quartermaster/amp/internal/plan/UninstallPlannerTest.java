package io.github.quartermaster.amp.internal.plan;

import static io.github.quartermaster.amp.internal.plan.Wanted.amp;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.model.ApplyRules;
import io.github.quartermaster.amp.model.ApplyRules.Correlation;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.amp.model.WarLayout;
import io.github.quartermaster.amp.model.WarPlan;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class UninstallPlannerTest {
  private static final ApplyRules ANYTHING =
      new ApplyRules(List.of("**"), false, false, Correlation.DEFAULT);
  private static final String MODULES = WarLayout.MODULES + "/";

  private final TestWar war =
      new TestWar()
          .with("WEB-INF/web.xml", "web")
          .with(MODULES + "readme.txt", "modules live here");
  private final SortedMap<String, String> files = new TreeMap<>(war.files());
  private final SortedSet<String> folders = new TreeSet<>(war.directories());

  @Test
  void module_goes_with_its_files_its_folders_and_its_state() {
    war.apply(war.amp(amp("a", "1").directory("empty/deep"), "new/a.txt", "a", "b.txt", "b"));

    WarPlan plan = war.uninstall("a");

    assertThat(war.files()).isEqualTo(files);
    assertThat(war.directories()).isEqualTo(folders);
    assertThat(ApplyPlannerTest.steps(plan))
        .containsExactly("uninstall a 1: uninstalling is asked for");
    assertThat(plan.problems()).isEmpty();
  }

  @Test
  void overwritten_files_come_back() {
    war.apply(ANYTHING, war.amp(amp("a", "1"), "WEB-INF/web.xml", "of a"));

    war.uninstall("a");

    assertThat(war.files()).isEqualTo(files);
    assertThat(war.directories()).isEqualTo(folders);
  }

  @Test
  void absent_module_is_told_and_changes_nothing() {
    war.apply(war.amp(amp("new-name", "1").key("module.aliases", "former")));

    WarPlan plan = war.planUninstall("absent", "former");

    assertThat(plan.changes()).isFalse();
    assertThat(plan.problems()).isEmpty();
    assertThat(ApplyPlannerTest.steps(plan))
        .containsExactly(
            "absent absent: it is not in this WAR",
            "absent former: it goes by the id new-name in this WAR");
  }

  @Test
  void module_that_others_need_stays_unless_they_go_too_or_it_is_allowed() {
    war.apply(
        war.amp(amp("base", "1")),
        war.amp(amp("user", "2").key("module.depends.base", "*")),
        war.amp(amp("other", "3").key("module.depends.base", "1-2")));

    Problem refused = war.planUninstall("base").problems().get(0);
    assertThat(refused.code()).isEqualTo(ProblemCode.MODULE_NEEDED);
    assertThat(refused.isError()).isTrue();
    assertThat(refused.message()).endsWith("; needed by other 3, user 2");

    Problem told = war.planUninstall(true, "base").problems().get(0);
    assertThat(told.code()).isEqualTo(ProblemCode.MODULE_NEEDED);
    assertThat(told.isError()).isFalse();

    assertThat(war.planUninstall("base", "user").problems()).hasSize(1);
    war.uninstall("base", "user", "other");
    assertThat(war.files()).isEqualTo(files);
  }

  @Test
  void module_that_goes_with_its_bundler_is_missed_by_who_needs_it() {
    war.apply(war.amp(amp("outer", "1"), MODULES + "inner/module.properties", state("inner", "1")));
    war.apply(war.amp(amp("user", "1").key("module.depends.inner", "*")));

    assertThat(war.planUninstall("outer").problems())
        .extracting(Problem::toString)
        .singleElement()
        .asString()
        .contains("MODULE_NEEDED: tried to uninstall module inner 1")
        .contains("which goes with the module that brought it along; needed by user 1");
  }

  @Test
  void module_that_came_along_goes_with_its_bundler_only() {
    war.apply(war.amp(amp("outer", "1"), MODULES + "inner/module.properties", state("inner", "1")));

    assertThat(war.planUninstall("inner").problems())
        .extracting(Problem::toString)
        .singleElement()
        .asString()
        .contains("MODULE_BUNDLED")
        .contains("it came along with module outer 1");

    war.uninstall("outer");
    assertThat(war.files()).isEqualTo(files);
  }

  @Test
  void module_that_came_along_shows_again_when_its_successor_goes() {
    war.apply(war.amp(amp("outer", "1"), MODULES + "inner/module.properties", state("inner", "1")));
    SortedMap<String, String> before = new TreeMap<>(war.files());
    war.apply(war.amp(amp("inner", "2"), "inner.txt", "2"));

    war.uninstall("inner");
    assertThat(war.files()).isEqualTo(before);

    war.uninstall("outer");
    assertThat(war.files()).isEqualTo(files);
  }

  @Test
  void module_without_a_record_or_with_a_broken_state_is_not_guessed_at() {
    war.with(MODULES + "given/module.properties", state("given", "1"))
        .with(MODULES + "half/modifications.install", "add|/half.txt\n");

    WarPlan plan = war.planUninstall("given", "half");

    assertThat(plan.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.MODULE_UNRECORDED, ProblemCode.MODULE_STATE_BROKEN);
    assertThat(plan.problems()).allMatch(Problem::isError);
  }

  @Test
  void original_that_is_gone_is_missed_before_anything_is_done() {
    war.apply(ANYTHING, war.amp(amp("a", "1"), "WEB-INF/web.xml", "of a"));
    war.files().remove(war.originals().get(0));

    assertThat(war.planUninstall("a").problems())
        .extracting(Problem::code)
        .contains(ProblemCode.ORIGINAL_MISSING);
  }

  @Test
  void changes_that_somebody_made_by_hand_are_told_before_they_go() {
    war.apply(war.amp(amp("a", "1"), "a.txt", "a", "b.txt", "b"));
    war.with("a.txt", "edited");

    WarPlan plan = war.uninstall("a");

    assertThat(plan.problems()).extracting(Problem::code).containsExactly(ProblemCode.FILE_CHANGED);
    assertThat(plan.problems().get(0).message()).contains("changed a.txt since");
    assertThat(war.files()).isEqualTo(files);
  }

  @Test
  void state_that_a_bundler_of_the_module_management_tool_had_overwritten_leaves_no_ghost() {
    // inner installed first, then outer with -force: outer's record holds inner's own state
    String original = WarLayout.ORIGINALS + "/0d0a8e04-c5b6-11f0-8de9-0242ac120002.bin";
    war.with(MODULES + "inner/modifications.install", "add|/inner.txt\n")
        .with("inner.txt", "i")
        .with(MODULES + "inner/module.properties", state("inner", "1"))
        .with(original, state("inner", "2"))
        .with(MODULES + "outer/module.properties", state("outer", "1"))
        .with(
            MODULES + "outer/modifications.install",
            "update|/" + MODULES + "inner/module.properties|/" + original + "\n");

    war.uninstall("inner");
    war.uninstall("outer");

    assertThat(war.files()).isEqualTo(files);
  }

  @Test
  void several_modules_go_in_one_edit() {
    war.apply(ANYTHING, war.amp(amp("a", "1"), "WEB-INF/web.xml", "of a", "d/a.txt", "a"));
    war.apply(ANYTHING, war.amp(amp("b", "1"), "WEB-INF/web.xml", "of b", "d/b.txt", "b"));
    war.apply(ANYTHING, war.amp(amp("c", "1"), "WEB-INF/web.xml", "of c", "d/a.txt", "c"));

    war.uninstall("a", "c");
    assertThat(war.payload()).isEqualTo(Map.of("WEB-INF/web.xml", "of b", "d/b.txt", "b"));

    war.uninstall("b");
    assertThat(war.files()).isEqualTo(files);
    assertThat(war.directories()).isEqualTo(folders);
  }

  static String state(String id, String version) {
    return "module.id="
        + id
        + "\nmodule.version="
        + version
        + "\nmodule.title=T\nmodule.description=D\n";
  }
}
