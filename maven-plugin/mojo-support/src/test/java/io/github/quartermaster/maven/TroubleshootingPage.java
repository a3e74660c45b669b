package io.github.quartermaster.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The page that explains what the goals can say, a chapter for each prefix. */
public final class TroubleshootingPage {
  private static final Path PAGE = Path.of("../../docs/troubleshooting.md");
  private static final String CHAPTER = "## Codes of ";

  private TroubleshootingPage() {}

  /**
   * Holds that each code has one row of four cells in the chapter of a prefix, and that nothing
   * else has one there.
   */
  public static void assertExplains(String prefix, Enum<?>[] codes) throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .dropWhile(line -> !line.equals(CHAPTER + prefix))
            .skip(1)
            .takeWhile(line -> !line.startsWith("## "))
            .filter(line -> line.matches("\\| `[A-Z_]+` .*"))
            .toList();

    assertThat(rows)
        .extracting(row -> row.split("`", -1)[1])
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(codes).map(Enum::name).toList());
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row.split("(?<!\\\\)\\|", -1))
                    .hasSize(6)
                    .filteredOn(cell -> !cell.isBlank())
                    .hasSize(4));
  }
}
