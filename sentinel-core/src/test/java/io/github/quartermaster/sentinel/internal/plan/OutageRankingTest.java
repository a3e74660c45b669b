package io.github.quartermaster.sentinel.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.model.ComponentId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Floors under what the ranking finds on real outages; docs/benchmarks.md has the figures. */
class OutageRankingTest {
  private static final Map<String, Hits> HITS =
      OutageCase.readAll().stream()
          .collect(
              Collectors.groupingBy(
                  OutageCase::set,
                  Collectors.collectingAndThen(
                      Collectors.mapping(OutageCase::rankOfTruth, Collectors.toList()),
                      Hits::new)));

  @Test
  void the_cause_of_every_outage_of_the_pet_shop_comes_first() {
    assertAtLeast("PetShop", 26, List.of(26, 26, 26));
  }

  @Test
  void the_cause_of_an_outage_of_the_online_boutique_is_mostly_among_the_first() {
    assertAtLeast("OnlineBoutique", 28, List.of(23, 25, 26));
  }

  @Test
  void the_cause_of_an_outage_of_the_train_ticket_shop_is_found_where_health_shows_it() {
    assertAtLeast("TrainTicket", 23, List.of(12, 13, 13));
  }

  /** A graph of which half is blind must not make the ranking blame what nobody can see. */
  @Test
  void what_nobody_measured_draws_no_blame_though_it_counts_as_unknown() {
    Hits hits =
        new Hits(
            OutageCase.readAll().stream()
                .filter(outage -> outage.set().equals("PetShop"))
                .map(OutageRankingTest::unmeasuredAsUnknown)
                .map(OutageCase::rankOfTruth)
                .toList());
    assertThat(hits.within(1)).isGreaterThanOrEqualTo(24);
  }

  private static OutageCase unmeasuredAsUnknown(OutageCase outage) {
    Map<ComponentId, Trouble> troubles = new HashMap<>(outage.troubles());
    outage.graph().components().forEach(id -> troubles.putIfAbsent(id, Trouble.UNKNOWN));
    return new OutageCase(
        outage.id(),
        outage.set(),
        outage.scenario(),
        outage.kind(),
        outage.rootCause(),
        outage.graph(),
        troubles);
  }

  private static void assertAtLeast(String set, int cases, List<Integer> floor) {
    Hits hits = HITS.get(set);
    assertThat(hits.cases()).isEqualTo(cases);
    List<Integer> within = hits.within135();
    for (int i = 0; i < floor.size(); i++) {
      assertThat(within.get(i)).as("%s: %s", set, within).isGreaterThanOrEqualTo(floor.get(i));
    }
  }
}
