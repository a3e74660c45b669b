package io.github.quartermaster.sentinel.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.GuardRail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that people trust says what the code does. */
class HealingPageTest {
  private static final Path PAGE = Path.of("../docs/healing.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| `([a-z-]+)` \\|");
  private static final Pattern TELLING = Pattern.compile("is asked fewer of them: ([^.]*)\\.");
  private static final Pattern WORD = Pattern.compile("`([a-z-]+)`");

  @Test
  void page_has_every_guard_rail_in_its_order() throws IOException {
    List<String> rows =
        ROW.matcher(Files.readString(PAGE))
            .results()
            .map(row -> row.group(1) + " " + row.group(2))
            .toList();

    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(GuardRail.values())
                .map(rail -> rail.ordinal() + 1 + " " + word(rail))
                .toList());
  }

  @Test
  void page_says_which_of_them_are_asked_where_somebody_is_only_told() throws IOException {
    String sentence =
        TELLING.matcher(Files.readString(PAGE)).results().findFirst().orElseThrow().group(1);
    Stream<GuardRail> asked =
        Stream.of(
                Stream.of(GuardRail.MODE, GuardRail.NO_REMEDY, GuardRail.OTHER_CAUSE),
                GuardRails.IN_ORDER.stream()
                    .filter(GuardRails.Rail::alsoWhatTells)
                    .map(GuardRails.Rail::name),
                Stream.of(GuardRail.PRECONDITION))
            .flatMap(rails -> rails);

    assertThat(WORD.matcher(sentence).results().map((MatchResult word) -> word.group(1)))
        .containsExactlyElementsOf(asked.map(HealingPageTest::word).toList());
  }

  private static String word(GuardRail rail) {
    return rail.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
