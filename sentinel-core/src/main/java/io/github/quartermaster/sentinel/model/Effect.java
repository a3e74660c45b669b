package io.github.quartermaster.sentinel.model;

/**
 * What became of an attempt, as far as probing shows it.
 *
 * @param outcome FIXED, NO_EFFECT or WORSE
 * @param message why, in one line
 * @param isComplete whether waiting longer cannot show anything better: the target and all that
 *     depends on it are healthy
 */
public record Effect(Attempt.Outcome outcome, String message, boolean isComplete) {}
