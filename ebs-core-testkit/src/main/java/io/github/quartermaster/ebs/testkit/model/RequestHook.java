package io.github.quartermaster.ebs.testkit.model;

/**
 * Called at each {@link Moment} of each request, on the thread that serves it; the request waits
 * until the hook returns. Requests of several connections call it at the same time. It may change
 * the account, advance the clock, add faults, or kill the client; it must not call the emulator
 * over HTTP. What it throws goes to the connection's thread and ends the connection.
 */
@FunctionalInterface
public interface RequestHook {

  /** The request has come to that point. */
  void reached(Moment moment, EmulatedRequest request);
}
