package io.github.quartermaster.ebs.testkit.internal.ec2;

/** One of the services of AWS behind the emulator's port. Thread-safe. */
public interface Service {

  /** The media type of its answers. */
  String contentType();

  /**
   * Does what a request asks.
   *
   * @return the answer's body
   * @throws RefusedException if the service refuses; then nothing has changed
   */
  String answer(Query query);

  /** The body of an error. */
  String error(String code, String message, String requestId);
}
