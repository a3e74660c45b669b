package io.github.quartermaster.sentinel.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelatedTest {
  private final DependencyGraph graph =
      DependencyGraph.of(
          ids("shop", "app", "db", "disk", "mail", "queue", "alone"),
          List.of(
              edge("shop", "app"), edge("app", "db"), edge("db", "disk"), edge("mail", "queue")));

  @Test
  void what_needs_it_and_what_it_needs_is_related() {
    assertThat(Related.to(ids("db"), graph))
        .containsExactlyInAnyOrderElementsOf(ids("shop", "app", "db", "disk"));
  }

  @Test
  void two_troubles_have_what_is_related_to_either() {
    assertThat(Related.to(ids("disk", "queue"), graph))
        .containsExactlyInAnyOrderElementsOf(ids("shop", "app", "db", "disk", "mail", "queue"));
  }

  @Test
  void what_needs_nothing_and_nobody_needs_is_alone() {
    assertThat(Related.to(ids("alone"), graph)).containsExactlyElementsOf(ids("alone"));
  }

  private static List<ComponentId> ids(String... names) {
    return Arrays.stream(names).map(ComponentId::new).toList();
  }

  private static Dependency edge(String from, String to) {
    return new Dependency(
        new ComponentId(from), new ComponentId(to), 1, Dependency.Origin.DECLARED);
  }
}
