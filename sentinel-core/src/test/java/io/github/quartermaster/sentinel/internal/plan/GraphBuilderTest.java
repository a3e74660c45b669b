package io.github.quartermaster.sentinel.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Dependency;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphBuilderTest {
  private static final Component ROOT = component("disk:/", "disk");
  private static final Component VAR = component("disk:/var", "disk");
  private static final Component WEB = component("web", "web");

  @Test
  void a_components_name_means_it_alone() {
    assertThat(prerequisites(WEB.requiring(declared("disk:/var")), ROOT, VAR))
        .containsExactly("disk:/var");
  }

  @Test
  void a_checks_name_means_all_that_it_measures() {
    assertThat(prerequisites(WEB.requiring(declared("disk")), ROOT, VAR))
        .containsExactly("disk:/", "disk:/var");
  }

  @Test
  void a_tag_means_all_that_provide_it() {
    Component queue = component("queue", "queue").providing("messaging");
    Requirement tag = new Requirement("tag:messaging", 0.5, Dependency.Origin.TAG);

    GraphBuilder.Built built =
        new GraphBuilder(List.of(), List.of()).build(List.of(WEB.requiring(tag), queue, VAR));

    assertThat(built.graph().dependencies())
        .containsExactly(new Dependency(WEB.id(), queue.id(), 0.5, Dependency.Origin.TAG));
  }

  @Test
  void another_name_of_a_component_means_it() {
    Component shop = WEB.alsoCalled(List.of(new ComponentId("load-balancer")));
    Component client = component("client", "client").requiring(declared("load-balancer"));

    assertThat(prerequisites(client, shop)).containsExactly("web");
  }

  @Test
  void nothing_needs_itself() {
    assertThat(prerequisites(VAR.requiring(declared("disk")), ROOT)).containsExactly("disk:/");
  }

  @Test
  void what_the_configuration_requires_and_nobody_is_gets_told() {
    List<Problem> problems =
        new GraphBuilder(List.of(), List.of())
            .build(List.of(WEB.requiring(declared("disc")), VAR))
            .problems();

    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.DEPENDENCY_UNKNOWN);
              assertThat(problem.isError()).isFalse();
              assertThat(problem.toString()).contains("disc").contains("web").contains("disk:/var");
            });
  }

  @Test
  void what_belongs_to_a_check_that_was_left_out_is_not_missed() {
    assertThat(
            new GraphBuilder(List.of("disk"), List.of())
                .build(List.of(WEB.requiring(declared("disk:/var"))))
                .problems())
        .isEmpty();
  }

  @Test
  void what_a_provider_would_need_is_not_missed() {
    Component web =
        WEB.requiring(new Requirement("tag:network", 1, Dependency.Origin.BUILT_IN))
            .requiring(Requirement.on(new ComponentId("net:gateway")));

    assertThat(new GraphBuilder(List.of(), List.of()).build(List.of(web)).problems()).isEmpty();
  }

  @Test
  void components_that_need_one_another_are_told_and_kept() {
    Component queue = component("queue", "queue").requiring(declared("web"));
    GraphBuilder.Built built =
        new GraphBuilder(List.of(), List.of())
            .build(List.of(WEB.requiring(declared("queue")), queue, VAR));

    assertThat(built.graph().dependencies()).hasSize(2);
    assertThat(built.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.DEPENDENCY_CYCLE);
              assertThat(problem.isError()).isFalse();
              assertThat(problem.message()).contains("queue, web need one another");
            });
  }

  private static List<String> prerequisites(Component dependant, Component... others) {
    List<Component> all = new ArrayList<>(List.of(others));
    all.add(dependant);
    return new GraphBuilder(List.of(), List.of())
        .build(all).graph().prerequisitesOf(dependant.id()).stream()
            .map(edge -> edge.prerequisite().value())
            .toList();
  }

  private static Requirement declared(String target) {
    return new Requirement(target, 1, Dependency.Origin.DECLARED);
  }

  private static Component component(String id, String check) {
    return Component.of(new ComponentId(id), check, check, Blame.INHERITABLE);
  }
}
