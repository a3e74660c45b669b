package io.github.quartermaster.sentinel.model;

import java.time.Instant;

/**
 * What another monitor says about a component. It raises the component's score; before anything is
 * done about it, Sentinel looks for itself.
 *
 * @param source the name of the source in the configuration
 * @param key what tells it from other alerts of the source, such as a fingerprint
 * @param component whom it is about
 * @param status OK where the alert is over
 * @param message in one line; made safe to print
 * @param since when it began, as the monitor says
 */
public record ExternalAlert(
    String source,
    String key,
    ComponentId component,
    Status status,
    String message,
    Instant since) {
  /** Makes the message safe to print. */
  public ExternalAlert {
    message = SafeText.of(message);
  }
}
