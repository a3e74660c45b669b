package io.github.quartermaster.sentinel.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.internal.plan.GeneratedIncident.Difficulty;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Floors under what the ranking finds in made-up incidents; docs/benchmarks.md has the figures. */
class GeneratedIncidentsTest {
  private static final int COUNT = 5000;
  private static final long SEED = 20130601;

  @Test
  void the_only_cause_comes_first() {
    Hits hits = ranked(Difficulty.CLEAR);
    assertThat(hits.rate(1)).isGreaterThanOrEqualTo(0.98);
    assertThat(hits.rate(3)).isGreaterThanOrEqualTo(0.999);
  }

  @Test
  void a_cause_is_found_among_noise_unknown_states_and_double_faults() {
    Hits hits = ranked(Difficulty.noisy(0.1));
    assertThat(hits.rate(1)).isGreaterThanOrEqualTo(0.90);
    assertThat(hits.rate(3)).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void a_cause_is_found_among_much_noise() {
    Hits hits = ranked(Difficulty.noisy(0.25));
    assertThat(hits.rate(1)).isGreaterThanOrEqualTo(0.82);
    assertThat(hits.rate(3)).isGreaterThanOrEqualTo(0.97);
  }

  /** Or the incidents would be too easy to tell anything. */
  @Test
  void the_worst_score_is_seldom_the_cause() {
    Hits hits = hits(Difficulty.noisy(0.1), GeneratedIncidentsTest::byScore);
    assertThat(hits.rate(1)).isLessThanOrEqualTo(0.35);
  }

  private static Hits ranked(Difficulty difficulty) {
    return hits(
        difficulty, incident -> new CauseRanking().rank(incident.graph(), incident.troubles()));
  }

  private static List<RankedCause> byScore(GeneratedIncident incident) {
    List<RankedCause> causes = new ArrayList<>();
    incident
        .scores()
        .forEach(
            (id, score) -> {
              if (!incident.unknown().contains(id)) {
                causes.add(new RankedCause(id, List.of(), score, true));
              }
            });
    return causes;
  }

  private static Hits hits(
      Difficulty difficulty, Function<GeneratedIncident, List<RankedCause>> ranking) {
    return new Hits(
        GeneratedIncident.generate(SEED, COUNT, difficulty).stream()
            .map(incident -> incident.rankOfTruth(ranking.apply(incident)))
            .toList());
  }
}
