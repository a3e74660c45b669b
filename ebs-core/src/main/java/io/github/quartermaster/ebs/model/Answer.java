package io.github.quartermaster.ebs.model;

import java.time.Duration;
import java.util.function.Function;

/**
 * How a cloud answered one request: the four ways that matter to whoever must not do a thing twice.
 *
 * @param <T> what a good answer carries
 */
public sealed interface Answer<T> {

  /** The same answer about something else; only a good one is changed. */
  default <R> Answer<R> map(Function<T, R> change) {
    // no pattern switch in Java 17
    if (this instanceof Done<T> done) {
      return new Done<>(change.apply(done.value));
    }
    if (this instanceof Wait<T> wait) {
      return new Wait<>(wait.reason, wait.atLeast, wait.why);
    }
    if (this instanceof Refused<T> refused) {
      return new Refused<>(refused.reason, refused.why);
    }
    return new Ambiguous<>(((Ambiguous<T>) this).why);
  }

  /** It was done. */
  record Done<T>(T value) implements Answer<T> {}

  /**
   * It was certainly not done, and can be asked for again later.
   *
   * @param atLeast how long to wait; zero where the cloud does not tell
   * @param why the cloud's code and words
   */
  record Wait<T>(Wait.Reason reason, Duration atLeast, String why) implements Answer<T> {
    /** What it is that takes time. */
    public enum Reason {
      /** Too many requests; all of the kind to this region should slow down. */
      THROTTLED,
      /** Too much is under way for this volume or region; something must end first. */
      BUSY,
      /**
       * This volume was snapshotted seconds ago. After an answer that was lost it often means that
       * the first try worked.
       */
      TOO_SOON,
      /** What it builds on is not complete, or not visible yet. */
      NOT_READY
    }
  }

  /**
   * It was certainly not done, and asking again would not help.
   *
   * @param why the cloud's code and words
   */
  record Refused<T>(Refused.Reason reason, String why) implements Answer<T> {
    /** What kind of no it is. */
    public enum Reason {
      /** There is no such thing in this region. */
      NOT_FOUND,
      /** Credentials are missing, wrong or expired: nothing else would be allowed either. */
      CREDENTIALS,
      /** The credentials are good, but may not do this. */
      PERMISSION,
      /** A limit of the account that does not pass by waiting. */
      QUOTA,
      /** It is in use by something that must be gone first. */
      IN_USE,
      /** The cloud, or the region, does not do that at all. */
      UNSUPPORTED,
      /** The request itself is wrong. */
      INVALID
    }
  }

  /**
   * Nobody knows whether it was done: the connection broke, the answer made no sense, the cloud had
   * an error of its own.
   *
   * @param why what happened
   */
  record Ambiguous<T>(String why) implements Answer<T> {}
}
