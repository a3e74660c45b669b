package io.github.quartermaster.ebs.maven.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.maven.Samples;
import io.github.quartermaster.ebs.model.CostEstimate;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyTest {
  @Test
  void sum_is_told_with_its_parts() {
    assertThat(Money.of(Samples.COST))
        .isEqualTo(
            "about 1.75 USD (storage for a month 1.25, transfer 0.50), at most 17.50 if everything"
                + " has changed");
  }

  @Test
  void deadlines_are_told_where_they_cost_something() {
    assertThat(Money.of(cost("1", "0", "0.25", "1.25")))
        .isEqualTo("about 1.25 USD (storage for a month 1.00, deadlines 0.25)");
  }

  @Test
  void little_is_not_nothing() {
    assertThat(Money.of(cost("0.004", "0", "0", "0.004")))
        .isEqualTo("less than 0.01 USD (storage for a month less than 0.01)");
    assertThat(Money.of(Samples.FREE)).isEqualTo("nothing");
  }

  private static CostEstimate cost(
      String storage, String transfer, String deadlines, String atMost) {
    return new CostEstimate(
        new BigDecimal(storage),
        new BigDecimal(transfer),
        new BigDecimal(deadlines),
        new BigDecimal(atMost),
        BigDecimal.TEN,
        "USD");
  }
}
