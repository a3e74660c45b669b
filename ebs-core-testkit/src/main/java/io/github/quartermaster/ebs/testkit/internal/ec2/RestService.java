package io.github.quartermaster.ebs.testkit.internal.ec2;

import java.util.Optional;

/** A service whose requests name what they want by method and path. Thread-safe. */
public interface RestService extends Service {

  /**
   * What a request asks; empty where the service has no such path.
   *
   * @param parameters those of its query
   * @param body as it came
   * @throws IllegalArgumentException if it cannot be read
   */
  Optional<RestCall> call(String method, String path, Parameters parameters, String body);

  /** An action with all of its parameters, wherever in the request they were. */
  record RestCall(String action, Parameters parameters) {}
}
