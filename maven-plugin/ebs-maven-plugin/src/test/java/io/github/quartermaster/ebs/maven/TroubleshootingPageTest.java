package io.github.quartermaster.ebs.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TroubleshootingPageTest {
  private static final Path PAGE = Path.of("../../docs/troubleshooting.md");

  @Test
  void every_code_has_one_row_of_four_cells() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .dropWhile(line -> !line.equals("## Codes of ebs"))
            .skip(1)
            .takeWhile(line -> !line.startsWith("## "))
            .filter(line -> line.matches("\\| `[A-Z_]+` .*"))
            .toList();

    assertThat(rows)
        .extracting(row -> row.split("`", -1)[1])
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ProblemCode.values()).map(ProblemCode::name).toList());
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row.split("(?<!\\\\)\\|", -1))
                    .hasSize(6)
                    .filteredOn(cell -> !cell.isBlank())
                    .hasSize(4));
  }
}
