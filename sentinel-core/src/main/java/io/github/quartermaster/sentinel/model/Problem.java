package io.github.quartermaster.sentinel.model;

/**
 * Something found wrong with a configuration or on the way, said so that its reader can act on it.
 * What is wrong with a component is no problem but a {@link Reading}.
 *
 * @param code what kind of problem; stable, and explained in the troubleshooting page
 * @param isError whether it stops the work
 * @param message what was tried, on what, and why it failed; one sentence without a final stop
 * @param subject the file with line and column, the check or the component that it is about
 * @param remedy what to do about it; names no option of any front end
 */
public record Problem(
    ProblemCode code, boolean isError, String message, String subject, String remedy) {

  /** A problem that stops the work. */
  public static Problem error(ProblemCode code, Object subject, String message, String remedy) {
    return new Problem(code, true, message, subject.toString(), remedy);
  }

  /** A problem that the work goes on with. */
  public static Problem warning(ProblemCode code, Object subject, String message, String remedy) {
    return new Problem(code, false, message, subject.toString(), remedy);
  }

  /** The problem in one line: code, what happened, what to do. */
  @Override
  public String toString() {
    return code + ": " + message + ". " + remedy;
  }
}
