package io.github.quartermaster.sentinel.internal.read.net;

/** How a question to a web server came out. */
sealed interface HttpOutcome {
  /**
   * It was answered.
   *
   * @param answer what with
   */
  record Answered(HttpAnswer answer) implements HttpOutcome {}

  /**
   * The answer began, and did not end in time.
   *
   * @param answer what there was by then
   */
  record Unfinished(HttpAnswer answer) implements HttpOutcome {}

  /**
   * There was no answer.
   *
   * @param fault why
   */
  record Failed(Fault fault) implements HttpOutcome {}
}
