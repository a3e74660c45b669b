package io.github.quartermaster.ebs.model;

/**
 * Something found wrong, said so that its reader can act on it.
 *
 * @param code what kind of problem; stable, and explained in the troubleshooting page
 * @param severity whether it stops the work
 * @param message what was tried, on what, and why it failed; one sentence without a final stop
 * @param subject the file, volume, snapshot or region that it is about
 * @param remedy what to do about it; names no option of any front end
 */
public record Problem(
    ProblemCode code, Severity severity, String message, String subject, String remedy) {

  /** Drops the final stop that a cloud's own words end with. */
  public Problem {
    if (message.endsWith(".") && !message.endsWith("..")) {
      message = message.substring(0, message.length() - 1);
    }
  }

  /** A problem that stops the work. */
  public static Problem error(ProblemCode code, Object subject, String message, String remedy) {
    return new Problem(code, Severity.ERROR, message, subject.toString(), remedy);
  }

  /** A problem that the work goes on with. */
  public static Problem warning(ProblemCode code, Object subject, String message, String remedy) {
    return new Problem(code, Severity.WARNING, message, subject.toString(), remedy);
  }

  /** Whether this stops the work. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The problem in one line: code, what happened, what to do. */
  @Override
  public String toString() {
    return code + ": " + message + ". " + remedy;
  }
}
