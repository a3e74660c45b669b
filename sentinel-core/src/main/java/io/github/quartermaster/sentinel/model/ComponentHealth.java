package io.github.quartermaster.sentinel.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component judged: the worst of its samples.
 *
 * @param component which one
 * @param status its state; UNKNOWN where no sample could tell, OK where it is not checked here
 * @param score its score, or null where no sample could tell or nothing was checked
 * @param severity how much guilt it can carry, 0 where the score is null
 * @param own the part of that which cannot come from anything that it depends on; at most the
 *     severity
 * @param checked whether anything about it could be found out on this machine; an unknown state
 *     counts as checked
 * @param unknownCounts whether a sample could not tell and the gate heeds that; also where another
 *     one found it sick
 * @param message what the worst sample said, and where it is sick what another one could not tell
 * @param samples all that were taken of it
 */
public record ComponentHealth(
    Component component,
    Status status,
    @Nullable Score score,
    Severity severity,
    Severity own,
    boolean checked,
    boolean unknownCounts,
    String message,
    List<Sample> samples) {
  /** Copies the list. */
  public ComponentHealth {
    samples = List.copyOf(samples);
  }

  /** Its name. */
  public ComponentId id() {
    return component.id();
  }

  /** Whether its state is WARNING or CRITICAL. */
  public boolean isSick() {
    return status == Status.WARNING || status == Status.CRITICAL;
  }
}
