package io.github.quartermaster.ebs.testkit.model;

import java.time.Duration;

/**
 * How long something new stays unseen, as in an eventually consistent store: until both have
 * passed.
 *
 * @param looks how many looks that would have shown it do not
 * @param time virtual time from its making
 */
public record Lag(int looks, Duration time) {

  /** Seen at once. */
  public static final Lag NONE = new Lag(0, Duration.ZERO);

  /** Unseen by that many looks. */
  public static Lag ofLooks(int looks) {
    return new Lag(looks, Duration.ZERO);
  }

  /** Unseen for that virtual time. */
  public static Lag ofTime(Duration time) {
    return new Lag(0, time);
  }
}
