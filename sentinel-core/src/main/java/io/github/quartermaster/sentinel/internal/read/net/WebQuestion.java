package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Deadline;
import java.io.IOException;

/** What is asked of a web server, and what its answers mean. */
@FunctionalInterface
interface WebQuestion {
  /**
   * Asks.
   *
   * @param component which the answer is about
   * @param closely whether headers and the beginning of the body become evidence
   * @throws IOException if the question cannot be put; what the server does is no exception
   */
  WebReport ask(ComponentId component, Deadline deadline, boolean closely)
      throws IOException, InterruptedException;
}
