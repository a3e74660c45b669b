package io.github.quartermaster.sentinel.internal.read.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.internal.read.alert.AlertSourceType;
import io.github.quartermaster.sentinel.internal.read.catalog.Configurable;
import io.github.quartermaster.sentinel.internal.read.catalog.ProviderCatalog;
import io.github.quartermaster.sentinel.internal.run.output.OutputTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The page about other monitors: its examples can be used, and it says of the types what they say
 * of themselves. To bring it up to date, run this test with {@code -Dupdate=true}.
 */
class MonitoringPageTest {
  private static final Path PAGE = Path.of("../docs/monitoring.md");
  private static final Path EXAMPLE = Path.of("../examples/monitoring/sentinel.yaml");

  @Test
  void examples_can_be_used() throws IOException {
    try (ProviderCatalog catalog =
        ProviderCatalog.load(ConfigReader.class.getClassLoader(), List.of(), null)) {
      ConfigReader reader = new ConfigReader(catalog, Map.of(), OutputTypes.all());

      assertThat(reader.read(EXAMPLE).sources()).hasSize(4);
      assertThat(reader.read(EXAMPLE).outputs()).hasSize(3);
      for (String example : PageExamples.of(PAGE)) {
        assertThat(reader.read(Path.of("sentinel.yaml"), example.getBytes(UTF_8)).sources())
            .isNotEmpty();
      }
    }
  }

  @Test
  void page_says_what_the_types_say() throws IOException {
    String page = Files.readString(PAGE);
    String upToDate =
        with(
            with(page, "sources", AlertSourceType.all().values()),
            "outputs",
            OutputType.byName(OutputTypes.all()).values());

    if (Boolean.getBoolean("update")) {
      Files.writeString(PAGE, upToDate);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(upToDate);
  }

  private static String with(String page, String name, Collection<? extends Configurable> types) {
    String start =
        "<!-- " + name + ": made from what the types say about themselves, do not edit -->\n";
    StringBuilder sections = new StringBuilder("\n");
    types.forEach(type -> sections.append(PageTables.section(type.description())));
    return page.substring(0, page.indexOf(start) + start.length())
        + sections
        + page.substring(page.indexOf("<!-- end of " + name + " -->"));
  }
}
