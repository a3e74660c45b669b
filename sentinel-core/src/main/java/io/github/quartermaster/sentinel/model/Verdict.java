package io.github.quartermaster.sentinel.model;

/** How the score of a reading comes about. */
public sealed interface Verdict {
  /** The metrics and their thresholds say it; without any thresholds the component is healthy. */
  record Measured() implements Verdict {}

  /**
   * A state that somebody else stated, such as a plugin by its exit code. Metrics place the score
   * within the band of that state, and never outside.
   *
   * @param status any but UNKNOWN, for which there is {@link Unknown}
   */
  record Stated(Status status) implements Verdict {
    /**
     * Checks the state.
     *
     * @throws IllegalArgumentException if it is UNKNOWN
     */
    public Stated {
      if (status == Status.UNKNOWN) {
        throw new IllegalArgumentException("an unknown state is not stated");
      }
    }
  }

  /**
   * A score that follows from no metric, such as 10000 of a refused connection.
   *
   * @param score the least that the component gets; metrics may make it worse
   */
  record Given(Score score) implements Verdict {}

  /** It should have been found out, and could not; the reading's message says why. */
  record Unknown() implements Verdict {}

  /**
   * It cannot be found out on this machine, such as the inodes of a file system that counts none;
   * listed, and no trouble of anybody.
   */
  record NotChecked() implements Verdict {}
}
