package io.github.quartermaster.sentinel.internal.read.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.internal.read.catalog.Factories;
import io.github.quartermaster.sentinel.internal.read.catalog.ProviderCatalog;
import io.github.quartermaster.sentinel.internal.run.action.BuiltInActions;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import io.github.quartermaster.sentinel.model.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page about remedies: its example can be used, and its tables say what the reader and the
 * actions know. To bring it up to date, run this test with {@code -Dupdate=true}.
 */
class RemediesPageTest {
  private static final Path PAGE = Path.of("../docs/remedies.md");
  private static final String KEYS =
      "<!-- keys: made from what the reader knows, do not edit -->\n";
  private static final String END_OF_KEYS = "<!-- end of keys -->\n";
  private static final String ACTIONS =
      "<!-- actions: made from what the actions say about themselves, do not edit -->\n";
  private static final String END_OF_ACTIONS = "<!-- end of actions -->\n";

  @TempDir private static Path folder;

  @Test
  void example_can_be_used() throws IOException {
    List<String> examples = PageExamples.of(PAGE);
    try (ProviderCatalog catalog = builtIn()) {
      for (String example : examples) {
        Path file = Files.writeString(folder.resolve(PageExamples.name(example)), example);

        assertThat(new ConfigReader(catalog, Map.of()).read(file).healing().remedies())
            .extracting(Remedy::name)
            .containsExactly("disk:/var", "nginx");
      }
    }
    assertThat(examples).hasSize(1);
  }

  @Test
  void tables_say_what_reader_and_actions_know() throws IOException {
    String page = Files.readString(PAGE);
    String upToDate =
        with(with(page, KEYS, END_OF_KEYS, keys()), ACTIONS, END_OF_ACTIONS, actions());

    if (Boolean.getBoolean("update")) {
      Files.writeString(PAGE, upToDate);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(upToDate);
  }

  private static String with(String page, String start, String end, String text) {
    return page.substring(0, page.indexOf(start) + start.length())
        + "\n"
        + text
        + page.substring(page.indexOf(end));
  }

  private static String keys() {
    return PageTables.table(HealingKeys.SINGLE)
        + "\n"
        + shape("One of `remedies`", HealingKeys.REMEDY, "`when`, `steps` and `limits` are below.")
        + shape("`when`", HealingKeys.CONDITION, "")
        + shape(
            "One of `steps`", HealingKeys.STEP, "`action` and what is set for it come to these.")
        + shape(
            "`limits`",
            HealingKeys.GUARDS,
            "`global` and `target` are lists of limits, over all remedies (6 in `1h` where nothing"
                + " is said) and on any one component.")
        + shape(
            "A limit",
            HealingKeys.LIMIT,
            "A remedy without limits of its own has 2 in `1h` and 5 in `1d`.")
        + shape("One of `maintenance`", HealingKeys.WINDOW, "");
  }

  private static String shape(String title, Shape shape, String more) {
    List<Parameter> parameters = shape.parameters();
    return "### "
        + title
        + "\n\n"
        + shape.meaning()
        + "."
        + (more.isEmpty() ? "" : " " + more)
        + "\n\n"
        + PageTables.table(parameters)
        + "\n";
  }

  private static String actions() throws IOException {
    StringBuilder text = new StringBuilder();
    try (ProviderCatalog catalog = builtIn()) {
      catalog.describeActions().stream()
          .filter(type -> type.origin().equals(ProviderDescription.BUILT_IN))
          .forEach(type -> text.append(PageTables.section(type)));
    }
    return text.toString();
  }

  private static ProviderCatalog builtIn() {
    return ProviderCatalog.load(
        ConfigReader.class.getClassLoader(), BuiltInActions.all(), Factories.NONE, null);
  }
}
