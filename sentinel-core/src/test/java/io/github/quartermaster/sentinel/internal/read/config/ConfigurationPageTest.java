package io.github.quartermaster.sentinel.internal.read.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.internal.read.catalog.ProviderCatalog;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.ProviderDescription;
import io.github.quartermaster.sentinel.model.SentinelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The page of the configuration: its examples can be used, and it says of the types what they say
 * of themselves. To bring it up to date, run this test with {@code -Dupdate=true}.
 */
class ConfigurationPageTest {
  private static final Path PAGE = Path.of("../docs/sentinel-configuration.md");
  private static final String START =
      "<!-- types: made from what the types say about themselves, do not edit -->\n";
  private static final String END = "<!-- end of types -->\n";
  private static final Map<String, String> ENVIRONMENT = Map.of("SHOP_TOKEN", "x");

  @TempDir private static Path folder;

  @ParameterizedTest
  @MethodSource("examples")
  void example_can_be_used(String name) throws IOException {
    for (String example : PageExamples.of(PAGE)) {
      Files.writeString(folder.resolve(PageExamples.name(example)), example);
    }
    try (ProviderCatalog catalog = builtIn()) {
      List<Problem> problems = List.of();
      try {
        assertThat(new ConfigReader(catalog, ENVIRONMENT).read(folder.resolve(name)).checks())
            .isNotEmpty();
      } catch (SentinelException e) {
        problems = e.problems();
      }
      // where the core was built without its types, nothing but these is missing
      boolean whole = !catalog.types().isEmpty();
      assertThat(problems)
          .filteredOn(problem -> whole || problem.code() != ProblemCode.PROVIDER_UNKNOWN)
          .isEmpty();
    }
  }

  static Stream<String> examples() throws IOException {
    return PageExamples.of(PAGE).stream().map(PageExamples::name);
  }

  @Test
  void built_in_configuration_is_the_one_of_the_page() throws IOException {
    String inJar =
        Files.readString(
            Path.of("src/main/resources/io/github/quartermaster/sentinel/internal/read/config")
                .resolve("built-in.yaml"));

    assertThat(PageExamples.of(PAGE).get(0).lines().skip(1))
        .containsExactlyElementsOf(inJar.lines().skip(1).toList());
  }

  @Test
  void page_names_every_key() throws IOException {
    String page = Files.readString(PAGE);

    assertThat(ConfigFiles.KEYS).allSatisfy(key -> assertThat(page).contains("| `" + key + "` |"));
    assertThat(CommonSettings.PARAMETERS)
        .extracting(Parameter::name)
        .allSatisfy(key -> assertThat(page).contains("| `" + key + "` |"));
  }

  @Test
  void page_says_what_the_types_say() throws IOException {
    String page = Files.readString(PAGE);
    StringBuilder types = new StringBuilder();
    try (ProviderCatalog catalog = builtIn()) {
      catalog.describe().stream()
          .filter(type -> type.origin().equals(ProviderDescription.BUILT_IN))
          .forEach(type -> types.append(PageTables.section(type)));
    }
    String upToDate =
        page.substring(0, page.indexOf(START) + START.length())
            + "\n"
            + types
            + page.substring(page.indexOf(END));

    if (Boolean.getBoolean("update")) {
      Files.writeString(PAGE, upToDate);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(upToDate);
  }

  @Test
  void page_says_what_can_be_set_for_the_daemon() throws IOException {
    String page = Files.readString(PAGE);
    String start = "<!-- daemon: made from what can be set, do not edit -->\n";
    String upToDate =
        page.substring(0, page.indexOf(start) + start.length())
            + "\n"
            + PageTables.table(WatchSection.PARAMETERS)
            + "\n"
            + page.substring(page.indexOf("<!-- end of daemon -->\n"));

    if (Boolean.getBoolean("update")) {
      Files.writeString(PAGE, upToDate);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(upToDate);
  }

  private static ProviderCatalog builtIn() {
    return ProviderCatalog.load(ConfigReader.class.getClassLoader(), List.of(), null);
  }
}
