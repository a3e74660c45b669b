package io.github.quartermaster.sentinel.model;

/**
 * Another monitor that is told how the host is, such as Nagios by its spool or Alertmanager by its
 * API. Called by one thread at a time.
 */
public interface ResultOutput {
  /**
   * Tells it. The same is told again in the next round, so that what fails now need not be kept.
   *
   * @param deadline when it has to be done; then its thread is interrupted
   * @throws Exception if it could not be told; the message says why, and is shown
   */
  void tell(Bulletin bulletin, Deadline deadline) throws Exception;
}
