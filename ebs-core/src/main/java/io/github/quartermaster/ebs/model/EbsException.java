package io.github.quartermaster.ebs.model;

import org.jspecify.annotations.Nullable;

/**
 * The job could not be done. What was found wrong with volumes and snapshots is no exception but a
 * {@link Problem} in the result; this is for what kept the core from giving one.
 */
public final class EbsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  /** Carries a problem that has no other cause. */
  public EbsException(Problem problem) {
    this(problem, null);
  }

  /** Carries a problem and what caused it. */
  public EbsException(Problem problem, @Nullable Throwable cause) {
    super(problem.toString(), cause);
    this.problem = problem;
  }

  /** What went wrong, on what, and what to do about it. */
  public Problem problem() {
    return problem;
  }
}
