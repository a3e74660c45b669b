package io.github.quartermaster.sentinel.model;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The check could not be made. What is wrong with components is no exception but a result; this is
 * for what kept the core from giving one, such as the mistakes in a configuration, all at once.
 */
public final class SentinelException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  /** Carries one problem and what caused it. */
  public SentinelException(Problem problem, @Nullable Throwable cause) {
    this(List.of(problem), cause);
  }

  /** Carries problems, one at least, that have no other cause. */
  public SentinelException(List<Problem> problems) {
    this(problems, null);
  }

  private SentinelException(List<Problem> problems, @Nullable Throwable cause) {
    super(
        problems.stream()
            .map(Problem::toString)
            .collect(Collectors.joining(System.lineSeparator())),
        cause);
    this.problems = List.copyOf(problems);
  }

  /** What went wrong, and what to do about each. */
  public List<Problem> problems() {
    return problems;
  }
}
