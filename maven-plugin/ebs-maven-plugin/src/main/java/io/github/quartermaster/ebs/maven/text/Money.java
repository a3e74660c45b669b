package io.github.quartermaster.ebs.maven.text;

import io.github.quartermaster.ebs.model.CostEstimate;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a plan is expected to cost, as a person reads it. */
public final class Money {
  private static final BigDecimal LEAST = new BigDecimal("0.01");

  private Money() {}

  /** The whole estimate in one line. */
  public static String of(CostEstimate cost) {
    if (cost.atMost().signum() == 0 && cost.total().signum() == 0) {
      return "nothing";
    }
    return (isLittle(cost.total()) ? "" : "about ")
        + amount(cost.total())
        + " "
        + cost.currency()
        + " (storage for a month "
        + amount(cost.storage())
        + part(", transfer ", cost.transfer())
        + part(", deadlines ", cost.deadlines())
        + ")"
        + (cost.atMost().compareTo(cost.total()) > 0
            ? ", at most " + amount(cost.atMost()) + " if everything has changed"
            : "");
  }

  private static String part(String words, BigDecimal amount) {
    return amount.signum() == 0 ? "" : words + amount(amount);
  }

  private static boolean isLittle(BigDecimal amount) {
    return amount.signum() > 0 && amount.compareTo(LEAST) < 0;
  }

  private static String amount(BigDecimal amount) {
    return isLittle(amount)
        ? "less than " + LEAST
        : amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
