package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.Reading;

/** What came of asking a web server. */
sealed interface WebReport {
  /**
   * There was an answer, and this is what it means.
   *
   * @param reading of the component that was asked about
   */
  record Answered(Reading reading) implements WebReport {}

  /**
   * There was none.
   *
   * @param fault why, as far as the client can tell
   */
  record Failed(Fault fault) implements WebReport {}
}
