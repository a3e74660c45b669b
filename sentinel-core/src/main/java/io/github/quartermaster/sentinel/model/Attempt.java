package io.github.quartermaster.sentinel.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step of a remedy that was tried.
 *
 * @param remedy the name of the remedy
 * @param step its rung, from 0
 * @param action the type of the action
 * @param target the component
 * @param at when it began
 * @param result how it ended, or null while it is in flight; read it by {@link #outcome()}
 * @param message what was done and what became of it, in one line
 */
public record Attempt(
    String remedy,
    int step,
    String action,
    ComponentId target,
    Instant at,
    @Nullable Outcome result,
    String message) {
  /** Makes the message safe to print. */
  public Attempt {
    message = SafeText.of(message);
  }

  /** How an attempt ended, found out by probing the target and what depends on it. */
  public enum Outcome {
    /** The target is healthy, and nothing that depends on it got worse. */
    FIXED,
    /** Nothing changed for the better within its time. */
    NO_EFFECT,
    /** Something got critical that was not. */
    WORSE,
    /** The action itself could not be done. */
    FAILED,
    /** Nobody saw how it ended, as the program died; counts as without effect. */
    UNKNOWN,
    /** It only told somebody, and that was done. */
    TOLD
  }

  /** Whether nobody knows yet how it ended. */
  public boolean isInFlight() {
    return result == null;
  }

  /** How it ended. */
  public Optional<Outcome> outcome() {
    return Optional.ofNullable(result);
  }

  /** The same, begun at another time, as the machine's clock was set. */
  public Attempt movedBy(Duration time) {
    return new Attempt(remedy, step, action, target, at.plus(time), result, message);
  }

  /** The same, ended. */
  public Attempt ended(Outcome outcome, String newMessage) {
    return new Attempt(remedy, step, action, target, at, outcome, newMessage);
  }
}
