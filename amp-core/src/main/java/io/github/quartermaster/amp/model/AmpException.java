package io.github.quartermaster.amp.model;

import org.jspecify.annotations.Nullable;

/**
 * The job could not be done. What was found wrong with AMPs and WARs is no exception but a {@link
 * Problem} in the result; this is for what kept the core from giving one.
 */
public final class AmpException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  /** Carries a problem that has no other cause. */
  public AmpException(Problem problem) {
    this(problem, null);
  }

  /** Carries a problem and what caused it. */
  public AmpException(Problem problem, @Nullable Throwable cause) {
    super(problem.toString(), cause);
    this.problem = problem;
  }

  /** What went wrong, on what, and what to do about it. */
  public Problem problem() {
    return problem;
  }
}
