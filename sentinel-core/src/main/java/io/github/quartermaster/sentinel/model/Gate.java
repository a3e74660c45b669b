package io.github.quartermaster.sentinel.model;

/**
 * When a check counts as failed.
 *
 * @param failAt the score from which on it fails
 * @param warnAt the score from which on it warns
 * @param failOnUnknown whether a state that could not be found out fails it
 */
public record Gate(Score failAt, Score warnAt, boolean failOnUnknown) {
  /** Fails at a critical state, warns at a warning, and fails where a state is unknown. */
  public static final Gate DEFAULT = new Gate(Score.CRITICAL, Score.WARNING, true);
}
