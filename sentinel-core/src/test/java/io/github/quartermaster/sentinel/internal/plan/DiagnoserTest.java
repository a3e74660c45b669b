package io.github.quartermaster.sentinel.internal.plan;

import static io.github.quartermaster.sentinel.internal.plan.Found.failing;
import static io.github.quartermaster.sentinel.internal.plan.Found.graph;
import static io.github.quartermaster.sentinel.internal.plan.Found.id;
import static io.github.quartermaster.sentinel.internal.plan.Found.named;
import static io.github.quartermaster.sentinel.internal.plan.Found.notChecked;
import static io.github.quartermaster.sentinel.internal.plan.Found.own;
import static io.github.quartermaster.sentinel.internal.plan.Found.scored;
import static io.github.quartermaster.sentinel.internal.plan.Found.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Confidence;
import io.github.quartermaster.sentinel.model.DependencyGraph;
import io.github.quartermaster.sentinel.model.Diagnosis;
import io.github.quartermaster.sentinel.model.FailingLayer;
import io.github.quartermaster.sentinel.model.Layer;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Status;
import io.github.quartermaster.sentinel.model.Symptom;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DiagnoserTest {
  private static final DependencyGraph SHOP =
      graph("web > app > postgres > disk:/var", "app > memory", "web > nginx > memory");

  /** A full disk stops the database, which stops all above it. */
  private static final List<ComponentHealth> FULL_DISK =
      List.of(
          scored("web", 10_000),
          scored("app", 10_000),
          scored("postgres", 10_000),
          own("disk:/var", 3802),
          own("memory", 0),
          scored("nginx", 0));

  @Nested
  class Causes {
    @Test
    void full_disk_is_the_cause_though_everything_above_it_scores_higher() {
      Diagnosis diagnosis = Diagnoser.diagnose(SHOP, FULL_DISK);

      assertThat(diagnosis.causes().get(0).component()).isEqualTo(id("disk:/var"));
      assertThat(diagnosis.causes().get(0).share()).isGreaterThan(0.5);
      assertThat(diagnosis.confidence()).isEqualTo(Confidence.HIGH);
      assertThat(diagnosis.lead()).isGreaterThan(3);
    }

    /** The example of docs/ranking.md. */
    @Test
    void shares_are_those_that_one_gets_by_hand() {
      Diagnosis diagnosis = Diagnoser.diagnose(SHOP, FULL_DISK);

      assertThat(cause(diagnosis, "disk:/var").share()).isEqualTo(0.875, within(0.001));
      assertThat(cause(diagnosis, "postgres").share()).isEqualTo(0.117, within(0.001));
      assertThat(cause(diagnosis, "app").share()).isEqualTo(0.005, within(0.001));
      assertThat(cause(diagnosis, "web").share()).isEqualTo(0.002, within(0.001));
      assertThat(diagnosis.lead()).isEqualTo(7.5, within(0.05));
    }

    @Test
    void cause_says_what_it_explains_and_by_which_way() {
      Cause disk = cause(Diagnoser.diagnose(SHOP, FULL_DISK), "disk:/var");

      assertThat(disk.explains()).isEqualTo(1);
      assertThat(disk.unexplained()).isEqualTo(1);
      assertThat(disk.explainedBy()).isNull();
      assertThat(disk.paths())
          .containsExactly(List.of(id("web"), id("app"), id("postgres"), id("disk:/var")));
      assertThat(disk.message()).isEqualTo("score 3802");
      assertThat(disk.score()).isEqualTo(new Score(3802));
      assertThat(disk.verified()).isTrue();
    }

    @Test
    void sick_component_says_what_explains_it() {
      Cause postgres = cause(Diagnoser.diagnose(SHOP, FULL_DISK), "postgres");

      assertThat(postgres.explainedBy()).isEqualTo(id("disk:/var"));
      // the disk's severity is 0.86
      assertThat(postgres.unexplained()).isEqualTo(0.14, within(0.005));
    }

    @Test
    void healthy_component_is_no_cause() {
      assertThat(Diagnoser.diagnose(SHOP, FULL_DISK).causes())
          .extracting(Cause::component)
          .doesNotContain(id("memory"), id("nginx"));
    }

    @Test
    void of_two_sick_prerequisites_the_one_whose_other_dependants_are_well_is_less_suspect() {
      Diagnosis diagnosis =
          Diagnoser.diagnose(
              graph("web > db", "web > cache", "one > cache", "two > cache"),
              List.of(
                  scored("web", 10_000),
                  scored("db", 5000),
                  scored("cache", 5000),
                  scored("one", 0),
                  scored("two", 0)));

      assertThat(diagnosis.causes().get(0).component()).isEqualTo(id("db"));
    }

    @Test
    void component_that_could_not_be_probed_is_suspected_where_nothing_else_explains_the_trouble() {
      Diagnosis diagnosis =
          Diagnoser.diagnose(
              graph("web > app > db", "web > nginx > db"),
              List.of(
                  scored("web", 10_000),
                  scored("app", 10_000),
                  scored("nginx", 10_000),
                  unknown("db")));

      Cause first = diagnosis.causes().get(0);
      assertThat(first.component()).isEqualTo(id("db"));
      assertThat(first.verified()).isFalse();
      assertThat(first.status()).isEqualTo(Status.UNKNOWN);
      assertThat(first.score()).isNull();
      assertThat(first.message()).isEqualTo("no answer in time");
      assertThat(diagnosis.confidence()).isNotEqualTo(Confidence.HIGH);
    }

    @Test
    void port_is_explained_by_the_process_behind_it_though_nobody_said_that_they_belong_together() {
      Diagnosis diagnosis =
          Diagnoser.diagnose(
              graph("web > tcp:8080", "web > tomcat > memory"),
              List.of(
                  scored("web", 10_000),
                  scored("tcp:8080", 10_000),
                  scored("tomcat", 10_000),
                  own("memory", 0)));

      assertThat(diagnosis.causes().get(0).component()).isEqualTo(id("tomcat"));
    }

    @Test
    void component_of_several_names_is_named_once() {
      Diagnosis diagnosis =
          Diagnoser.diagnose(
              graph("web > balancer", "web > shop", "shop > db"),
              List.of(
                  scored("web", 10_000),
                  scored("balancer", 10_000),
                  named("shop", 0, "balancer", "shop.internal"),
                  scored("db", 0)));

      assertThat(diagnosis.causes())
          .extracting(Cause::component)
          .containsExactly(id("shop"), id("web"));
      Cause shop = diagnosis.causes().get(0);
      assertThat(shop.aliases()).containsExactly(id("balancer"), id("shop.internal"));
      assertThat(shop.score()).isEqualTo(Score.DOWN);
      assertThat(shop.paths()).containsExactly(List.of(id("web"), id("shop")));
    }

    @Test
    void of_causes_as_probable_the_one_that_fails_at_the_lower_layer_comes_first() {
      Diagnosis diagnosis =
          Diagnoser.diagnose(
              graph("a", "b"),
              List.of(failing("a", Layer.APPLICATION), failing("b", Layer.NETWORK)));

      assertThat(diagnosis.causes()).extracting(Cause::component).containsExactly(id("b"), id("a"));
    }

    @Test
    void circle_of_components_has_a_symptom_and_a_cause() {
      List<String> names = IntStream.range(0, 50).mapToObj(i -> "c" + i).toList();
      Diagnosis diagnosis =
          Diagnoser.diagnose(
              graph(String.join(" > ", names) + " > c0"),
              names.stream().map(name -> scored(name, name.equals("c7") ? 9000 : 4000)).toList());

      assertThat(diagnosis.symptoms()).extracting(Symptom::component).containsExactly(id("c7"));
      assertThat(diagnosis.causes()).hasSize(50);
      assertThat(diagnosis.causes().get(0).component()).isEqualTo(id("c7"));
    }
  }

  @Nested
  class State {
    @Test
    void healthy_system_has_neither_symptoms_nor_causes() {
      Diagnosis diagnosis =
          Diagnoser.diagnose(graph("web > app"), List.of(scored("web", 0), scored("app", 200)));

      assertThat(diagnosis.status()).isEqualTo(Status.OK);
      assertThat(diagnosis.score()).isEqualTo(new Score(200));
      assertThat(diagnosis.symptoms()).isEmpty();
      assertThat(diagnosis.causes()).isEmpty();
      assertThat(diagnosis.confidence()).isEqualTo(Confidence.LOW);
      assertThat(diagnosis.lead()).isEqualTo(1);
      assertThat(diagnosis.layer()).isNull();
    }

    @Test
    void nothing_to_look_at_is_healthy() {
      assertThat(Diagnoser.diagnose(graph(), List.of()).status()).isEqualTo(Status.OK);
    }

    @Test
    void score_is_that_of_the_sickest() {
      Diagnosis diagnosis = Diagnoser.diagnose(SHOP, FULL_DISK);

      assertThat(diagnosis.score()).isEqualTo(Score.DOWN);
      assertThat(diagnosis.status()).isEqualTo(Status.CRITICAL);
    }

    @Test
    void only_what_no_sick_component_depends_on_is_a_symptom() {
      assertThat(Diagnoser.diagnose(SHOP, FULL_DISK).symptoms())
          .containsExactly(new Symptom(id("web"), Status.CRITICAL, Score.DOWN, "score 10000"));
    }

    @Test
    void unknown_state_is_the_state_of_all_where_nothing_is_sick() {
      Diagnosis diagnosis =
          Diagnoser.diagnose(graph("web > app"), List.of(scored("web", 0), unknown("app")));

      assertThat(diagnosis.status()).isEqualTo(Status.UNKNOWN);
      assertThat(diagnosis.causes()).isEmpty();
      assertThat(diagnosis.notChecked()).containsExactly(id("app"));
    }

    @Test
    void unknown_state_that_does_not_count_is_listed_only() {
      Diagnosis diagnosis =
          Diagnoser.diagnose(graph("web > app"), List.of(scored("web", 0), unknown("app", false)));

      assertThat(diagnosis.status()).isEqualTo(Status.OK);
      assertThat(diagnosis.notChecked()).containsExactly(id("app"));
    }

    @Test
    void what_cannot_be_checked_here_is_listed_and_never_a_cause() {
      Diagnosis diagnosis =
          Diagnoser.diagnose(
              graph("web > inodes"), List.of(scored("web", 5000), notChecked("inodes")));

      assertThat(diagnosis.notChecked()).containsExactly(id("inodes"));
      assertThat(diagnosis.causes()).extracting(Cause::component).containsExactly(id("web"));
      assertThat(diagnosis.lead()).isInfinite();
    }
  }

  @Nested
  class Layers {
    @Test
    void lowest_failing_layer_is_named_with_what_is_fine_below() {
      FailingLayer layer =
          Diagnoser.diagnose(
                  graph("web > tcp:shop:443 > net:gateway > net:link"),
                  List.of(
                      failing("web", Layer.APPLICATION),
                      failing("tcp:shop:443", Layer.TRANSPORT),
                      scored("net:gateway", 0),
                      scored("net:link", 0)))
              .layer();

      assertThat(layer)
          .isEqualTo(new FailingLayer(Layer.TRANSPORT, id("tcp:shop:443"), "fine up to NETWORK"));
    }

    @Test
    void answer_that_is_wrong_needed_a_connection() {
      FailingLayer layer =
          Diagnoser.diagnose(graph("web"), List.of(failing("web", Layer.APPLICATION))).layer();

      assertThat(layer)
          .isEqualTo(new FailingLayer(Layer.APPLICATION, id("web"), "fine up to TRANSPORT"));
    }

    @Test
    void nothing_is_said_of_layers_that_nobody_probed() {
      FailingLayer layer =
          Diagnoser.diagnose(graph("tcp:a:1"), List.of(failing("tcp:a:1", Layer.TRANSPORT)))
              .layer();

      assertThat(layer).isEqualTo(new FailingLayer(Layer.TRANSPORT, id("tcp:a:1"), ""));
    }

    @Test
    void trouble_without_a_layer_has_none() {
      assertThat(Diagnoser.diagnose(SHOP, FULL_DISK).layer()).isNull();
    }
  }

  private static Cause cause(Diagnosis diagnosis, String name) {
    ComponentId wanted = id(name);
    return diagnosis.causes().stream()
        .filter(cause -> cause.component().equals(wanted))
        .findFirst()
        .orElseThrow();
  }
}
