package io.github.quartermaster.ebs.testkit.model;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A call that reached the emulator.
 *
 * @param number 1 for the first request since the start, whatever its action
 * @param call 1 for the first request of this action
 * @param service as signed for: {@code ec2}, {@code kms} or {@code sts}
 * @param action such as {@code CreateSnapshot}
 * @param region as signed for
 * @param parameters as on the wire, such as {@code TagSpecification.1.Tag.1.Key}; sorted, not to be
 *     changed
 * @param at virtual time of arrival
 * @param outcome what was answered, such as {@code 200}, {@code 400 InvalidVolume.NotFound} or
 *     {@code reset}; empty as long as nothing was
 */
public record EmulatedRequest(
    long number,
    int call,
    String service,
    String action,
    String region,
    Map<String, String> parameters,
    Instant at,
    String outcome) {

  /** Copies the parameters. */
  public EmulatedRequest {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  /** The value of a parameter, by its name on the wire. */
  public Optional<String> parameter(String name) {
    @Nullable String value = parameters.get(name);
    return Optional.ofNullable(value);
  }

  /** The same request, answered. */
  public EmulatedRequest withOutcome(String value) {
    return new EmulatedRequest(number, call, service, action, region, parameters, at, value);
  }
}
