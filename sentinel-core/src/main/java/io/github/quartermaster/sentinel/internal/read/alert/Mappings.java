package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.model.AlertMapping;
import io.github.quartermaster.sentinel.model.AlertNotice;
import io.github.quartermaster.sentinel.model.ExternalAlert;
import io.github.quartermaster.sentinel.model.SourceSpec;
import io.github.quartermaster.sentinel.model.Status;
import java.util.Optional;

/** Whom the alerts of a source are about. */
final class Mappings {
  private static final String ALERT = "alertname";
  // what the rules for Prometheus and the output for Alertmanager call theirs
  private static final String OUR_ALERTS = "Sentinel";
  // how the report for Nagios begins
  private static final String OUR_RESULTS = "SENTINEL ";

  private final SourceSpec source;

  Mappings(SourceSpec source) {
    this.source = source;
  }

  /**
   * An alert as one about a component; nothing where it is about none that we know, or is only what
   * Sentinel told others itself: that would keep itself alive for ever.
   */
  Optional<ExternalAlert> map(AlertNotice notice) {
    if (isEcho(notice)) {
      return Optional.empty();
    }
    return source.mappings().stream()
        .filter(mapping -> mapping.covers(notice.labels()))
        .findFirst()
        .map(AlertMapping::component)
        .map(
            component ->
                new ExternalAlert(
                    source.name(),
                    notice.key(),
                    component,
                    notice.status(),
                    notice.message(),
                    notice.since()));
  }

  private static boolean isEcho(AlertNotice notice) {
    return notice.labels().getOrDefault(ALERT, "").startsWith(OUR_ALERTS)
        || notice.message().startsWith(OUR_RESULTS);
  }

  /** Whether an alert says that something is wrong; what others cannot find out is not wrong. */
  static boolean isTrouble(Status status) {
    return status == Status.WARNING || status == Status.CRITICAL;
  }
}
