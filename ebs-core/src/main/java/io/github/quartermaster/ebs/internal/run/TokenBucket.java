package io.github.quartermaster.ebs.internal.run;

import io.github.quartermaster.ebs.model.Rate;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps calls of a kind under the rate that a region bears, and lower still after it has
 * complained: halved at each complaint, and a tenth of the full rate more with each good answer.
 */
final class TokenBucket {
  private static final double SLOWEST_SHARE = 1.0 / 16;
  private static final double RECOVERY_SHARE = 1.0 / 10;

  private final Rate rate;
  private double perSecond;
  private double tokens;
  private Instant filled;

  TokenBucket(Rate rate, Instant now) {
    this.rate = rate;
    this.perSecond = rate.perSecond();
    this.tokens = rate.burst();
    this.filled = now;
  }

  /** How long until a call may go; zero if one may go now. */
  Duration untilFree(Instant now) {
    fill(now);
    return tokens >= 1
        ? Duration.ZERO
        : Duration.ofNanos((long) Math.ceil((1 - tokens) / perSecond * 1e9));
  }

  /** A call goes. */
  void take() {
    tokens--;
  }

  /** The region complained. */
  void slowDown(Instant now) {
    fill(now);
    tokens = Math.min(tokens, 0);
    perSecond = Math.max(perSecond / 2, rate.perSecond() * SLOWEST_SHARE);
  }

  /** The region did not complain. */
  void speedUp(Instant now) {
    fill(now);
    perSecond = Math.min(rate.perSecond(), perSecond + rate.perSecond() * RECOVERY_SHARE);
  }

  private void fill(Instant now) {
    if (now.isAfter(filled)) {
      double seconds = Duration.between(filled, now).toNanos() / 1e9;
      tokens = Math.min(rate.burst(), tokens + seconds * perSecond);
      filled = now;
    }
  }
}
