package io.github.quartermaster.amp.maven.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.maven.Samples;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTextTest {
  @Test
  void problem_says_what_on_what_what_to_do_and_with_which_parameter() {
    assertThat(ProblemText.line(Samples.CONFLICT))
        .isEqualTo(
            "FILE_CONFLICT: tried to install bob 123 in wars/alfresco.war; images/logo.png is there"
                + " already, with another content. Allow it to be overwritten, or leave the AMP out"
                + " (parameter <overwrite>, -Damp.overwrite)");
  }

  @Test
  void problem_without_a_parameter_ends_with_its_remedy() {
    assertThat(ProblemText.line(Samples.LIBRARY)).endsWith(". Remove one of them");
  }

  @Test
  void name_from_an_archive_cannot_start_a_line_of_its_own() {
    Problem problem =
        Problem.warning(ProblemCode.WAR_NOT_FOUND, "a.war", "tried x\n[INFO] all is well", "");

    assertThat(ProblemText.line(problem))
        .isEqualTo("WAR_NOT_FOUND: tried x?[INFO] all is well (parameter <wars>, -Damp.wars)");
  }

  @Test
  void many_of_a_kind_are_cut_short_and_counted() {
    List<Problem> problems = Collections.nCopies(14, Samples.CONFLICT);

    assertThat(ProblemText.lines(problems))
        .hasSize(11)
        .last()
        .isEqualTo("FILE_CONFLICT: 4 more, see the report");
  }

  @Test
  void failure_starts_with_the_first_problem_and_counts_the_rest() {
    assertThat(ProblemText.failure(List.of(Samples.CONFLICT)))
        .isEqualTo(ProblemText.line(Samples.CONFLICT));
    assertThat(ProblemText.failure(Collections.nCopies(7, Samples.CONFLICT)).lines())
        .hasSize(6)
        .startsWith(ProblemText.line(Samples.CONFLICT))
        .endsWith("And 2 more, told above.");
  }
}
