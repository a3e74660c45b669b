package io.github.quartermaster.amp.internal.plan;

import static io.github.quartermaster.amp.internal.plan.ApplyPlannerTest.steps;
import static io.github.quartermaster.amp.internal.plan.Wanted.amp;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.model.ApplyRules;
import io.github.quartermaster.amp.model.ApplyRules.Correlation;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.amp.model.WarPlan;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FileNameCorrelationTest {
  private final TestWar war = new TestWar();

  @BeforeEach
  void frank_is_installed() {
    war.apply(
        war.amp(
            amp("org.frank.super-thing", "1.0").key("module.title", "Frank's super share thing"),
            "frank.txt",
            "1"));
  }

  @Test
  void file_name_relates_an_amp_to_an_installed_module_of_another_id() {
    WarPlan plan =
        war.apply(
            war.amp(
                amp("com.frank-ltd.thing", "1.2.3.4-5").named("frank-share-super-1.2.3.4-5.amp"),
                "frank.txt",
                "2"));

    assertThat(steps(plan))
        .containsExactly(
            "upgrade com.frank-ltd.thing 1.0 -> 1.2.3.4-5: the AMP is newer; takes the place of"
                + " org.frank.super-thing");
    assertThat(plan.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.CORRELATED_BY_NAME);
    assertThat(war.payload()).containsEntry("frank.txt", "2");
  }

  @Test
  void words_that_half_of_all_modules_share_are_not_enough() {
    war.apply(
        war.amp(
            amp("x", "1").key("module.title", "Alfresco Share extension for somebody"), "x", "1"));

    assertThat(steps(plan("alfresco-share-extension-2.0.amp", "2.0")))
        .containsExactly("install other -> 2.0: not installed yet");
  }

  @Test
  void one_common_and_one_telling_word_are_enough() {
    war.apply(war.amp(amp("x", "1").key("module.title", "Alfresco of Bob"), "x", "1"));

    assertThat(steps(plan("alfresco-bob-123.amp", "123")))
        .containsExactly("upgrade other 1 -> 123: the AMP is newer; takes the place of x");
  }

  @Test
  void older_amp_is_never_related_by_name() {
    assertThat(steps(plan("frank-share-super-0.9.amp", "0.9")))
        .containsExactly("install other -> 0.9: not installed yet");
  }

  @Test
  void more_words_win() {
    war.apply(war.amp(amp("y", "1").key("module.title", "super frank share one"), "y.txt", "1"));

    assertThat(steps(plan("super-frank-one-2.amp", "2")))
        .containsExactly("upgrade other 1 -> 2: the AMP is newer; takes the place of y");
  }

  @Test
  void equally_good_matches_are_reported_and_nothing_is_guessed() {
    war.apply(
        war.amp(
            amp("com.frank.super-other", "1").key("module.title", "Frank's super share other"),
            "y.txt",
            "1"));

    WarPlan plan = plan("frank-super-2.amp", "2");

    assertThat(steps(plan)).containsExactly("install other -> 2: not installed yet");
    assertThat(plan.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.CORRELATION_AMBIGUOUS);
    assertThat(plan.problems().get(0).message())
        .contains("com.frank.super-other, org.frank.super-thing");
  }

  @Test
  void two_amps_that_fit_one_module_equally_well_are_both_left_alone() {
    WarPlan plan =
        war.plan(
            ApplyRules.DEFAULT,
            war.amp(amp("o1", "2").named("frank-super-2.amp")),
            war.amp(amp("o2", "2").named("super-frank-2.amp")));

    assertThat(steps(plan))
        .containsExactly(
            "install o1 -> 2: not installed yet", "install o2 -> 2: not installed yet");
    assertThat(plan.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.CORRELATION_AMBIGUOUS);
  }

  @Test
  void module_that_needs_the_installed_one_is_not_its_successor() {
    WarPlan plan =
        war.plan(
            ApplyRules.DEFAULT,
            war.amp(
                amp("other", "2")
                    .named("frank-super-2.amp")
                    .key("module.depends.org.frank.super-thing", "*")));

    assertThat(steps(plan)).containsExactly("install other -> 2: not installed yet");
  }

  @Test
  void relating_by_name_can_be_made_stricter_or_switched_off() {
    var amp = war.amp(amp("other", "2").named("frank-super-2.amp"));

    assertThat(steps(war.plan(rules(new Correlation(true, 3, 2)), amp)))
        .containsExactly("install other -> 2: not installed yet");
    assertThat(steps(war.plan(rules(new Correlation(true, 2, 4)), amp)))
        .containsExactly("install other -> 2: not installed yet");
    assertThat(steps(war.plan(rules(new Correlation(false, 2, 2)), amp)))
        .containsExactly("install other -> 2: not installed yet");
  }

  private WarPlan plan(String fileName, String version) {
    return war.plan(ApplyRules.DEFAULT, war.amp(amp("other", version).named(fileName)));
  }

  private static ApplyRules rules(Correlation correlation) {
    return new ApplyRules(List.of(), false, false, correlation);
  }
}
