package io.github.quartermaster.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void columns_are_aligned_and_numbers_stand_to_the_right() {
    TextTable table =
        new TextTable(
            List.of("MODULE", "FILES", "TITLE"),
            List.of(List.of("alfresco-s3", "7", "S3 connector"), List.of("bob", "1204", "")),
            Set.of("FILES"));

    assertThat(table.lines(TextTable.UNLIMITED))
        .containsExactly(
            "MODULE       FILES  TITLE", //
            "alfresco-s3      7  S3 connector",
            "bob           1204");
  }

  @Test
  void last_column_goes_on_below_itself_where_the_terminal_ends() {
    TextTable table =
        new TextTable(
            List.of("MODULE", "WHY"),
            List.of(List.of("bob", "the WAR holds the same version already, nothing to do")));

    assertThat(table.lines(30))
        .containsExactly(
            "MODULE  WHY", //
            "bob     the WAR holds the same",
            "        version already,",
            "        nothing to do");
  }

  @Test
  void word_longer_than_the_terminal_is_cut() {
    TextTable table = new TextTable(List.of("PATH"), List.of(List.of("x".repeat(45))));

    assertThat(table.lines(20)).containsExactly("PATH", "x".repeat(20), "x".repeat(20), "xxxxx");
  }

  @Test
  void log_gets_each_row_in_one_line() {
    TextTable table = new TextTable(List.of("WHY"), List.of(List.of("word ".repeat(200).strip())));

    assertThat(table.lines(TextTable.UNLIMITED)).hasSize(2);
  }

  @Test
  void name_from_an_archive_cannot_command_the_terminal() {
    TextTable table = new TextTable(List.of("TITLE"), List.of(List.of("\u001b[2Jgone\nnext")));

    assertThat(table.lines(TextTable.UNLIMITED)).containsExactly("TITLE", "?[2Jgone?next");
  }

  @Test
  void row_that_does_not_fit_is_refused() {
    List<List<String>> rows = List.of(List.of("one"));

    assertThatThrownBy(() -> new TextTable(List.of("A", "B"), rows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("[one] does not fit the columns [A, B]");
  }
}
