package io.github.quartermaster.sentinel.model;

import java.time.Duration;
import java.util.List;

/** What happens during a check. */
public sealed interface SentinelEvent {
  /**
   * Probing begins.
   *
   * @param checks how many checks take part
   */
  record RoundStarted(int checks) implements SentinelEvent {}

  /**
   * One check is done, or was given up.
   *
   * @param check which one
   * @param took how long it took
   */
  record Probed(String check, Duration took) implements SentinelEvent {}

  /**
   * A second, closer look is taken.
   *
   * @param components the probable causes that it is about
   */
  record Examining(List<ComponentId> components) implements SentinelEvent {
    /** Copies the list. */
    public Examining {
      components = List.copyOf(components);
    }
  }

  /**
   * The state is bad, and there is time left to wait for a better one.
   *
   * @param diagnosis what is wrong now
   * @param left how long it will be waited yet
   */
  record Waiting(Diagnosis diagnosis, Duration left) implements SentinelEvent {}
}
