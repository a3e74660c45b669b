package io.github.quartermaster.amp.internal.plan;

import static io.github.quartermaster.amp.internal.plan.Wanted.amp;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.model.ApplyRules;
import io.github.quartermaster.amp.model.ApplyRules.Correlation;
import io.github.quartermaster.amp.model.ModuleRelations;
import io.github.quartermaster.amp.model.WarPlan;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RelationsTest {
  private static final ApplyRules OVERWRITING =
      new ApplyRules(List.of("**"), false, false, Correlation.DEFAULT);

  private final TestWar war =
      new TestWar().with("WEB-INF/web.xml", "web").with("logo.png", "the WAR's");

  @Test
  void needs_tell_whether_they_are_met() {
    war.apply(
        war.amp(amp("base", "1.5"), "base.txt", "1"),
        war.amp(amp("upper", "1").key("module.depends.base", "1.0-2.0"), "upper.txt", "1"));

    assertThat(told(Relations.of(war.inventory()))).containsExactly("upper needs base 1.0-2.0");

    WarPlan plan = war.plan(ApplyRules.DEFAULT, war.amp(amp("base", "3"), "base.txt", "3"));
    assertThat(told(Relations.of(plan))).containsExactly("upper needs base 1.0-2.0, not met");
  }

  @Test
  void each_layer_lies_over_the_one_below() {
    war.apply(OVERWRITING, war.amp(amp("first", "1"), "logo.png", "first"));
    war.apply(
        OVERWRITING,
        war.amp(amp("second", "1"), "logo.png", "second", "WEB-INF/web.xml", "second's"));

    assertThat(told(Relations.of(war.inventory())))
        .containsExactly(
            "first over the WAR: logo.png",
            "second over the WAR: WEB-INF/web.xml",
            "second over first: logo.png");
  }

  @Test
  void plan_tells_what_will_be_true_once_it_is_carried_out() {
    war.apply(
        OVERWRITING,
        war.amp(amp("first", "1"), "logo.png", "first"),
        war.amp(amp("second", "1"), "logo.png", "second"));

    WarPlan plan =
        war.apply(
            OVERWRITING,
            war.amp(amp("renamed", "2").key("module.aliases", "first"), "logo.png", "renamed"),
            war.amp(amp("third", "1").key("module.depends.renamed", "1-3"), "logo.png", "third"));

    assertThat(told(Relations.of(plan)))
        .isEqualTo(told(Relations.of(war.inventory())))
        .contains(
            "third needs renamed 1-3",
            "second over renamed: logo.png",
            "third over second: logo.png");
    assertThat(Relations.of(plan).modules())
        .extracting(module -> module.label())
        .containsExactly("renamed 2", "second 1", "third 1");
  }

  private static List<String> told(ModuleRelations relations) {
    return Stream.concat(
            relations.needs().stream()
                .map(
                    need ->
                        need.module()
                            + " needs "
                            + need.needed()
                            + " "
                            + need.versions()
                            + (need.met() ? "" : ", not met")),
            relations.overwrites().stream()
                .map(
                    overwrite ->
                        overwrite.module()
                            + " over "
                            + overwrite.over().map(Object::toString).orElse("the WAR")
                            + ": "
                            + String.join(", ", overwrite.paths())))
        .toList();
  }
}
