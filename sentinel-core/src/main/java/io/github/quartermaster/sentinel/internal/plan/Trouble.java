package io.github.quartermaster.sentinel.internal.plan;

import io.github.quartermaster.sentinel.model.Severity;

/**
 * What the ranking of causes needs to know about one component.
 *
 * @param severity how sick it is
 * @param own the part of it that cannot come from anything that it depends on; at most the severity
 * @param known false where its state should have been found out and could not
 */
public record Trouble(Severity severity, Severity own, boolean known) {
  /** Its state could not be found out. */
  public static final Trouble UNKNOWN = new Trouble(Severity.NONE, Severity.NONE, false);

  /**
   * Checks that the part is not more than the whole.
   *
   * @throws IllegalArgumentException if it is
   */
  public Trouble {
    if (own.compareTo(severity) > 0) {
      throw new IllegalArgumentException(
          "of a severity of " + severity.value() + " not " + own.value() + " can be its own");
    }
  }

  /** The worse of both, where two names of one component were measured. */
  Trouble or(Trouble other) {
    return new Trouble(
        severity.compareTo(other.severity) >= 0 ? severity : other.severity,
        own.compareTo(other.own) >= 0 ? own : other.own,
        known || other.known);
  }
}
