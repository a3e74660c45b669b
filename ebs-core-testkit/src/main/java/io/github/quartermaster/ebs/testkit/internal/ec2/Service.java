package io.github.quartermaster.ebs.testkit.internal.ec2;

import java.util.Map;

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

  /** Likewise, with what an answer has besides its body. */
  default ServiceAnswer wholeAnswer(Query query) {
    return new ServiceAnswer(contentType(), answer(query), Map.of());
  }

  /** The body of an error. */
  String error(String code, String message, String requestId);
}
