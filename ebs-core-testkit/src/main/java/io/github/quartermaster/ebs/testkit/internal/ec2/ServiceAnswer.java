package io.github.quartermaster.ebs.testkit.internal.ec2;

import java.util.Map;

/**
 * What a service answers where all is well.
 *
 * @param contentType the media type of the body
 * @param headers further ones of the answer
 */
public record ServiceAnswer(String contentType, String body, Map<String, String> headers) {
  /** Copies the headers. */
  public ServiceAnswer {
    headers = Map.copyOf(headers);
  }
}
