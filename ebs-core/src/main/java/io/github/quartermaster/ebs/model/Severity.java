package io.github.quartermaster.ebs.model;

import java.util.Locale;

/** How much a {@link Problem} weighs. */
public enum Severity {
  /** Worth knowing; the work goes on. */
  WARNING,
  /** The work is not done. */
  ERROR;

  /** The lower-case name, as reports print it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
