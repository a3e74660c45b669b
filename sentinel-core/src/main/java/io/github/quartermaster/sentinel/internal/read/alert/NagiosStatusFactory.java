package io.github.quartermaster.sentinel.internal.read.alert;

import io.github.quartermaster.sentinel.model.AlertSource;
import io.github.quartermaster.sentinel.model.AlertSourceFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.time.Duration;
import java.util.List;

/** Makes sources that read the status file of a Nagios on the same machine. */
final class NagiosStatusFactory implements AlertSourceFactory {
  private static final String FILE = "file";
  private static final String STALE_AFTER = "stale-after";
  // status_update_interval is 10 s where nothing is set; Nagios may be late where it has much to do
  private static final Duration DEFAULT_STALE_AFTER = Duration.ofMinutes(2);

  @Override
  public String type() {
    return "nagios-status";
  }

  @Override
  public String description() {
    return "Reads what a Nagios on this machine knows from its status file; labels are `host` and"
        + " `service`, the latter empty for a host itself";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.optional(FILE, Parameter.Type.PATH, "The `status_file` of Nagios")
            .defaultsTo("/var/lib/nagios4/status.dat"),
        ProblemFilter.hardParameter(),
        ProblemFilter.downtimeParameter(),
        ProblemFilter.acknowledgedParameter(),
        Parameter.optional(
                STALE_AFTER,
                Parameter.Type.DURATION,
                "How old the file may be before Nagios counts as stuck, and nothing it says holds")
            .defaultsTo("2m"),
        SourceTimeout.parameter());
  }

  @Override
  public AlertSource create(Settings settings) {
    Duration staleAfter = settings.duration(STALE_AFTER).orElse(DEFAULT_STALE_AFTER);
    if (staleAfter.isZero() || staleAfter.isNegative()) {
      throw new IllegalArgumentException("stale-after is longer than zero");
    }
    return new NagiosStatusSource(
        Settings.required(FILE, settings.path(FILE)), ProblemFilter.of(settings), staleAfter);
  }
}
