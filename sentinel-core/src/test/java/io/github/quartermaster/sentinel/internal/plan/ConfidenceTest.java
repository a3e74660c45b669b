package io.github.quartermaster.sentinel.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.sentinel.internal.plan.GeneratedIncident.Difficulty;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Confidence;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Severity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a confidence is worth: how often the first cause was the true one where it was given. */
class ConfidenceTest {
  private static final long SEED = 7;
  private static final int COUNT = 5000;

  @Test
  void confidence_is_worth_what_it_says_in_generated_incidents() {
    Map<Confidence, Count> counts = generated(0.1);
    assertPrecision(counts, Confidence.HIGH, 0.98);
    assertPrecision(counts, Confidence.MEDIUM, 0.88);
    // and it is not given too seldom to be of use
    assertThat(counts.get(Confidence.HIGH).cases).isGreaterThan(COUNT / 2);
    assertThat(counts.get(Confidence.LOW).cases).isLessThan(COUNT / 4);
  }

  @Test
  void confidence_is_worth_a_little_less_among_much_noise() {
    Map<Confidence, Count> counts = generated(0.25);
    assertPrecision(counts, Confidence.HIGH, 0.94);
    assertPrecision(counts, Confidence.MEDIUM, 0.80);
  }

  @Test
  void low_confidence_is_not_given_without_need() {
    Map<Confidence, Count> counts = generated(0.1);
    assertThat(counts.get(Confidence.LOW).precision())
        .isLessThan(counts.get(Confidence.MEDIUM).precision());
    assertThat(counts.get(Confidence.MEDIUM).precision())
        .isLessThan(counts.get(Confidence.HIGH).precision());
  }

  @Test
  void confidence_is_worth_what_it_says_in_real_outages_that_health_shows() {
    Map<Confidence, Count> counts = counts();
    for (OutageCase outage : OutageCase.readAll()) {
      Ranking ranking = new CauseRanking().judge(outage.graph(), outage.troubles());
      ComponentId first = ranking.causes().get(0).component();
      // where nothing is sick, no cause is named
      if (outage.troubles().get(first).severity().compareTo(Severity.of(Score.WARNING)) >= 0) {
        counts.get(ranking.confidence()).add(outage.rankOfTruth() == 1);
      }
    }
    assertThat(counts.get(Confidence.HIGH).cases).as("%s", counts).isGreaterThan(30);
    assertPrecision(counts, Confidence.HIGH, 0.9);
  }

  @Test
  void nothing_is_sure_of_no_cause() {
    Ranking none = new Ranking(List.of(), true);
    assertThat(none.lead()).isEqualTo(1);
    assertThat(none.confidence()).isEqualTo(Confidence.LOW);
  }

  @Test
  void methods_that_disagree_are_not_to_be_trusted() {
    assertThat(ranking(0.9, 0.1, true, false).confidence()).isEqualTo(Confidence.LOW);
    assertThat(ranking(0.9, 0.1, true, true).confidence()).isEqualTo(Confidence.HIGH);
  }

  @Test
  void cause_that_nobody_could_look_at_is_trusted_one_step_less() {
    assertThat(ranking(0.9, 0.1, false, true).confidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(ranking(0.7, 0.3, false, true).confidence()).isEqualTo(Confidence.LOW);
    assertThat(ranking(0.7, 0.3, true, true).confidence()).isEqualTo(Confidence.MEDIUM);
  }

  private static Ranking ranking(double first, double second, boolean verified, boolean agreed) {
    return new Ranking(
        List.of(
            new RankedCause(new ComponentId("a"), List.of(), first, verified),
            new RankedCause(new ComponentId("b"), List.of(), second, true)),
        agreed);
  }

  private static Map<Confidence, Count> generated(double noise) {
    Map<Confidence, Count> counts = counts();
    for (GeneratedIncident incident :
        GeneratedIncident.generate(SEED, COUNT, Difficulty.noisy(noise))) {
      Ranking ranking = new CauseRanking().judge(incident.graph(), incident.troubles());
      counts.get(ranking.confidence()).add(incident.rankOfTruth(ranking.causes()) == 1);
    }
    return counts;
  }

  private static void assertPrecision(
      Map<Confidence, Count> counts, Confidence confidence, double least) {
    assertThat(counts.get(confidence).precision())
        .as("%s of %s", confidence, counts)
        .isGreaterThanOrEqualTo(least);
  }

  private static Map<Confidence, Count> counts() {
    Map<Confidence, Count> counts = new EnumMap<>(Confidence.class);
    for (Confidence confidence : Confidence.values()) {
      counts.put(confidence, new Count());
    }
    return counts;
  }

  private static final class Count {
    private int hits;
    private int cases;

    void add(boolean hit) {
      cases++;
      hits += hit ? 1 : 0;
    }

    double precision() {
      return (double) hits / cases;
    }

    @Override
    public String toString() {
      return hits + " of " + cases;
    }
  }
}
