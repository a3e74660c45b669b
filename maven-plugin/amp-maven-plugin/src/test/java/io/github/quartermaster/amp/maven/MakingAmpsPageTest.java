package io.github.quartermaster.amp.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.model.LintRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MakingAmpsPageTest {
  private static final Path PAGE = Path.of("../../docs/making-amps.md");

  @Test
  void every_rule_has_one_row_with_its_severity() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.matches("\\| `[A-Z_]+` \\| (error|warning) \\| .+ \\| .+ \\|"))
            .map(line -> line.replaceFirst("\\| `([A-Z_]+)` \\| (\\w+) .*", "$1 $2"))
            .toList();

    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(LintRule.values()).map(rule -> rule + " " + rule.severity()).toList());
  }
}
