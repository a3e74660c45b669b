package io.github.quartermaster.sentinel.model;

import java.time.Duration;

/**
 * One rung of a remedy's ladder.
 *
 * @param action the type of the action
 * @param settings what is set for it; complete, as its {@link ActionFactory#parameters()} ask
 * @param timeout how long the action itself may take; then it is interrupted, and has failed
 * @param settle how long nobody looks at what it did
 * @param within how long, after that, its effect may take to show
 */
public record RemedyStep(
    String action, Settings settings, Duration timeout, Duration settle, Duration within) {
  /** How long an action may take where nothing is said: a minute. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(1);

  /** One whose action has the time that actions have where nothing is said. */
  public RemedyStep(String action, Settings settings, Duration settle, Duration within) {
    this(action, settings, DEFAULT_TIMEOUT, settle, within);
  }
}
