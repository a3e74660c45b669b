package io.github.quartermaster.sentinel.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.Confidence;
import io.github.quartermaster.sentinel.model.Diagnosis;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadlineTest {
  @Test
  void says_what_is_wrong_and_what_that_explains() {
    assertThat(Headline.of(Results.fullDisk()))
        .isEqualTo(
            "SENTINEL CRITICAL: disk:/var is critical (97 % used [70/95], score 3802), which"
                + " probably explains postgres, app and web:shop");
  }

  @Test
  void sounds_as_sure_as_the_diagnosis_is() {
    assertThat(Headline.sentence(with(Confidence.HIGH))).contains(", which explains postgres");
    assertThat(Headline.sentence(with(Confidence.LOW))).contains(", which may explain postgres");
  }

  @Test
  void what_the_first_cause_does_not_explain_is_not_hidden() {
    CheckResult result = Results.fullDisk();
    List<Cause> second = result.diagnosis().causes().subList(1, 2);

    assertThat(Headline.sentence(with(result, second, Confidence.MEDIUM)))
        .isEqualTo(
            "postgres is down (not running, score 10000), which probably explains app and"
                + " web:shop; it does not explain disk:/var");
  }

  @Test
  void cause_that_could_not_be_looked_at_is_not_called_sick() {
    CheckResult result = Results.fullDisk();
    List<Cause> third = result.diagnosis().causes().subList(2, 3);

    assertThat(Headline.sentence(with(result, third, Confidence.HIGH)))
        .isEqualTo(
            "the state of queue could not be found out (timed out after 5 s); it does not explain"
                + " disk:/var, postgres, app and web:shop");
  }

  @Test
  void trouble_without_a_cause_is_told_by_its_symptom() {
    assertThat(Headline.sentence(with(Results.fullDisk(), List.of(), Confidence.LOW)))
        .isEqualTo("web:shop is down (HTTP 500, score 10000); no cause was found");
  }

  @Test
  void no_trouble_is_told_too() {
    assertThat(Headline.of(Results.healthy())).startsWith("SENTINEL OK: both components are");
    assertThat(Headline.of(Results.empty())).isEqualTo("SENTINEL OK: nothing was checked");
    assertThat(Headline.of(Results.warned()))
        .isEqualTo("SENTINEL WARNING: disk:/ gives a warning (80 % used [70/95], score 794)");
  }

  @Test
  void is_one_line_whatever_names_hold() {
    assertThat(Headline.of(Results.hostile())).hasLineCount(1).doesNotContain("\u202e", "\u0000");
  }

  private static CheckResult with(Confidence confidence) {
    CheckResult result = Results.fullDisk();
    return with(result, result.diagnosis().causes(), confidence);
  }

  private static CheckResult with(CheckResult result, List<Cause> causes, Confidence confidence) {
    Diagnosis diagnosis = result.diagnosis();
    return new CheckResult(
        result.snapshot(),
        result.components(),
        result.graph(),
        new Diagnosis(
            diagnosis.status(),
            diagnosis.score(),
            diagnosis.symptoms(),
            causes,
            confidence,
            diagnosis.lead(),
            diagnosis.layer(),
            diagnosis.notChecked()),
        result.gate(),
        result.gateResult(),
        result.problems());
  }
}
