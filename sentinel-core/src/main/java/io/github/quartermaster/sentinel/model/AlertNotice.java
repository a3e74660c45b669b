package io.github.quartermaster.sentinel.model;

import java.time.Instant;
import java.util.Map;

/**
 * An alert in the words of the monitor that has it. Which component it is about, its labels and the
 * {@link AlertMapping}s of its source say.
 *
 * @param key what tells it from other alerts of the source, such as a fingerprint
 * @param labels what it is about: labels of Prometheus, or {@code host} and {@code service} of
 *     Nagios and Icinga
 * @param status OK where the alert is over; UNKNOWN where the monitor could not find it out
 * @param message in one line; made safe to print, and cut after {@value #LONGEST_MESSAGE}
 *     characters
 * @param since when that state began, as the monitor says
 */
public record AlertNotice(
    String key, Map<String, String> labels, Status status, String message, Instant since) {
  /** The most characters of a message that are kept. */
  public static final int LONGEST_MESSAGE = 500;

  /** Copies the map, and makes the message short and safe to print. */
  public AlertNotice {
    labels = Map.copyOf(labels);
    message = SafeText.of(message);
    if (message.length() > LONGEST_MESSAGE) {
      message = message.substring(0, LONGEST_MESSAGE - 3) + "...";
    }
  }

  /** The same in another state. */
  public AlertNotice as(Status other) {
    return new AlertNotice(key, labels, other, message, since);
  }
}
