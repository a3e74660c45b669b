package io.github.quartermaster.sentinel.internal.plan;

import static io.github.quartermaster.sentinel.internal.plan.Found.graph;
import static io.github.quartermaster.sentinel.internal.plan.Found.id;
import static io.github.quartermaster.sentinel.internal.plan.Found.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.ComponentHealth;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AliasesTest {
  @Test
  void name_that_nobody_declared_means_itself() {
    assertThat(Aliases.NONE.meaning(id("a"))).isEqualTo(id("a"));
    assertThat(Aliases.NONE.of(id("a"))).isEmpty();
  }

  @Test
  void aliases_mean_the_component_that_declares_them() {
    Aliases aliases = aliases(named("shop", 0, "balancer", "shop.internal"));

    assertThat(aliases.meaning(id("balancer"))).isEqualTo(id("shop"));
    assertThat(aliases.meaning(id("shop"))).isEqualTo(id("shop"));
    assertThat(aliases.of(id("shop"))).containsExactly(id("balancer"), id("shop.internal"));
  }

  @Test
  void components_that_declare_each_other_are_one() {
    Aliases aliases = aliases(named("b", 0, "a"), named("a", 0, "b"));

    assertThat(aliases.meaning(id("a"))).isEqualTo(aliases.meaning(id("b"))).isEqualTo(id("a"));
  }

  @Test
  void component_is_no_alias_of_itself() {
    Aliases aliases = aliases(named("a", 0, "a"));

    assertThat(aliases.meaning(id("a"))).isEqualTo(id("a"));
    assertThat(aliases.of(id("a"))).isEmpty();
  }

  @Test
  void alias_that_two_declare_makes_them_one() {
    Aliases aliases = aliases(named("a", 0, "x"), named("b", 0, "x"), named("c", 0, "b"));

    assertThat(Stream.of("a", "b", "c", "x").map(Found::id).map(aliases::meaning).distinct())
        .hasSize(1);
  }

  @Test
  void who_needs_an_alias_needs_the_component() {
    Aliases aliases = aliases(named("shop", 0, "balancer"));

    assertThat(aliases.merge(graph("web > balancer > shop > db")))
        .isEqualTo(graph("web > shop > db"));
  }

  @Test
  void worse_of_what_was_measured_under_several_names_counts() {
    Aliases aliases = aliases(named("shop", 0, "balancer"));

    assertThat(aliases.merge(Map.of(id("shop"), 1, id("balancer"), 3, id("web"), 2), Math::max))
        .containsOnly(Map.entry(id("shop"), 3), Map.entry(id("web"), 2));
  }

  private static Aliases aliases(ComponentHealth... healths) {
    return Aliases.of(Stream.of(healths).map(ComponentHealth::component).toList());
  }
}
