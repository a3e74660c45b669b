package io.github.quartermaster.sentinel.internal.read;

import java.time.Duration;

/** Something that a provider does and that is not waited for beyond its time. */
interface BoundedCall {
  /** The check whose provider is called. */
  String check();

  /** Calls the provider. Whatever it throws is kept for the result; it throws nothing itself. */
  void run();

  /** How long it may take. */
  Duration timeout();

  /**
   * Is told, at most once and by the thread that waits, that the time is over. From then on nothing
   * that {@link #run} still does may show.
   */
  void giveUp();

  /** Is told, in place of all else, that the provider still does what it was given up for. */
  void refuse();
}
