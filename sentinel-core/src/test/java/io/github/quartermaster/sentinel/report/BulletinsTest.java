package io.github.quartermaster.sentinel.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.model.Bulletin;
import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What other monitors are told. */
class BulletinsTest {
  static List<CheckResult> results() {
    return Results.all();
  }

  @Test
  void full_disk_is_one_page_that_names_what_suffers_from_it() {
    Bulletin bulletin = Bulletins.of(Results.fullDisk());

    assertThat(bulletin.verdict()).isEqualTo(Status.CRITICAL);
    assertThat(bulletin.pluginText()).startsWith("SENTINEL CRITICAL - ").contains("|score=10000");
    Bulletin.RootCause first = bulletin.causes().get(0);
    assertThat(first.component()).isEqualTo(new ComponentId("disk:/var"));
    assertThat(first.severity()).isEqualTo(Status.CRITICAL);
    assertThat(first.summary())
        .isEqualTo(
            "disk:/var is CRITICAL, 97 % used (70/95); it accounts for postgres, app and web:shop");
    assertThat(bulletin.causes())
        .as("neither what suffers from it, nor what could not be found out besides")
        .hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("results")
  void there_is_a_page_where_there_is_a_cause_and_none_where_there_is_none(CheckResult result) {
    List<Bulletin.RootCause> pages = Bulletins.of(result).causes();

    assertThat(pages.isEmpty()).isEqualTo(result.diagnosis().causes().isEmpty());
  }

  @Test
  void causes_that_all_stand_on_one_another_are_one_page() {
    List<Cause> circle =
        Results.fullDisk().diagnosis().causes().stream()
            .filter(cause -> cause.explainedBy() != null)
            .toList();

    assertThat(circle).isNotEmpty();
    assertThat(RootCauses.of(circle, 10)).containsExactly(circle.get(0));
  }
}
