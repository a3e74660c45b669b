package io.github.quartermaster.ebs.openstack;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * What a server sent back.
 *
 * @param headers by their names in small letters
 */
record Reply(int status, Map<String, String> headers, String body) {
  boolean isGood() {
    return status >= 200 && status < 300;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /**
   * The body.
   *
   * @throws SenselessAnswerException if it is no object of JSON
   */
  Json json() {
    try {
      Json json = body.isEmpty() ? new Json(Map.of()) : JsonText.read(body);
      if (json.isObject()) {
        return json;
      }
    } catch (IOException notJson) {
      // Jackson's words show the body, which may be anything
    }
    throw new SenselessAnswerException("the answer is no object of JSON");
  }
}
