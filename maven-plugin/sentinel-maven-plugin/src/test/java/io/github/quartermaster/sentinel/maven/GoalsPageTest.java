package io.github.quartermaster.sentinel.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.maven.GoalsPage;
import io.github.quartermaster.maven.PluginDescriptorXml;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * The page of the goals says what the goals themselves say. To bring it up to date, run the tests
 * with {@code -Dupdate=true}.
 */
class GoalsPageTest {
  @Test
  void page_says_what_the_goals_say() throws Exception {
    new GoalsPage("sentinel", PluginDescriptorXml.ofThisPlugin()).assertUpToDate();
  }

  @Test
  void every_parameter_is_documented_and_has_a_property_of_its_name() throws IOException {
    assertThat(PluginDescriptorXml.ofThisPlugin().goals())
        .extracting(PluginDescriptorXml.Goal::name)
        .containsExactly("actions", "check", "graph", "heal", "providers", "reset", "watch");
    assertThat(PluginDescriptorXml.ofThisPlugin().goals())
        .allSatisfy(goal -> assertThat(goal.phase()).isEmpty())
        .flatExtracting(PluginDescriptorXml.Goal::parameters)
        .allSatisfy(
            parameter -> {
              assertThat(parameter.description()).as(parameter.name()).isNotBlank();
              assertThat(parameter.since()).as(parameter.name()).isEqualTo("1.0");
              assertThat(parameter.property()).isEqualTo("sentinel." + parameter.name());
            });
  }
}
